import { aPermit, LicenseStory, law } from '../../../test/support/license-story.js';
import type { Filing } from '../license.js';
import { filingAct } from './filing-acts.js';
import type { RehearsalPlan } from './plan.js';
import { checkLivePlan } from './plan-check.js';
import { Stage } from './stage.js';

const today = '2027-03-15';

function onStage(story: LicenseStory, rest: Partial<RehearsalPlan> = {}): Stage {
  const { company, serviceTypes, coverage, people } = story.state;
  const plan = { ...checkLivePlan({}, story.today, people), ...rest };
  return new Stage(law, { company, serviceTypes, coverage, plan, finished: [] }, story);
}

function filingOf(story: LicenseStory, id: string): Filing {
  const filing = story.state.filings[id];
  if (!filing) throw new Error(`no filing ${id}`);
  return filing;
}

/** The day of what comes next for a filing; null for nothing. */
function dayOf(story: LicenseStory, id: string, plan: Partial<RehearsalPlan> = {}, as: Partial<Filing> = {}) {
  const act = filingAct(onStage(story, plan), { ...filingOf(story, id), ...as });
  return act?.on ?? null;
}

/** What comes next for a filing, played: the last thing on record, with what it says. */
function played(story: LicenseStory, id: string, plan: Partial<RehearsalPlan> = {}) {
  filingAct(onStage(story, plan), filingOf(story, id))?.play();
  const { type, data } = story.history.findLast((event) => event.type !== 'notice-due') ?? {};
  return { type, data };
}

const filed = () => LicenseStory.on(today).files('new-1', 'new', today);
const reportsFiled = ['2022', '2023', '2024', '2025', '2026', '2027', '2028', '2029', '2030', '2031'];
/** A permit that ends two days before a term of five years would. */
const held = (day = today, rest: object = {}) =>
  LicenseStory.on(day).holds('2021-06-01', '2031-05-29', { reportsFiled, ...rest });
const authority = { acceptance: 5, review: 'earliest-reading', issue: 10 } as const;

describe('what comes next for a filing', () => {
  it.each([
    'public-notice',
    'completed',
    'issued',
    'refused',
    'not-accepted',
    'withdrawn',
    'returned',
    'filed',
  ] as const)('is up to nobody but time: %s', (status) => {
    expect(dayOf(filed(), 'new-1', {}, { status })).toBeNull();
  });

  it('is nothing for a report, or a draft other than the application, which their duties hand in', () => {
    const report = held().files('annual-report-2027', 'annual-report', null, { period: '2027' });
    expect(dayOf(report, 'annual-report-2027')).toBeNull();
    const opening = { period: null, answers: [], plannedOn: null };
    const draft = held().says('filing-opened', { filingId: 'change-1', kind: 'change', ...opening });
    expect(dayOf(draft, 'change-1')).toBeNull();
    const application = LicenseStory.on(today).says('filing-opened', { filingId: 'new-1', kind: 'new', ...opening });
    expect(dayOf(application, 'new-1')).toBe(today);
    expect(dayOf(application, 'new-1', { filingOn: '2027-04-01' })).toBe('2027-04-01');
  });

  it('is the answer to a correction, on the safe day of its own notice, or today where that has no day', () => {
    const corrected = (...due: (string | null)[]) =>
      due.reduce(
        (story, dueOn, i) => story.files(`change-${i}`, 'change', today).corrects(`change-${i}`, dueOn),
        held(),
      );
    const two = corrected('2027-04-02', '2027-04-09');
    expect([dayOf(two, 'change-0'), dayOf(two, 'change-1')]).toEqual(['2027-04-02', '2027-04-09']);
    expect(dayOf(corrected(null), 'change-0')).toBe(today);
  });

  it('is the end of an expert review, on its planned or announced day; nobody knows that of an open one', () => {
    const reviewed = (announcedUntil: string | null) =>
      filed().accepts('new-1').says('expert-review-started', { filingId: 'new-1', from: today, announcedUntil });
    expect(dayOf(reviewed('2027-04-02'), 'new-1')).toBe('2027-04-02');
    expect(dayOf(reviewed(null), 'new-1')).toBeNull();
    expect(dayOf(reviewed('2027-04-02'), 'new-1', { expertReview: { from: today, to: '2027-04-09' } })).toBe(
      '2027-04-09',
    );
  });
});

describe('a decision', () => {
  const accepted = (kind: 'renewal' | 'change', day: string) =>
    held(day).files(`${kind}-1`, kind, day).accepts(`${kind}-1`);

  it.each<[string, 'renewal' | 'change', string, Partial<RehearsalPlan>, string]>([
    ['by the earliest reading of the review', 'renewal', '2030-12-02', {}, '2031-01-31'],
    ['by the latest', 'renewal', '2030-12-02', { authority: { ...authority, review: 'latest-reading' } }, '2031-02-28'],
    ['after so many days', 'renewal', '2030-12-02', { authority: { ...authority, review: 10 } }, '2030-12-12'],
    ['before a renewal comes too late', 'renewal', '2031-05-12', {}, '2031-05-29'],
    ['on a change also after the permit', 'change', '2031-05-12', {}, '2031-07-11'],
  ])('comes %s', (_, kind, day, plan, expected) => {
    expect(dayOf(accepted(kind, day), `${kind}-1`, plan)).toBe(expected);
  });

  it('is overdue once a permit has ended without it', () => {
    const story = accepted('renewal', '2031-05-12').goesTo('2031-06-02');
    expect(dayOf(story, 'renewal-1', {}, { status: 'accepted' })).toBe('2031-05-29');
  });

  it('refuses a renewal that is planned to be refused, and nothing else', () => {
    const plan = { renewal: { filedOn: 'safe-day', outcome: 'refused' } } as const;
    const day = '2030-12-02';
    const refusal = { refusedOn: day, servedOn: day, number: null, falseMaterial: false, reason: null };
    expect(played(accepted('renewal', day), 'renewal-1', plan)).toEqual({
      type: 'filing-refused',
      data: { filingId: 'renewal-1', ...refusal },
    });
    expect(played(accepted('change', day), 'change-1', plan).type).toBe('filing-granted');
  });
});

describe('a paper', () => {
  const granted = (kind: 'renewal' | 'change', day: string) =>
    held(day).files(`${kind}-1`, kind, day).accepts(`${kind}-1`).grants(`${kind}-1`);

  it('comes the working days after the grant that the authority takes', () => {
    expect(dayOf(granted('change', today), 'change-1')).toBe('2027-03-29');
    expect(dayOf(granted('change', today), 'change-1', { authority: { ...authority, issue: 0 } })).toBe(today);
  });

  it('states the term in force after a change, and the one that follows after a renewal', () => {
    const day = '2031-03-03';
    expect(played(granted('change', day), 'change-1')).toMatchObject({
      type: 'permit-amended',
      data: { permit: aPermit('2021-06-01', '2031-05-29') },
    });
    expect(played(granted('renewal', day), 'renewal-1')).toMatchObject({
      type: 'permit-renewed',
      data: { permit: aPermit('2031-05-30', '2036-05-29') },
    });
  });

  it('states the term that silence has renewed already', () => {
    const story = held('2031-01-06').files('renewal-1', 'renewal', '2031-01-06').accepts('renewal-1');
    story.goesTo('2031-06-03').grants('renewal-1');
    expect(story.state.permit?.terms.at(-1)).toMatchObject({ validFrom: '2031-05-30', provisional: true });
    expect(played(story, 'renewal-1')).toMatchObject({
      type: 'permit-renewed',
      data: { permit: aPermit('2031-05-30', '2036-05-29') },
    });
  });

  it('comes after what was promised for later', () => {
    const story = LicenseStory.on(today).says('filing-opened', {
      filingId: 'new-1',
      kind: 'new',
      period: null,
      answers: [],
      plannedOn: null,
    });
    const deferred = ['social-security-proof'];
    story
      .says('pack-signed-off', { filingId: 'new-1', packHash: 'ab', materials: [], deferred, preparedBy: ['p'] })
      .submits('new-1', today)
      .accepts('new-1')
      .grants('new-1');
    const from = story.history.length;
    filingAct(onStage(story), filingOf(story, 'new-1'))?.play();
    expect(story.history.slice(from).map(({ type }) => type)).toEqual(['material-supplied', 'permit-issued']);
  });
});
