import { aPermit, LicenseStory } from '../../test/support/license-story.js';
import type { CompanyChange } from './company.js';

/** What is due today, as `<id> by <date>`. */
const due = (story: LicenseStory): string[] =>
  story.agenda().map(({ id, deadline }) => `${id} by ${deadline?.date ?? 'no date'}`);
const kinds = (story: LicenseStory): string[] =>
  story.agenda().map(({ kind, paused }) => (paused ? `${kind} (paused)` : kind));

const aStory = (day = '2026-09-14') => LicenseStory.on(day);
const submitted = () => aStory().files('f1', 'new', '2026-09-14');
const accepted = () => submitted().goesTo('2026-09-16').accepts('f1');
const granted = () => accepted().goesTo('2026-10-26').grants('f1');

const change = (parts: Partial<CompanyChange> = {}): CompanyChange => ({
  kind: 'legal-representative',
  decidedOn: '2026-02-02',
  registeredOn: '2026-03-02',
  effectiveOn: null,
  operatorChanges: null,
  ...parts,
});

describe('the agenda of an application', () => {
  it.each<[string, () => LicenseStory, string[]]>([
    [
      'a draft',
      () => aStory().says('filing-opened', { filingId: 'f1', kind: 'new', period: null, answers: [], plannedOn: null }),
      [],
    ],
    ['submitted without a receipt', () => aStory().files('f1', 'new', null), []],
    ['received', submitted, ['acceptance:5 by 2026-09-20']],
    [
      'asked for a correction with a date',
      () => submitted().corrects('f1', '2026-09-30'),
      ['correction:6 by 2026-09-30'],
    ],
    ['asked for a correction without a date', () => submitted().corrects('f1', null), ['correction:6 by no date']],
    [
      'resubmitted: a new clock',
      () => submitted().corrects('f1', null).goesTo('2026-09-16').submits('f1', '2026-09-16'),
      ['acceptance:10 by 2026-09-22'],
    ],
    ['accepted', accepted, ['review:6 by 2026-11-13']],
    ['granted', granted, ['permit-issue:7 by 2026-11-09']],
    ['withdrawn', () => accepted().says('filing-withdrawn', { filingId: 'f1', withdrawnOn: '2026-09-16' }), []],
    ['refused', () => accepted().refuses('f1'), ['reconsideration:7 by 2026-11-15', 'litigation:7 by 2027-03-16']],
    [
      'not accepted',
      () =>
        submitted().says('filing-not-accepted', {
          filingId: 'f1',
          decidedOn: '2026-09-14',
          number: null,
          reason: null,
        }),
      ['reconsideration:6 by 2026-11-13', 'litigation:6 by 2027-03-14'],
    ],
  ])('%s', (_state, story, expected) => {
    expect(due(story())).toEqual(expected);
  });

  it('stops the review while experts look at it, and counts those days out', () => {
    const story = accepted()
      .goesTo('2026-09-20')
      .says('expert-review-started', { filingId: 'f1', from: '2026-09-20', announcedUntil: null });
    expect(kinds(story)).toEqual(['review (paused)']);
    story.goesTo('2026-09-29').says('expert-review-ended', { filingId: 'f1', on: '2026-09-29' });
    expect(due(story)).toEqual(['review:6 by 2026-11-23']);
  });

  it('holds the permit while deferred materials are missing, and gives the company the same date', () => {
    const story = aStory();
    story.says('filing-opened', { filingId: 'f1', kind: 'new', period: null, answers: [], plannedOn: null });
    story.says('pack-signed-off', {
      filingId: 'f1',
      packHash: 'ab',
      materials: [],
      deferred: ['staff'],
      preparedBy: ['p'],
    });
    story.submits('f1', '2026-09-14').accepts('f1').grants('f1');
    expect(kinds(story)).toEqual(['deferred-materials', 'permit-issue (paused)']);
    expect(new Set(story.agenda().map(({ deadline }) => deadline?.date))).toEqual(new Set(['2026-09-28']));
    expect(story.duty('deferred-materials').deadline?.safeDay).toBe('2026-09-28');
    const paper = {
      requirementId: 'staff',
      materialId: 'm',
      version: 1,
      sha256: '00',
      bytes: 1,
      mediaType: 'application/pdf',
      issuedOn: null,
      reason: null,
    };
    story.says('material-supplied', { filingId: 'f1', ...paper });
    expect(kinds(story)).toEqual(['permit-issue']);
  });

  it('lets a right go when its date has passed', () => {
    const story = accepted().refuses('f1').goesTo('2026-11-16');
    expect(kinds(story)).toEqual(['litigation']);
  });
});

describe('the annual report', () => {
  const years = (story: LicenseStory) =>
    story.agenda().flatMap(({ kind, period }) => (kind === 'annual-report' ? [period] : []));

  it('is not due for the year of the grant, and opens on January 1 after it', () => {
    const story = granted()
      .goesTo('2026-11-02')
      .says('permit-issued', {
        filingId: 'f1',
        permit: aPermit('2026-11-02', '2031-11-01'),
        computedLastDay: '2031-11-01',
        issuedOn: '2026-11-02',
      });
    expect(years(story.goesTo('2026-12-31'))).toEqual([]);
    story.goesTo('2027-01-01', '00:00');
    expect(story.duty('annual-report')).toMatchObject({
      id: 'annual-report:8:2027',
      openedOn: '2027-01-01',
      cureEnd: '2027-04-30',
    });
    expect(story.duty('annual-report').deadline).toMatchObject({ date: '2027-03-31', safeDay: '2027-03-31' });
  });

  it('stays open beyond the cure month until it is filed', () => {
    const story = aStory('2026-12-01').holds('2026-01-05', '2031-01-04').goesTo('2027-06-01');
    expect(years(story)).toEqual(['2027']);
    story.files('r', 'annual-report', null, { period: '2027' });
    expect(years(story)).toEqual(['2027']);
    story.says('report-filed', { filingId: 'r', filedOn: story.today, number: null });
    expect(years(story)).toEqual([]);
  });

  it.each([
    ['2027-02-10', /doubtful/],
    ['2027-03-31', /doubtful/],
    ['2027-04-01', /^File the annual report/],
  ])('of a permit that ends on %s says whether it is doubtful', (lastDay, words) => {
    const story = aStory('2026-12-01')
      .holds('2022-02-11', lastDay, { reportsFiled: ['2023', '2024', '2025', '2026'] })
      .goesTo('2027-01-05');
    expect(story.duty('annual-report').next.en).toMatch(words);
  });

  it('comes back as a duty of its own when it is returned', () => {
    const story = aStory('2026-12-01')
      .holds('2026-01-05', '2031-01-04')
      .goesTo('2027-02-01')
      .files('r', 'annual-report', null, { period: '2027' });
    story.says('report-returned', { filingId: 'r', returnedOn: story.today, dueOn: '2027-02-26' });
    expect(due(story).slice(0, 2)).toEqual([
      'report-return:9:2027 by 2027-02-26',
      'annual-report:2:2027 by 2027-03-31',
    ]);
    expect(
      story
        .submits('r', null)
        .agenda()
        .map(({ kind }) => kind),
    ).not.toContain('report-return');
  });

  it.each([
    [
      'with a known past: every year not filed',
      '2026-02-02',
      { grantedOn: '2022-05-05', reportsFiled: ['2023', '2025'] },
      ['2024', '2026'],
    ],
    ['with an unknown grant, in the first quarter: from this year on', '2026-02-02', { grantedOn: null }, ['2026']],
    ['with an unknown grant, in the cure month: from this year on', '2026-04-30', { grantedOn: null }, ['2026']],
    ['with an unknown grant, later: from next year on', '2026-05-06', { grantedOn: null }, []],
    [
      'with unknown reports, later: from next year on',
      '2026-05-06',
      { grantedOn: '2022-05-05', unknown: ['reportsFiled'] },
      [],
    ],
  ])('of a permit registered %s', (_case, day, rest, expected) => {
    expect(years(aStory(day).holds('2022-05-05', '2027-05-04', rest))).toEqual(expected);
  });

  it('is due for the last year of the permit, and for none after it', () => {
    const story = aStory('2026-12-01').holds('2022-02-02', '2027-02-01', {
      reportsFiled: ['2023', '2024', '2025', '2026'],
    });
    expect(years(story.goesTo('2027-01-04'))).toEqual(['2027']);
    expect(years(story.goesTo('2028-02-01'))).toEqual(['2027']);
  });
});

describe('the renewal', () => {
  const holding = () =>
    aStory('2026-03-02').holds('2021-09-16', '2026-09-15', { reportsFiled: ['2022', '2023', '2024', '2025', '2026'] });
  const renewal = (story: LicenseStory) =>
    story
      .agenda()
      .filter(({ kind }) => kind === 'renewal')
      .map(({ openedOn }) => openedOn);

  it('is due ninety days before the last day, on the safe day', () => {
    expect(holding().duty('renewal').deadline).toMatchObject({ date: '2026-06-17', safeDay: '2026-06-17' });
  });

  it('ends when the renewal is submitted, not when it is prepared', () => {
    const story = holding().says('filing-opened', {
      filingId: 'n',
      kind: 'renewal',
      period: null,
      answers: [],
      plannedOn: null,
    });
    expect(renewal(story)).toEqual(['2026-03-02']);
    story
      .says('pack-signed-off', { filingId: 'n', packHash: 'ab', materials: [], deferred: [], preparedBy: ['p'] })
      .submits('n', null);
    expect(kinds(story)).toEqual(['renewal-decision']);
    expect(story.duty('renewal-decision').deadline?.date).toBe('2026-09-15');
  });

  it('does not come back while the filing is in correction', () => {
    expect(kinds(holding().files('n', 'renewal', '2026-03-02').corrects('n', '2026-03-20'))).toEqual(['correction']);
  });

  it('comes back from the day on which the filing failed', () => {
    const story = holding().files('n', 'renewal', '2026-03-02').accepts('n').goesTo('2026-05-11').refuses('n');
    expect(renewal(story)).toEqual(['2026-05-11']);
    expect(renewal(story.files('n2', 'renewal', '2026-05-11'))).toEqual([]);
    expect(
      renewal(story.goesTo('2026-05-12').says('filing-withdrawn', { filingId: 'n2', withdrawnOn: '2026-05-12' })),
    ).toEqual(['2026-05-12']);
  });

  it('begins anew with the renewed term', () => {
    const story = holding().files('n', 'renewal', '2026-03-02').accepts('n').grants('n');
    story.says('permit-renewed', {
      filingId: 'n',
      permit: aPermit('2026-09-16', '2031-09-15'),
      computedLastDay: '2031-09-15',
      issuedOn: story.today,
    });
    expect(due(story)).toEqual(['renewal:10 by 2031-06-17']);
  });

  it('goes on after the permit has expired, until the license is closed', () => {
    const story = holding().goesTo('2027-03-01');
    expect(story.state.permit?.status).toBe('expired');
    expect(renewal(story)).toEqual(['2026-03-02']);
    expect(story.closes().agenda()).toEqual([]);
  });
});

describe('a duty does not come back', () => {
  it('from a renewal that was withdrawn before anybody had it', () => {
    const story = LicenseStory.on('2026-01-05').holds('2022-02-02', '2027-02-01');
    story.says('filing-opened', { filingId: 'r', kind: 'renewal', period: null, answers: [], plannedOn: null });
    story.goesTo('2026-02-02').says('filing-withdrawn', { filingId: 'r', withdrawnOn: '2026-02-02' });
    expect(story.duty('renewal').openedOn).toBe('2026-01-05');
  });

  it('of a year before the rules; that of this year stands without a date', () => {
    const story = LicenseStory.on('2005-03-02').holds('2003-01-05', '2008-01-04', { reportsFiled: [] });
    const reports = () =>
      story.agenda().flatMap(({ kind, period, deadline }) => (kind === 'annual-report' ? [[period, deadline]] : []));
    expect(reports()).toEqual([['2005', null]]);
  });

  it('for the year of the grant, where nobody knows which reports were filed', () => {
    const registered = (validFrom: string, lastDay: string) =>
      LicenseStory.on('2026-03-02')
        .holds(validFrom, lastDay, { reportsFiled: [], unknown: ['reportsFiled'] })
        .agenda()
        .flatMap(({ kind, period }) => (kind === 'annual-report' ? [period] : []));
    expect(registered('2026-01-12', '2031-01-11')).toEqual([]);
    expect(registered('2025-01-13', '2030-01-12')).toEqual(['2026']);
    expect(registered('2022-01-10', '2027-01-09')).toEqual(['2026']);
  });
});

describe('a change of the company', () => {
  const holding = () => aStory('2026-03-09').holds('2024-09-16', '2029-09-15', { reportsFiled: ['2025', '2026'] });
  const told = (parts: Partial<CompanyChange> = {}) =>
    holding().says('company-fact-recorded', { change: change(parts), facts: {}, companySeq: 2 });
  const changes = (story: LicenseStory) => due(story).filter((each) => each.startsWith('change'));

  it.each<[string, Partial<CompanyChange>, string[]]>([
    ['thirty days after the registration', {}, ['change:3 by 2026-04-01']],
    ['no date while it is not registered', { registeredOn: null }, ['change:3 by no date']],
    [
      'thirty days after the decision where the operator changes',
      { kind: 'shareholders', operatorChanges: true },
      ['change:3 by 2026-03-04'],
    ],
    [
      'thirty days after the registration where it does not',
      { kind: 'shareholders', operatorChanges: false },
      ['change:3 by 2026-04-01'],
    ],
    ['the stricter one while nobody has answered', { kind: 'shareholders' }, ['change:3 by 2026-03-04']],
  ])('is due %s', (_case, parts, expected) => {
    expect(changes(told(parts))).toEqual(expected);
  });

  it('asks whether the operator changes until somebody has answered', () => {
    const next = (parts: Partial<CompanyChange>) => told({ kind: 'shareholders', ...parts }).duty('change').next.en;
    expect(next({})).toMatch(/^Say first whether the operator changes/);
    expect(next({ operatorChanges: false })).toMatch(/^File for the change/);
  });

  it('ends with the submitted filing and comes back when that is withdrawn', () => {
    const story = told().files('c', 'change', '2026-03-09', { answers: ['change:3'] });
    expect(changes(story)).toEqual([]);
    story.goesTo('2026-03-10').says('filing-withdrawn', { filingId: 'c', withdrawnOn: '2026-03-10' });
    expect(changes(story)).toEqual(['change:3 by 2026-04-01']);
    expect(story.duty('change').openedOn).toBe('2026-03-10');
  });

  it('is done with the amended permit', () => {
    const story = told()
      .files('c', 'change', '2026-03-09', { answers: ['change:3'] })
      .accepts('c')
      .grants('c');
    story.says('permit-amended', {
      filingId: 'c',
      amendedOn: story.today,
      permit: aPermit('2024-09-16', '2029-09-15'),
    });
    expect(kinds(story)).toEqual(['renewal']);
  });
});

describe('the agenda as a whole', () => {
  const holding = () => aStory('2026-03-09').holds('2024-09-16', '2029-09-15', { reportsFiled: ['2025'] });

  it('is sorted by date, with both languages and a permanent id', () => {
    const [first, second] = holding().agenda();
    expect([first?.id, second?.id]).toEqual(['annual-report:2:2026', 'renewal:2']);
    expect(first?.next).toEqual({
      zh: '报送应于2026年第一季度内报送的年报，并登记',
      en: 'File the annual report that is due in the first quarter of 2026, and record it',
    });
  });

  it('has of one date the older entry first, and what has no date last', () => {
    const story = LicenseStory.on('2026-03-09').holds('2024-09-16', '2029-09-15', { reportsFiled: ['2025', '2026'] });
    const change = { kind: 'name' as const, decidedOn: '2026-03-02', effectiveOn: null, operatorChanges: null };
    for (const [companySeq, registeredOn] of ['2026-03-09', '2026-03-09', '2026-03-06', null].entries())
      story.says('company-fact-recorded', { change: { ...change, registeredOn }, facts: {}, companySeq });
    const changes = story.agenda().filter(({ kind }) => kind === 'change');
    const seqs = changes.map(({ openedSeq }) => openedSeq);
    const [first, second, earliest, undated] = seqs.toSorted((a, b) => a - b);
    expect(seqs).toEqual([earliest, first, second, undated]);
    expect(new Set(seqs).size).toBe(4);
  });

  it('leaves out what two persons waived', () => {
    const story = holding().says('obligation-waived', { obligationId: 'renewal:2', proposedBy: 'p' });
    expect(kinds(story)).toEqual(['annual-report']);
  });

  it.each(['permit-revoked', 'permit-set-aside', 'permit-withdrawn'] as const)(
    'has no duty after %s, but the rights against it',
    (ending) => {
      const agenda = holding().says(ending, { on: '2026-03-09', number: null }).agenda();
      expect(agenda.map(({ kind, duty }) => ({ kind, duty }))).toEqual([
        { kind: 'reconsideration', duty: 'right' },
        { kind: 'litigation', duty: 'right' },
      ]);
    },
  );

  it('is empty once the permit is cancelled', () => {
    expect(
      holding()
        .files('c', 'change', '2026-03-09')
        .says('permit-cancelled', { cancelledOn: '2026-03-09', number: null })
        .agenda(),
    ).toEqual([]);
  });
});
