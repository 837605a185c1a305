import { law, refusal } from '../../../test/support/builders.js';
import { LicenseStory } from '../../../test/support/license-story.js';
import { type Rehearsal, rehearse, rehearseFrom } from '../rehearse.js';
import { comparePlans } from './compare.js';
import { workingWindow } from './rehearsal.js';

const ask = (plan: object = {}, rest: object = {}) => ({
  company: {
    province: 'sh',
    registeredCapital: 1_000_000,
    foreignShare: 0,
    shareholders: [{ kind: 'company', percent: 100 }],
  },
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  plan: { startOn: '2026-01-05', filingOn: '2026-01-12', until: '2026-04-30', ...plan },
  ...rest,
});
const played = (plan: object = {}): Rehearsal => rehearse(law, ask(plan));
/** What happens, by its type, with the days on which it does. */
const days = ({ timeline }: Rehearsal, ...types: string[]): string[] =>
  timeline.filter(({ what }) => types.includes(what)).map(({ on, what }) => `${on} ${what}`);

const held = (day = '2028-01-10') => {
  const reportsFiled = ['2024', '2025', '2026', '2027', '2028'];
  return LicenseStory.on(day).holds('2023-05-10', '2028-05-09', { reportsFiled });
};
const playOn = (story: LicenseStory, plan: object = {}): Rehearsal =>
  rehearseFrom(story.state, story.context(), { plan });

describe('a short plan, played', () => {
  it('tells everything that happens, who does it and for which filing', () => {
    const { timeline, end, endOn, startOn, filingOn, wakeUps, notices } = played();
    expect(timeline).toEqual([
      { on: '2026-01-05', what: 'license-opened', by: 'company', filingId: null },
      { on: '2026-01-05', what: 'filing-opened', by: 'company', filingId: 'new-1' },
      { on: '2026-01-12', what: 'pack-signed-off', by: 'company', filingId: 'new-1' },
      { on: '2026-01-12', what: 'filing-submitted', by: 'company', filingId: 'new-1' },
      { on: '2026-01-12', what: 'receipt-recorded', by: 'authority', filingId: 'new-1' },
      { on: '2026-01-19', what: 'filing-accepted', by: 'authority', filingId: 'new-1' },
      { on: '2026-03-13', what: 'filing-granted', by: 'authority', filingId: 'new-1' },
      { on: '2026-03-27', what: 'permit-issued', by: 'authority', filingId: 'new-1' },
      { on: '2026-03-27', what: 'service-opened', by: 'company', filingId: null },
    ]);
    expect({ end, endOn, startOn, filingOn, notices }).toEqual({
      end: { status: 'valid', terms: [{ validFrom: '2026-03-27', lastDay: '2031-03-26', provisional: false }] },
      endOn: '2026-04-30',
      startOn: '2026-01-05',
      filingOn: '2026-01-12',
      notices: [],
    });
    expect(wakeUps).toBe(0);
  });

  it('names the dates that depend on days which nobody has published yet', () => {
    const { provisionalDates, duties } = played();
    expect(provisionalDates).toEqual([
      {
        obligationId: duties.find(({ kind }) => kind === 'renewal')?.obligationId,
        date: '2030-12-26',
        safeDay: '2030-12-26',
      },
    ]);
  });

  it('is accepted by silence in its time, which nobody does', () => {
    const { timeline, findings, wakeUps } = played({ authority: { acceptance: 'silence' }, until: '2026-02-01' });
    expect(timeline.at(-1)).toEqual({ on: '2026-01-20', what: 'acceptance-deemed', by: 'time', filingId: 'new-1' });
    expect(findings.map(({ code, about }) => `${code} ${about}`)).toContain('acceptance-deemed new-1');
    expect(wakeUps).toBe(1);
  });

  it('shows each duty with its window, its slack, and the day on which it was done', () => {
    const { duties, windows } = played({
      corrections: [{ noticedOn: '2026-01-13', dueOn: '2026-01-30', answeredOn: '2026-01-20' }],
    });
    const correction = duties.find(({ kind }) => kind === 'correction');
    expect(correction).toMatchObject({
      duty: 'company',
      filingId: 'new-1',
      openedOn: '2026-01-13',
      safeDay: '2026-01-30',
      closedOn: '2026-01-20',
      slackDays: 10,
      cureEnd: null,
      period: null,
    });
    expect(windows[0]).toEqual({
      obligationId: correction?.obligationId,
      kind: 'correction',
      period: null,
      from: '2026-01-13',
      to: '2026-01-30',
      doneOn: '2026-01-20',
      slackDays: 10,
      firmness: 'firm',
    });
    expect(windows.map(({ kind }) => kind)).toEqual(['correction', 'renewal']);
    const acceptance = duties.find(({ kind }) => kind === 'acceptance');
    expect(acceptance?.slackDays).not.toBeNull();
  });

  it.each<[string, object, string[]]>([
    [
      'an authority of its own pace',
      { acceptance: 0, review: 10, issue: 0 },
      ['2026-01-12', '2026-01-22', '2026-01-22'],
    ],
    [
      'a review that ends on a rest day',
      { acceptance: 0, review: 12, issue: 1 },
      ['2026-01-12', '2026-01-23', '2026-01-26'],
    ],
    ['the earliest reading', { review: 'earliest-reading' }, ['2026-01-19', '2026-03-13', '2026-03-27']],
    ['the latest reading', { review: 'latest-reading' }, ['2026-01-19', '2026-04-20']],
  ])('comes to its permit by %s', (_, authority, expected) => {
    const told = days(played({ authority }), 'filing-accepted', 'filing-granted', 'permit-issued');
    expect(told.map((line) => line.slice(0, 10))).toEqual(expected);
  });

  it('has one expert review, between its days', () => {
    const rehearsal = played({ expertReview: { from: '2026-01-26', to: '2026-02-04' } });
    expect(days(rehearsal, 'expert-review-started', 'expert-review-ended')).toEqual([
      '2026-01-26 expert-review-started',
      '2026-02-04 expert-review-ended',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['on the day of the permit', {}, ['2026-03-27 service-opened']],
    ['on its planned day', { serviceOpenedOn: '2026-04-10' }, ['2026-04-10 service-opened']],
    [
      'on the day of the permit where it was planned too early',
      { serviceOpenedOn: '2026-02-01' },
      ['2026-03-27 service-opened'],
    ],
    ['never', { serviceOpenedOn: 'never' }, []],
  ])('opens its service %s', (_, plan, expected) => {
    expect(days(played(plan), 'service-opened')).toEqual(expected);
  });

  it('hears of changes in the order of their days, whatever their order in the plan', () => {
    const changes = [
      { kind: 'scope', decidedOn: '2026-04-20' },
      { kind: 'name', decidedOn: '2026-04-01', registeredOn: '2026-04-10', filedOn: '2026-04-13' },
    ];
    const rehearsal = played({ changes });
    expect(days(rehearsal, 'company-fact-recorded')).toEqual([
      '2026-04-10 company-fact-recorded',
      '2026-04-20 company-fact-recorded',
    ]);
    const filed = rehearsal.timeline.filter(({ what, on }) => what === 'filing-submitted' && on > '2026-04-01');
    expect(filed).toEqual([{ on: '2026-04-13', what: 'filing-submitted', by: 'company', filingId: 'change-1' }]);
  });

  it('takes papers at hand while they are fresh, and names those that are not', () => {
    const paper = (issuedOn: string) => [{ id: 'social-security-proof', issuedOn }];
    expect(played({ materials: paper('2026-01-02'), until: '2026-01-20' }).staleMaterials).toEqual([]);
    const { staleMaterials, fileBetween } = played({ materials: paper('2025-12-01'), until: '2026-01-20' });
    expect(staleMaterials).toMatchObject([
      { requirementId: 'social-security-proof', filingId: 'new-1', filingOn: '2026-01-12', issuedOn: '2025-12-01' },
    ]);
    expect(Object.keys(staleMaterials[0] ?? {}).sort()).toEqual([
      'citation',
      'filingId',
      'filingOn',
      'freshness',
      'issuedOn',
      'requirementId',
      'title',
    ]);
    expect(fileBetween).toBeNull();
  });

  it('is refused where the live license would refuse an act, with the day and the reason', () => {
    const { code, message, details } = refusal(() =>
      played({ corrections: [{ noticedOn: '2026-01-13', dueOn: '2026-01-12', answeredOn: '2026-01-20' }] }),
    );
    expect(code).toBe('plan-not-playable');
    expect(message).toMatch(/^On 2026-01-13: /);
    expect(details).toEqual({
      pointer: '/plan',
      on: '2026-01-13',
      refusal: { code: expect.any(String), details: expect.any(Object) },
      remedy: 'Move the planned days so that each act follows what it answers.',
    });
  });
});

describe('a renewal, played', () => {
  const renewal = (plan: object, story = held()) =>
    days(
      playOn(story, plan),
      'filing-submitted',
      'filing-accepted',
      'filing-granted',
      'filing-refused',
      'permit-renewed',
      'renewal-deemed',
      'permit-expired',
    );

  it('is filed on its safe day, or on the day that is planned', () => {
    expect(renewal({})).toEqual([
      '2028-02-09 filing-submitted',
      '2028-02-16 filing-accepted',
      '2028-04-07 filing-granted',
      '2028-04-21 permit-renewed',
    ]);
    expect(renewal({ renewal: { filedOn: '2028-01-20' } })[0]).toBe('2028-01-20 filing-submitted');
  });

  it('is decided on the last working day of the permit at the latest', () => {
    expect(renewal({ authority: { review: 200 } }).slice(0, 3)).toEqual([
      '2028-02-09 filing-submitted',
      '2028-02-16 filing-accepted',
      '2028-05-09 filing-granted',
    ]);
  });

  it('ends the permit where it is refused, and is not tried again', () => {
    const told = renewal({ renewal: { outcome: 'refused' } });
    expect(told.map((line) => line.slice(11))).toEqual([
      'filing-submitted',
      'filing-accepted',
      'filing-refused',
      'permit-expired',
    ]);
    expect(told.at(-1)).toBe('2028-05-10 permit-expired');
  });

  it('comes by silence where nobody decides', () => {
    const rehearsal = playOn(held(), { renewal: { outcome: 'silence' } });
    expect(days(rehearsal, 'renewal-deemed')).toEqual(['2028-05-10 renewal-deemed']);
    expect(rehearsal.endOn).toBe('2028-05-10');
    expect(rehearsal.end.terms.map(({ provisional }) => provisional)).toEqual([false, true]);
  });

  it('is shown until the day after the term, or thirty days after a lapse', () => {
    expect(playOn(held()).endOn).toBe('2028-05-10');
    expect(playOn(held(), { renewal: { filedOn: 'never' } }).endOn).toBe('2028-06-08');
    expect(playOn(held(), { until: '2028-01-31' }).endOn).toBe('2028-01-31');
  });

  it('has a window from its first reminder on; nobody is told twice what somebody acknowledged', () => {
    const { windows, notices, noticesByPerson } = playOn(held('2027-09-01'), { until: '2028-01-15' });
    const [window] = windows.filter(({ kind }) => kind === 'renewal');
    const [first] = notices.filter(({ kind }) => kind === 'renewal');
    expect(window?.from).toBe(first?.on);
    expect(first).toEqual({
      on: first?.on,
      person: 'person-owner',
      role: 'owner',
      obligationId: 'renewal:2',
      kind: 'renewal',
      rung: first?.rung,
      date: '2028-02-09',
      safeDay: '2028-02-09',
      firmness: 'provisional',
      late: false,
    });
    expect(noticesByPerson).toEqual({ 'person-owner': notices.length });
    const silent = playOn(held('2027-09-01'), { until: '2028-01-15', acknowledge: 'never' });
    expect(Object.keys(silent.noticesByPerson)).toContain('person-deputy');
    const next = playOn(held('2027-09-01'), { until: '2028-01-15', acknowledge: 'next-working-day' });
    expect(Object.keys(next.noticesByPerson)).toEqual(['person-owner']);
  });
});

describe('reports, played', () => {
  const reported = (plan: object) => {
    const reportsFiled = ['2024', '2025', '2026'];
    const story = LicenseStory.on('2027-01-04').holds('2023-05-10', '2028-05-09', { reportsFiled });
    return days(playOn(story, { until: '2027-05-31', ...plan }), 'report-filed');
  };

  it.each<[string, object, string[]]>([
    ['on the safe day', {}, ['2027-03-31 report-filed']],
    ['on the day of the year', { reports: { '2027': '2027-02-10' } }, ['2027-02-10 report-filed']],
    ['on the safe day where another year is named', { reports: { '2028': '2028-02-10' } }, ['2027-03-31 report-filed']],
    ['never', { reports: 'never' }, []],
  ])('are filed %s', (_, plan, expected) => {
    expect(reported(plan)).toEqual(expected);
  });
});

describe('an application on record, played on', () => {
  it('names its authority, its day and nothing that was assessed', () => {
    const story = LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14');
    const rehearsal = playOn(story, { until: '2026-09-20' });
    expect(rehearsal).toMatchObject({
      authority: 'sh',
      authorityName: { zh: '上海市通信管理局' },
      eligible: null,
      fileBetween: null,
      latestStart: null,
      waiting: null,
      filingOn: '2026-09-14',
    });
  });

  it('is handed in on the planned day, or at once', () => {
    const submitted = (plan: object) =>
      days(playOn(LicenseStory.on('2026-09-14'), { until: '2026-10-31', ...plan }), 'filing-submitted');
    expect(submitted({})).toEqual(['2026-09-14 filing-submitted']);
    expect(submitted({ filingOn: '2026-10-12' })).toEqual(['2026-10-12 filing-submitted']);
  });

  it('that has failed is made again only where a day is planned for it', () => {
    const failed = () =>
      LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').accepts('new-1').refuses('new-1');
    const submitted = (plan: object) => days(playOn(failed(), { until: '2026-10-31', ...plan }), 'filing-submitted');
    expect(submitted({})).toEqual([]);
    expect(submitted({ filingOn: '2026-09-14' })).toEqual(['2026-09-14 filing-submitted']);
    expect(submitted({ filingOn: '2026-10-12' })).toEqual(['2026-10-12 filing-submitted']);
    expect(submitted({ filingOn: '2026-09-13' })).toEqual([]);
  });

  it('answers a correction on its safe day', () => {
    const story = LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').corrects('new-1', '2026-09-30');
    expect(days(playOn(story, { until: '2026-10-31' }), 'filing-submitted')).toEqual(['2026-09-30 filing-submitted']);
  });
});

describe('a plan that ends where nothing happens', () => {
  const failed = (): LicenseStory =>
    LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').accepts('new-1').refuses('new-1');

  it('is played to its last day, be it the last that can be planned', () => {
    for (const until of ['2026-12-31', '2038-09-14']) expect(playOn(failed(), { until }).endOn).toBe(until);
  });

  it('without a last day ends with what happens last', () => {
    expect(playOn(failed()).endOn).toBe('2027-03-12');
  });

  it('names an authority that the rules do not know by its code', () => {
    const { state } = failed();
    const rehearsal = rehearseFrom({ ...state, authority: 'xx' }, failed().context(), {
      plan: { until: '2026-09-20' },
    });
    expect(rehearsal.authorityName).toEqual({ zh: 'xx', en: 'xx' });
  });
});

describe('a window for filing', () => {
  it.each([
    [null, null],
    [
      { from: '2026-01-05', to: null },
      { from: '2026-01-05', to: null },
    ],
    [
      { from: '2026-01-05', to: '2026-01-11' },
      { from: '2026-01-05', to: '2026-01-09' },
    ],
    [
      { from: '2026-01-09', to: '2026-01-11' },
      { from: '2026-01-09', to: '2026-01-09' },
    ],
    [{ from: '2026-01-10', to: '2026-01-11' }, null],
  ])('ends on a working day: %j', (window, expected) => {
    expect(workingWindow(law, window)).toEqual(expected);
  });
});

describe('two short plans', () => {
  const compared = (a: object, b: object) => comparePlans(law, { a: ask(a), b: ask(b) });
  const correction = { corrections: [{ noticedOn: '2026-01-13', dueOn: '2026-01-30', answeredOn: '2026-01-20' }] };

  it('are laid side by side', () => {
    const { acts, findings, ...rest } = compared({ ...correction, costPerDay: 10 }, { until: '2026-02-20' });
    expect(rest).toMatchObject({
      filingOn: { a: '2026-01-12', b: '2026-01-12' },
      issuedOn: { a: '2026-03-27', b: null },
      end: { a: { status: 'valid', on: '2026-04-30' }, b: { status: 'in-review', on: '2026-02-20', terms: [] } },
      waiting: { a: { days: 81, cost: 810 }, b: null },
      leastSlack: { a: 10, b: null },
      notices: { byPerson: { owner: { a: expect.any(Number), b: 0 } } },
    });
    expect(acts.map(({ kind, count, b, movedDays }) => [kind, count, b, movedDays])).toEqual([
      ['correction', 1, null, null],
      ['renewal', 1, null, null],
    ]);
    expect(acts[0]?.a).toEqual({
      from: '2026-01-13',
      to: '2026-01-30',
      doneOn: '2026-01-20',
      slackDays: 10,
      firmness: 'firm',
    });
    expect(findings.b).toEqual([]);
  });

  it('count the same acts of one kind', () => {
    const twice = {
      corrections: [
        ...correction.corrections,
        { noticedOn: '2026-01-21', dueOn: '2026-02-10', answeredOn: '2026-01-26' },
      ],
      until: '2026-02-20',
    };
    const other = {
      corrections: twice.corrections.with(1, {
        noticedOn: '2026-01-21',
        dueOn: '2026-02-06',
        answeredOn: '2026-01-26',
      }),
      until: '2026-02-20',
    };
    expect(compared(twice, other).acts).toMatchObject([
      { kind: 'correction', count: 2, a: { to: '2026-02-10' }, b: { to: '2026-02-06' }, movedDays: -4 },
    ]);
  });

  it('show acts that differ in one of their days only, and tell how many notices each brings', () => {
    const answered = (answeredOn: string) => ({
      corrections: [{ noticedOn: '2026-01-13', dueOn: '2026-01-30', answeredOn }],
      until: '2026-02-20',
    });
    const { acts, notices, predictedIssue } = compared(answered('2026-01-20'), answered('2026-01-21'));
    expect(acts).toMatchObject([
      { kind: 'correction', period: null, a: { doneOn: '2026-01-20' }, b: { doneOn: '2026-01-21' }, movedDays: 0 },
    ]);
    const counts = Object.values(notices.byPerson).map(({ a, b }) => [a, b]);
    expect([notices.a, notices.b]).toEqual([
      counts.reduce((sum, [a = 0]) => sum + a, 0),
      counts.reduce((sum, [, b = 0]) => sum + b, 0),
    ]);
    expect(notices.a).toBeGreaterThan(0);
    expect(predictedIssue.a).toEqual(predictedIssue.b);
    expect(predictedIssue.a?.from).toBe('2026-03-27');
  });

  it('differ in an act that can begin on another day only', () => {
    const noticed = (noticedOn: string) => ({
      corrections: [{ noticedOn, dueOn: '2026-01-30', answeredOn: '2026-01-20' }],
      until: '2026-02-20',
    });
    expect(compared(noticed('2026-01-13'), noticed('2026-01-14')).acts).toMatchObject([
      { a: { from: '2026-01-13', to: '2026-01-30' }, b: { from: '2026-01-14', to: '2026-01-30' }, movedDays: 0 },
    ]);
  });

  it('are refused for what is wrong with them, not for a defect of the rules', () => {
    const broken = Object.defineProperty(ask(), 'plan', {
      get: () => {
        throw new RangeError('a defect');
      },
    });
    expect(() => comparePlans(law, { a: ask(), b: broken })).toThrow(RangeError);
  });

  it('say what is wrong with both', () => {
    const wrong = { filingOn: '2026-01-01' };
    const { code, message, details } = refusal(() => compared(wrong, { openBy: 'soon' }));
    expect(code).toBe('invalid-profile');
    expect(message).toBe('a: /plan/filingOn The planned filing day is over. b: /plan/openBy A day is expected here.');
    expect(details).toMatchObject({
      pointer: '/a/plan/filingOn',
      errors: [{ pointer: '/a/plan/filingOn' }, { pointer: '/b/plan/openBy' }],
    });
    const unplayable = { corrections: [{ noticedOn: '2026-01-13', dueOn: '2026-01-12', answeredOn: '2026-01-20' }] };
    expect(refusal(() => compared(unplayable, wrong)).details.pointer).toBe('/b/plan/filingOn');
    expect(refusal(() => compared(wrong, unplayable)).details.pointer).toBe('/a/plan/filingOn');
    expect(refusal(() => compared(unplayable, unplayable)).details).toMatchObject({
      pointer: '/a/plan',
      on: '2026-01-13',
    });
    expect(refusal(() => compared(unplayable, {})).message).toMatch(/^a: On 2026-01-13: /);
    expect(refusal(() => comparePlans(law, { a: ask(), b: null })).details.pointer).toBe('/b');
  });
});
