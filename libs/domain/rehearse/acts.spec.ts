import { aPermit, LicenseStory, law } from '../../../test/support/license-story.js';
import type { RecordedEvent } from '../events.js';
import { type Act, endOf, nextAct } from './acts.js';
import type { RehearsalPlan } from './plan.js';
import { checkLivePlan } from './plan-check.js';
import { Stage } from './stage.js';

const today = '2027-03-15';

/** A stage on a license as it stands, on which nobody acknowledges anything unless the plan says so. */
function onStage(story: LicenseStory, rest: Partial<RehearsalPlan> = {}): Stage {
  const { company, serviceTypes, coverage, people } = story.state;
  const plan = { ...checkLivePlan({}, story.today, people), acknowledge: 'never' as const, ...rest };
  return new Stage(law, { company, serviceTypes, coverage, plan, finished: [] }, story);
}

const notTold: readonly RecordedEvent['type'][] = ['notice-due', 'material-supplied', 'pack-signed-off'];

/** What an act puts on record, when it is played. */
function brought(story: LicenseStory, act: Act): string[] {
  const from = story.history.length;
  act.play();
  return story.history.slice(from).flatMap(({ type }) => (notTold.includes(type) ? [] : [type]));
}

/** The day of the next act, and what it brings. */
function next(story: LicenseStory, plan: Partial<RehearsalPlan> = {}): string[] | null {
  const act = nextAct(onStage(story, plan));
  return act && [act.on, ...brought(story, act)];
}

const fresh = () => LicenseStory.on(today);
const filed = () => fresh().files('new-1', 'new', today);
const reportsFiled = ['2022', '2023', '2024', '2025', '2026', '2027'];
const held = (rest: object = {}) => fresh().holds('2021-06-01', '2031-05-31', { reportsFiled, ...rest });
const handedIn = ['filing-submitted', 'receipt-recorded'];
const aChange = {
  kind: 'name',
  decidedOn: today,
  registeredOn: today,
  effectiveOn: null,
  operatorChanges: null,
} as const;
const changed = (story: LicenseStory) =>
  story.says('company-fact-recorded', { facts: {}, change: aChange, companySeq: 2 });
const renewed = (story: LicenseStory, filingId = 'renewal-1') =>
  story
    .files(filingId, 'renewal', today)
    .accepts(filingId)
    .grants(filingId)
    .says('permit-renewed', {
      filingId,
      permit: aPermit('2031-06-01', '2036-05-31'),
      computedLastDay: '2036-05-31',
      issuedOn: today,
    });

describe('without a permit, the next act', () => {
  it.each<[string, () => LicenseStory, Partial<RehearsalPlan>, string[] | null]>([
    ['is the application, today', fresh, {}, [today, 'filing-opened', ...handedIn]],
    [
      'is the application on its planned day',
      fresh,
      { filingOn: '2027-04-01' },
      ['2027-04-01', 'filing-opened', ...handedIn],
    ],
    [
      'is today where its planned day is over',
      fresh,
      { filingOn: '2027-03-01' },
      [today, 'filing-opened', ...handedIn],
    ],
    [
      'is the receipt of what was handed in',
      () => fresh().files('new-1', 'new', null),
      {},
      [today, 'receipt-recorded'],
    ],
    ['is the acceptance of what was received', filed, {}, ['2027-03-22', 'filing-accepted']],
    [
      'is nothing while the authority is silent',
      filed,
      { authority: { acceptance: 'silence', review: 1, issue: 1 } },
      null,
    ],
  ])('%s', (_, story, plan, expected) => {
    expect(next(story(), plan)).toEqual(expected);
  });

  const endings: [string, () => LicenseStory][] = [
    ['refused', () => filed().accepts('new-1').refuses('new-1')],
    [
      'not accepted',
      () => filed().says('filing-not-accepted', { filingId: 'new-1', decidedOn: today, number: null, reason: null }),
    ],
    ['withdrawn', () => filed().says('filing-withdrawn', { filingId: 'new-1', withdrawnOn: today })],
  ];

  it.each(endings)('is another application only where a day is planned: %s', (_, story) => {
    expect(next(story())).toBeNull();
    expect(next(story(), { filingOn: '2027-03-14' })).toBeNull();
    expect(next(story(), { filingOn: today })).toEqual([today, 'filing-opened', ...handedIn]);
    expect(next(story(), { filingOn: '2027-05-10' })?.[0]).toBe('2027-05-10');
  });
});

describe('with a permit, the next act', () => {
  const closed = () => held({ opened: [] });
  const suspended = (story: LicenseStory) => story.says('permit-suspended', { from: today, until: null, number: null });
  const revoked = (story: LicenseStory) => story.says('permit-revoked', { on: today, number: null });

  const expired = (story: LicenseStory) => story.says('permit-expired', { lastDay: today, ruleId: 'a rule' });

  it.each<[string, () => LicenseStory, Partial<RehearsalPlan>, string[] | null]>([
    ['opens the service, from the first day of the permit on', closed, {}, [today, 'service-opened']],
    ['opens it on its planned day', closed, { serviceOpenedOn: '2027-04-01' }, ['2027-04-01', 'service-opened']],
    [
      'opens none while the permit is suspended',
      () => suspended(closed()),
      { reports: 'never', renewal: { filedOn: 'never', outcome: 'granted' } },
      null,
    ],
    ['opens none of a permit that was taken away', () => revoked(closed()), {}, null],
    [
      'opens none that never opens',
      closed,
      { serviceOpenedOn: 'never', reports: 'never' },
      ['2031-02-28', 'filing-opened', ...handedIn],
    ],
    ['files the renewal on its safe day', held, { reports: 'never' }, ['2031-02-28', 'filing-opened', ...handedIn]],
    [
      'files the renewal of a suspended permit',
      () => suspended(held()),
      { reports: 'never' },
      ['2031-02-28', 'filing-opened', ...handedIn],
    ],
    ['files a change on its safe day', () => changed(held()), {}, ['2027-04-14', 'filing-opened', ...handedIn]],
    ['files none of a permit that was taken away', () => revoked(changed(held())), {}, null],
    ['files none of a permit that has expired', () => expired(changed(held())), { reports: 'never' }, null],
    [
      'files a change again that was refused, and the renewal all the same',
      () =>
        changed(held())
          .files('change-1', 'change', today, { answers: ['change:3'] })
          .accepts('change-1')
          .refuses('change-1'),
      {},
      ['2027-04-14', 'filing-opened', ...handedIn],
    ],
  ])('%s', (_, story, plan, expected) => {
    expect(next(story(), plan)).toEqual(expected);
  });

  it('files a report once the permit shows what has changed, on its safe day or the day of its year', () => {
    const unreported = () => held({ reportsFiled: reportsFiled.slice(0, -1) });
    const reported = ['filing-opened', ...handedIn, 'report-filed'];
    expect(next(unreported())).toEqual(['2027-03-31', ...reported]);
    expect(next(unreported(), { reports: { '2027': '2027-03-22' } })).toEqual(['2027-03-22', ...reported]);
    expect(next(unreported(), { reports: { '2028': '2027-03-22' } })).toEqual(['2027-03-31', ...reported]);
    const submitted = () => unreported().files('report', 'annual-report', null, { period: '2027' });
    const back = { filingId: 'report', returnedOn: today, dueOn: null };
    expect(next(submitted())).toEqual(['2027-03-31', 'report-filed']);
    expect(next(submitted().says('report-returned', back))).toEqual([
      '2027-03-31',
      'filing-submitted',
      'receipt-recorded',
      'report-filed',
    ]);
    const another = unreported().files('report', 'annual-report', null, { period: '2026' });
    expect(next(another)).toEqual(['2027-03-31', ...reported]);
    expect(next(changed(unreported()))).toEqual(['2027-04-14', 'filing-opened', ...handedIn]);
  });
});

describe('a renewal', () => {
  const never = { reports: 'never', renewal: { filedOn: 'never', outcome: 'granted' } } as const;
  const early = { reports: 'never', renewal: { filedOn: '2030-12-02', outcome: 'granted' } } as const;

  it('that was refused is not filed again, but for a later term', () => {
    const refused = held().files('renewal-1', 'renewal', today).accepts('renewal-1').refuses('renewal-1');
    expect(next(refused, { reports: 'never' })).toBeNull();
    expect(next(renewed(refused, 'renewal-2'), { reports: 'never' })?.[0]).toBe('2036-02-29');
  });

  it('is the first one on its planned day, the next one on its safe day, and none where none is planned', () => {
    const [first, second] = [held(), renewed(held())];
    const [planned, none] = [onStage(first, early), onStage(first, never)];
    expect([nextAct(planned)?.on, nextAct(none)]).toEqual(['2030-12-02', null]);
    renewed(first);
    expect([nextAct(planned)?.on, nextAct(none)]).toEqual(['2036-02-29', null]);
    expect(nextAct(onStage(second, early))?.on).toBe('2030-12-02');
  });
});

describe('a notice', () => {
  const story = () => held({ reportsFiled: [...reportsFiled, '2028', '2029', '2030'] }).goesTo('2030-11-29');
  const rest = { reports: 'never', renewal: { filedOn: 'never', outcome: 'granted' } } as const;

  it.each([
    ['same-day', ['2030-11-29', 'notice-acknowledged']],
    ['next-working-day', ['2030-12-02', 'notice-acknowledged']],
    ['never', null],
  ] as const)('is acknowledged, once: %s', (acknowledge, expected) => {
    const told = story();
    expect(next(told, { ...rest, acknowledge })).toEqual(expected);
    expect(next(told, { ...rest, acknowledge })).toEqual(expected && null);
  });
});

describe('of several acts on one day', () => {
  it('what the authority has in hand comes first, then what is to be filed, then what becomes known', () => {
    const day = '2027-04-14';
    const known = { ...aChange, decidedOn: day, registeredOn: day, filedOn: 'safe-day' as const };
    const story = changed(held().files('renewal-1', 'renewal', null)).goesTo(day);
    const stage = onStage(story, { changes: [known] });
    const told = ['receipt-recorded', 'filing-opened', 'company-fact-recorded'];
    expect(told.map(() => brought(story, nextAct(stage) as Act).at(0))).toEqual(told);
  });
});

describe('a rehearsal ends', () => {
  it('on its planned day; else a day after the term that the next one follows, or thirty after a lapse', () => {
    const [held1, held2] = [held(), renewed(held())];
    const played = onStage(held1);
    expect([endOf(played), endOf(onStage(held2)), endOf(onStage(fresh()))]).toEqual(['2031-06-30', '2036-06-30', null]);
    expect(endOf(onStage(fresh(), { until: '2028-01-01' }))).toBe('2028-01-01');
    expect(endOf(onStage(held2, { until: '2028-01-01' }))).toBe('2028-01-01');
    renewed(held1);
    expect(endOf(played)).toBe('2031-06-01');
  });
});
