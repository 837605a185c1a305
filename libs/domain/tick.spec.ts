import { aPermit, LicenseStory, people } from '../../test/support/license-story.js';
import type { RecordedEvent } from './events.js';
import { tick } from './tick.js';

/** What time itself put on record, but for reminders: `<type> <valid on>`. */
const byTime = (story: LicenseStory): string[] =>
  story.history
    .filter(({ actor, type }) => actor.id === 'tick' && type !== 'notice-due')
    .map(({ type, validOn }) => `${type} ${validOn}`);

const last = (story: LicenseStory, type: RecordedEvent['type']) =>
  story.history.findLast((event) => event.type === type)?.data;

describe('deemed acceptance', () => {
  const received = (on = '2026-09-14') => LicenseStory.on('2026-09-14').files('f', 'new', on);

  it('follows five silent working days, as of the receipt, for a person to confirm', () => {
    // The fifth working day is Sunday, September 20: a make-up working day.
    const story = received().goesTo('2026-09-20', '23:59');
    expect(story.state.filings.f?.status).toBe('submitted');
    story.goesTo('2026-09-21');
    expect(last(story, 'acceptance-deemed')).toEqual({
      filingId: 'f',
      round: 1,
      acceptedOn: '2026-09-14',
      limit: '2026-09-20',
      ruleId: 'limit.completeness',
    });
    expect(byTime(story)).toEqual(['acceptance-deemed 2026-09-21']);
    expect(story.state.attention).toMatchObject([{ reason: 'acceptance-deemed', about: 'f' }]);
  });

  it('is true from midnight, so that a command of the early morning finds it', () => {
    const story = received().goesTo('2026-09-21', '00:10');
    expect(story.state.filings.f?.status).toBe('accepted');
  });

  it('brings no reminder about the authority that was silent', () => {
    expect(received().goesTo('2026-10-30').notices('acceptance')).toEqual([]);
  });

  it.each<[string, (story: LicenseStory) => LicenseStory]>([
    ['there is no receipt', () => LicenseStory.on('2026-09-14').files('f', 'new', null)],
    ['the authority asked for a correction', (story) => story.corrects('f', null)],
    ['the authority accepted', (story) => story.accepts('f')],
    [
      'the filing was withdrawn',
      (story) => story.says('filing-withdrawn', { filingId: 'f', withdrawnOn: '2026-09-14' }),
    ],
    ['the license is closed', (story) => story.closes()],
    [
      'it is an annual report',
      () =>
        LicenseStory.on('2026-09-14')
          .holds('2026-01-05', '2031-01-04')
          .files('f', 'annual-report', '2026-09-14', { period: '2026' }),
    ],
  ])('does not follow when %s', (_case, told) => {
    expect(byTime(told(received()).goesTo('2026-10-30'))).toEqual([]);
  });

  it('counts each round from its own receipt', () => {
    const story = received().corrects('f', null).goesTo('2026-10-12').submits('f', '2026-10-12').goesTo('2026-11-01');
    expect(last(story, 'acceptance-deemed')).toMatchObject({ round: 2, acceptedOn: '2026-10-12', limit: '2026-10-19' });
  });
});

describe('the end of a permit', () => {
  const reported = { reportsFiled: ['2022', '2023', '2024', '2025', '2026'] };
  const held = (rest = {}) => LicenseStory.on('2026-03-02').holds('2021-09-16', '2026-09-15', { ...reported, ...rest });
  const inTime = (rest = {}) => held(rest).goesTo('2026-06-15').files('n', 'renewal', '2026-06-15');
  const unopened = { opened: [] };
  const expired = 'permit-expired 2026-09-16';
  const undecided = 'attention-raised 2026-09-16';
  const deemed = 'renewal-deemed 2026-09-16';

  it('is not brought back by an amended paper that still prints the end of the term before', () => {
    const story = inTime()
      .accepts('n')
      .goesTo('2026-10-12')
      .files('c', 'change', '2026-10-12')
      .accepts('c')
      .grants('c');
    story.says('permit-amended', {
      filingId: 'c',
      amendedOn: story.today,
      permit: aPermit('2021-09-16', '2026-09-15'),
    });
    expect(story.goesTo('2026-11-02').state.permit).toMatchObject({
      status: 'valid',
      terms: [{ lastDay: '2026-09-15' }, { lastDay: '2031-09-15', provisional: true }],
    });
  });

  it.each<[string, () => LicenseStory, string[]]>([
    ['nothing was filed', held, [expired]],
    [
      'the renewal was only prepared',
      () =>
        held().says('filing-opened', { filingId: 'n', kind: 'renewal', period: null, answers: [], plannedOn: null }),
      [expired],
    ],
    ['filed in time, accepted, silence', () => inTime().accepts('n'), [deemed]],
    ['filed in time, deemed accepted, silence', inTime, ['acceptance-deemed 2026-06-24', deemed]],
    [
      'filed on T-90 itself',
      () => held().goesTo('2026-06-17').files('n', 'renewal', '2026-06-17').accepts('n'),
      [deemed],
    ],
    [
      'filed in time without a receipt on record',
      () => held().goesTo('2026-06-15').files('n', 'renewal', null),
      [deemed],
    ],
    [
      'filed in time, experts are looking at it',
      () =>
        inTime()
          .accepts('n')
          .says('expert-review-started', { filingId: 'n', from: '2026-06-15', announcedUntil: null }),
      [deemed],
    ],
    [
      'filed in time, corrected after T-90, silence',
      () => inTime().corrects('n', null).goesTo('2026-07-01').submits('n', '2026-07-01').accepts('n'),
      [deemed],
    ],
    ['granted, and the paper is late', () => inTime().accepts('n').grants('n'), [deemed]],
    [
      'granted late, though filed late',
      () => held().goesTo('2026-07-01').files('n', 'renewal', '2026-07-01').accepts('n').grants('n'),
      [deemed],
    ],
    [
      'filed a day after T-90',
      () => held().goesTo('2026-06-18').files('n', 'renewal', '2026-06-18').accepts('n'),
      [expired],
    ],
    ['filed in time, still in correction', () => inTime().corrects('n', null), [expired, undecided]],
    [
      'filed late, still in correction',
      () => held().goesTo('2026-07-01').files('n', 'renewal', '2026-07-01').corrects('n', null),
      [expired],
    ],
    ['filed in time, refused', () => inTime().accepts('n').refuses('n'), [expired]],
    [
      'filed in time, not accepted',
      () =>
        inTime().says(
          'filing-not-accepted',
          { filingId: 'n', decidedOn: '2026-06-16', number: null, reason: null },
          '2026-06-15',
        ),
      [expired],
    ],
    [
      'filed in time, withdrawn',
      () => inTime().accepts('n').says('filing-withdrawn', { filingId: 'n', withdrawnOn: '2026-06-15' }),
      [expired],
    ],
    ['filed in time, the service was never opened', () => inTime(unopened).accepts('n'), [expired, undecided]],
    [
      'suspended, nothing filed',
      () => held().says('permit-suspended', { from: '2026-03-02', until: null, number: null }),
      [expired],
    ],
    [
      'suspended, filed in time',
      () => inTime().accepts('n').says('permit-suspended', { from: '2026-06-15', until: null, number: null }),
      [deemed],
    ],
    ['revoked before', () => held().says('permit-revoked', { on: '2026-03-02', number: null }), []],
    [
      'refused, then filed again in time',
      () =>
        held()
          .files('a', 'renewal', '2026-03-02')
          .accepts('a')
          .refuses('a')
          .goesTo('2026-06-15')
          .files('n', 'renewal', '2026-06-15')
          .accepts('n'),
      [deemed],
    ],
  ])('%s', (_case, told, expected) => {
    const story = told();
    story.goesTo('2026-09-15', '23:59');
    expect(byTime(story).filter((each) => each !== expected[0] || !expected[0].startsWith('acceptance'))).toEqual([]);
    expect(byTime(story.goesTo('2026-09-16'))).toEqual(expected);
    expect(story.state.unknownEvents).toEqual([]);
  });

  it('gives a deemed renewal a provisional term of five years, for a person to confirm', () => {
    const story = inTime().accepts('n').goesTo('2026-09-16');
    expect(last(story, 'renewal-deemed')).toEqual({
      filingId: 'n',
      validFrom: '2026-09-16',
      lastDay: '2031-09-15',
      ruleId: 'limit.renewal-decision',
      serviceTypes: null,
    });
    expect(story.state.permit?.status).toBe('valid');
    expect(story.state.permit?.terms.at(-1)).toMatchObject({ provisional: true, lastDay: '2031-09-15' });
    expect(story.state.attention).toMatchObject([{ reason: 'renewal-deemed', about: 'n' }]);
  });

  it('chases the paper of a deemed renewal and opens the next renewal', () => {
    const story = inTime().accepts('n').goesTo('2026-09-16');
    expect(story.agenda().map(({ id }) => id.split(':')[0])).toEqual(['renewal-decision', 'renewal']);
    expect(story.goesTo('2026-09-30').told('renewal-decision').slice(0, 1)).toEqual(['2026-09-16 complaint']);
    story.grants('n').says('permit-renewed', {
      filingId: 'n',
      permit: aPermit('2026-09-16', '2031-09-15'),
      computedLastDay: '2031-09-15',
      issuedOn: story.today,
    });
    expect(story.agenda().map(({ kind }) => kind)).toEqual(['renewal']);
  });

  it('takes a deemed renewal back to an expired permit when a refusal from before becomes known', () => {
    const story = inTime().accepts('n').goesTo('2026-09-20');
    const deemedSeq = story.history.findLast(({ type }) => type === 'renewal-deemed')?.seq ?? 0;
    const refusal = {
      filingId: 'n',
      refusedOn: '2026-09-10',
      servedOn: '2026-09-10',
      number: null,
      falseMaterial: false,
      reason: null,
    };
    story.record([
      {
        type: 'deemed-renewal-retracted',
        v: 1,
        validOn: '2026-09-10',
        data: { filingId: 'n', deemedSeq, wrongNotices: [] },
      },
      { type: 'filing-refused', v: 1, validOn: '2026-09-10', data: refusal },
    ]);
    expect(byTime(story).at(-1)).toBe(expired);
    expect(story.state.permit?.status).toBe('expired');
    expect(story.duty('renewal').openedOn).toBe('2026-09-20');
  });

  it('comes again five years later, though nobody woke the license', () => {
    const story = inTime().accepts('n').goesTo('2026-09-16');
    story.sleepTo('2031-10-01');
    story.settle();
    expect(byTime(story)).toEqual([deemed, 'permit-expired 2031-09-16']);
    expect(story.told('renewal').at(-1)).toMatch(/^2031-10-01 expired-\d+$/);
  });
});

describe('notices', () => {
  const holding = (who = {}) =>
    LicenseStory.on('2026-12-01', who).holds('2022-02-02', '2027-12-31', {
      reportsFiled: ['2023', '2024', '2025', '2026'],
    });

  it('leave with the command that opened their duty', () => {
    const story = LicenseStory.on('2026-03-09').files('f', 'new', null).corrects('f', '2026-04-10');
    expect(story.history.slice(-2).map(({ type, recordedAt }) => [type, recordedAt])).toEqual([
      ['correction-requested', '2026-03-09T02:00:00.000Z'],
      ['notice-due', '2026-03-09T02:00:00.000Z'],
    ]);
  });

  it('say what they are about, and to whom they go', () => {
    expect(holding().goesTo('2027-01-04').notices('annual-report')).toEqual([
      {
        obligationId: 'annual-report:2:2027',
        kind: 'annual-report',
        rung: 'january-1',
        plannedOn: '2027-01-04',
        to: [{ role: 'owner', person: people.owner }],
        date: '2027-03-31',
        safeDay: '2027-03-31',
        firmness: 'provisional',
        ruleId: 'limit.annual-report',
        late: false,
        skipped: [],
        movedFrom: null,
        grounds: { ladder: { of: 'pack', seq: null }, preparation: null, away: [] },
      },
    ]);
  });

  it('send only the newest missed rung after a down-time, marked late, and record the others', () => {
    const story = holding();
    story.sleepTo('2027-03-25');
    story.settle();
    const [notice] = story.notices('annual-report');
    expect(notice).toMatchObject({
      rung: 'S-7',
      plannedOn: '2027-03-24',
      late: true,
      skipped: ['january-1', 'S-30', 'S-14'],
    });
    const record = story.state.notices['annual-report:2:2027'];
    expect(record?.fired.map(({ rung, skipped }) => [rung, skipped])).toEqual([
      ['january-1', true],
      ['S-30', true],
      ['S-14', true],
      ['S-7', false],
    ]);
  });

  it('do not call late what could not leave earlier', () => {
    const story = LicenseStory.on('2026-06-15').holds('2021-09-16', '2026-09-15', {
      reportsFiled: ['2022', '2023', '2024', '2025', '2026'],
    });
    expect(story.notices('renewal')).toMatchObject([
      {
        rung: 'S-3',
        plannedOn: '2026-06-15',
        late: false,
        skipped: ['S-180', 'S-120', 'S-90', 'S-60', 'S-30', 'S-14', 'S-7'],
      },
    ]);
  });

  it('stand still during an expert review', () => {
    const story = LicenseStory.on('2026-03-02').files('f', 'new', '2026-03-02').accepts('f');
    story.says('expert-review-started', { filingId: 'f', from: '2026-03-02', announcedUntil: null });
    expect(story.goesTo('2026-12-01').notices()).toEqual([]);
  });

  it('end with the act', () => {
    const story = holding().goesTo('2027-02-01').reports('2027').goesTo('2027-06-01');
    expect(story.told('annual-report')).toEqual([
      '2027-01-04 january-1',
      '2027-01-06 january-1 deputy',
      '2027-01-08 january-1 manager',
    ]);
  });

  it('end with a waiver', () => {
    const story = holding()
      .goesTo('2027-01-04')
      .says('obligation-waived', { obligationId: 'annual-report:2:2027', proposedBy: 'p' });
    expect(story.goesTo('2027-06-01').told('annual-report')).toEqual(['2027-01-04 january-1']);
  });

  it('go to the present owner', () => {
    const story = holding()
      .goesTo('2027-01-04')
      .says('people-assigned', { people: { ...people, owner: 'new' } })
      .goesTo('2027-03-01');
    expect(story.notices('annual-report').findLast(({ rung }) => rung === 'S-30')?.to).toEqual([
      { role: 'owner', person: 'new' },
    ]);
  });
});

describe('a date that moves', () => {
  const correct = () => LicenseStory.on('2026-03-09').files('f', 'new', '2026-03-02').accepts('f').goesTo('2026-05-06');
  const move = (story: LicenseStory) =>
    story
      .says('expert-review-started', { filingId: 'f', from: '2026-04-01', announcedUntil: null }, '2026-04-01')
      .says('expert-review-ended', { filingId: 'f', on: '2026-04-10' }, '2026-04-10');

  it('is told once, and only to those who were told the old one', () => {
    const story = move(correct()).goesTo('2026-05-10');
    const moved = story.notices('review').filter(({ rung }) => rung.startsWith('date-moved'));
    expect(moved).toMatchObject([
      { rung: 'date-moved-1', movedFrom: '2026-05-01', date: '2026-05-11', to: [{ role: 'owner' }] },
    ]);
    expect(tick(story.state, story.now, story.context())).toEqual([]);
  });

  it('is no news to those who were told nothing', () => {
    const story = LicenseStory.on('2026-03-09').files('f', 'new', '2026-03-02').accepts('f').goesTo('2026-04-20');
    expect(move(story).notices('review')).toEqual([]);
  });

  it('is told when it becomes known for the first time', () => {
    const story = LicenseStory.on('2026-03-09').holds('2024-09-16', '2029-09-15', { reportsFiled: ['2025', '2026'] });
    const change = {
      kind: 'name' as const,
      decidedOn: '2026-03-02',
      registeredOn: null,
      effectiveOn: null,
      operatorChanges: null,
    };
    story.says('company-fact-recorded', { change, facts: {}, companySeq: 2 }).goesTo('2026-03-10');
    story.says('company-fact-recorded', {
      change: { ...change, registeredOn: '2026-03-10' },
      facts: {},
      companySeq: 3,
    });
    expect(story.notices('change')).toMatchObject([
      { rung: 'opened', date: null },
      { rung: 'date-moved-1', movedFrom: null, date: '2026-04-09' },
    ]);
  });
});

describe('a date that nobody knows any more', () => {
  it('is told as moved neither while it is unknown nor while its clock stands still', () => {
    const story = LicenseStory.on('2026-03-02').files('f', 'new', null).corrects('f', null);
    const { id } = story.duty('correction');
    const record = story.state.notices[id];
    const quoting = (quoted: string | null) => {
      const notices = { [id]: { fired: record?.fired ?? [], quoted } };
      return tick({ ...story.state, notices }, story.now, story.context());
    };
    expect(record).toMatchObject({ quoted: null, fired: [{ rung: 'opened' }] });
    expect(quoting(null)).toEqual([]);
    expect(quoting('2026-03-20')).toEqual([]);
  });
});
