import { LicenseStory, law } from '../../test/support/license-story.js';
import type { Law } from '../rulebook/index.js';
import type { ChosenLadder } from './chosen-ladders.js';
import type { FiredRung, LicenseState } from './license.js';
import type { Obligation } from './obligation.js';
import { outlookOf } from './outlook.js';
import { pendingNotices } from './pending-notices.js';
import { lawOf } from './pinned-law.js';

const reportsFiled = ['2024', '2025', '2026'];
/** The safe day of its renewal is 2028-02-09. */
const held = () =>
  LicenseStory.on('2028-01-31').holds('2023-05-10', '2028-05-09', { reportsFiled: [...reportsFiled, '2027', '2028'] });

const ofRenewal = (story: LicenseStory) => pendingNotices(story.state, story.duty('renewal'), story.context());
const rungs = (story: LicenseStory) => ofRenewal(story).rungs.map(({ rung, day }) => `${day} ${rung}`);
const escalations = (story: LicenseStory) => ofRenewal(story).escalations.map(({ role, day }) => `${day} ${role}`);
const newest = (story: LicenseStory) => ({
  obligationId: 'renewal:2',
  rung: story.state.notices['renewal:2']?.fired.at(-1)?.rung ?? '',
});

describe('what people are still to be told of a duty', () => {
  it('goes on from what they were told, on its days', () => {
    const story = held();
    const { earliest, alsoTells, ladder, record, obligation } = ofRenewal(story);
    expect({ alsoTells, ladder, obligation }).toEqual({
      alsoTells: [],
      ladder: { of: 'pack', seq: null },
      obligation: story.duty('renewal'),
    });
    expect(record).toBe(story.state.notices['renewal:2']);
    expect(rungs(story)).toEqual(['2028-02-02 S-7', '2028-02-04 S-3', '2028-02-09 S', '2028-02-16 window-missed-1']);
    expect(earliest).toBe('2028-02-01');
    story.goesTo('2028-02-02');
    expect(rungs(story)).toEqual(['2028-02-04 S-3', '2028-02-09 S', '2028-02-16 window-missed-1']);
  });

  it('is another thing once another rung, or the same one on another day, is on record', () => {
    const story = held().goesTo('2028-02-16');
    const { state } = story;
    const record = state.notices['renewal:2'];
    const told = (change: (fired: FiredRung) => Partial<FiredRung>) => {
      const fired = (record?.fired ?? []).map((each) => ({ ...each, ...change(each) }));
      const notices = { 'renewal:2': { quoted: record?.quoted ?? null, fired } };
      return pendingNotices({ ...state, notices }, story.duty('renewal'), story.context()).rungs.map(
        ({ rung, day }) => `${day} ${rung}`,
      );
    };
    expect(told(() => ({}))).toEqual(['2028-02-23 window-missed-2']);
    expect(told(() => ({ acknowledgedBy: 'person-owner' }))).toEqual(['2028-02-23 window-missed-2']);
    expect(told(() => ({ rung: 'S-3' }))).toEqual([
      '2028-02-09 S',
      '2028-02-16 window-missed-1',
      '2028-02-23 window-missed-2',
    ]);
    expect(told(({ rung }) => (rung === 'window-missed-1' ? { on: '2028-02-18' } : {}))).toEqual([
      '2028-02-23 window-missed-2',
    ]);
    expect(told(({ rung }) => (rung === 'window-missed-1' ? { on: '2028-02-24' } : {}))).toEqual([
      '2028-03-01 window-missed-2',
    ]);
  });

  it('goes to the others of the license until somebody acknowledges it', () => {
    const story = held();
    expect(escalations(story)).toEqual(['2028-02-01 deputy', '2028-02-02 manager']);
    story.says('notice-acknowledged', newest(story));
    const acknowledged = rungs(story);
    expect(escalations(story)).toEqual([]);
    expect(acknowledged).toHaveLength(4);
  });

  it('has one more turn of what repeats from the day of the last one on', () => {
    const story = held().goesTo('2028-02-15');
    expect(rungs(story)).toEqual(['2028-02-16 window-missed-1']);
    const { state } = story;
    const on = (today: string) =>
      pendingNotices(state, story.duty('renewal'), { ...story.context(), today }).rungs.map(({ rung }) => rung);
    expect(on('2028-02-15')).toEqual(['window-missed-1']);
    expect(on('2028-02-16')).toEqual(['window-missed-1', 'window-missed-2']);
    expect(on('2028-02-17')).toEqual(['window-missed-1', 'window-missed-2']);
    expect(on('2028-02-15')).toEqual(['window-missed-1']);
  });

  it('is nothing while its clock stands still, and where the rules have no ladder for it', () => {
    const story = held();
    const { state } = story;
    const paused = { ...story.duty('renewal'), paused: true };
    const unknown = { ...story.duty('renewal'), kind: 'unheard-of' as never };
    const bare = { ...law, pack: { ...law.pack, ladders: [] } };
    for (const [duty, by] of [
      [paused, law],
      [unknown, law],
      [{ ...story.duty('renewal') }, bare],
    ] as const)
      expect(pendingNotices(state, duty, { ...story.context(), law: by })).toMatchObject({
        rungs: [],
        escalations: [],
        earliest: '9999-99-99',
        alsoTells: [],
      });
  });

  it('of a right is nothing after its last day', () => {
    const story = LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').accepts('new-1').refuses('new-1');
    const right = story.duty('reconsideration');
    const { rungs: told, escalations: further } = pendingNotices(story.state, right, story.context());
    const last = right.deadline?.date ?? '';
    expect(told.length).toBeGreaterThan(0);
    expect([...told, ...further].every(({ day }) => day <= last)).toBe(true);
  });
});

describe('what was worked out for a duty', () => {
  const story = held();
  const { state } = story;
  const context = story.context();
  const duty = story.duty('renewal');
  const chosen: ChosenLadder = { of: 'house', offsets: [40, 5], seq: 9 };
  const endingOn = (lastDay: string): LicenseState => {
    const { permit } = state;
    return { ...state, permit: permit && { ...permit, terms: permit.terms.map((term) => ({ ...term, lastDay })) } };
  };
  const withoutLast = {
    ...law,
    pack: { ...law.pack, ladders: law.pack.ladders.map((each) => ({ ...each, rungs: each.rungs.slice(0, -2) })) },
  };
  const fired = state.notices[duty.id]?.fired ?? [];
  const record = (...rungs: FiredRung[]) => ({
    ...state,
    notices: { [duty.id]: { fired: rungs, quoted: state.notices[duty.id]?.quoted ?? null } },
  });
  const absence = { person: 'person-owner', from: '2028-01-01', until: '2028-02-20', calledOff: false, houseSeq: 3 };

  it('is the same answer on every day up to the last planned one, as long as nothing changes that it follows from', () => {
    const first = pendingNotices(state, duty, context);
    expect(pendingNotices({ ...state, seq: state.seq + 1 }, duty, context)).toBe(first);
    expect(pendingNotices(state, duty, { ...context, today: '2028-02-15' })).toBe(first);
    expect(pendingNotices(state, duty, { ...context, today: '2028-02-16' })).not.toBe(first);
    expect(pendingNotices(state, { ...duty }, context)).not.toBe(first);
  });

  it.each<[string, LicenseState, Law]>([
    ['the law', state, withoutLast],
    ['what was told', record(...fired.slice(0, -1)), law],
    ['the people', { ...state, people: { ...state.people, deputy: 'another' } }, law],
    ['who is away', { ...state, absences: { a: absence } }, law],
    ['the chosen reminders', { ...state, ladders: { ...state.ladders, house: { renewal: chosen } } }, law],
    ['the end of the permit', endingOn('2028-02-12'), law],
  ])('is another answer, and the one that would be worked out anew, once %s has changed', (_what, changed, by) => {
    const at = { ...context, law: by };
    const before = pendingNotices(state, duty, context);
    const after = pendingNotices(changed, duty, at);
    expect(after).not.toBe(before);
    expect(after).toEqual(pendingNotices(changed, { ...duty }, at));
    expect(pendingNotices(state, duty, context)).toEqual(before);
  });

  it('keeps its rungs where somebody only acknowledges, or others of the license change', () => {
    const { rungs: before } = pendingNotices(state, duty, context);
    const acknowledged = fired.map((each) => ({ ...each, acknowledgedBy: 'person-owner' }));
    expect(pendingNotices(record(...acknowledged), duty, context).rungs).toBe(before);
    expect(pendingNotices(record(...fired), duty, context).rungs).toBe(before);
    const others = { ...state, people: { ...state.people, deputy: 'another' } };
    expect(pendingNotices(others, duty, context).rungs).toBe(before);
  });

  it.each<[string, (each: FiredRung) => Partial<FiredRung>]>([
    ['another rung', () => ({ rung: 'S-9' })],
    ['another day', () => ({ on: '2028-01-02' })],
  ])('lays its rungs out anew for %s on record', (_what, change) => {
    const { rungs: before } = pendingNotices(state, duty, context);
    const changed = record(...fired.map((each, i) => (i === 0 ? { ...each, ...change(each) } : each)));
    expect(pendingNotices(changed, duty, context).rungs).not.toBe(before);
  });

  it('lays its rungs out anew once one more is on record', () => {
    const { rungs: before } = pendingNotices(state, duty, context);
    const [first] = fired;
    if (!first) throw new Error('nothing was told');
    const told = { ...first, rung: 'S-7', on: '2028-01-31' };
    const { rungs: after } = pendingNotices(record(...fired, told), duty, context);
    expect(before.map(({ rung }) => rung)).toContain('S-7');
    expect(after.map(({ rung }) => rung)).not.toContain('S-7');
  });

  it('comes from the ladder that was chosen, where that of the pack counts back', () => {
    const reminders = (kind: string, by: Law = law) => {
      const ladders = { ...state.ladders, house: { [kind]: chosen } };
      return pendingNotices({ ...state, ladders }, { ...duty, kind: kind as never }, { ...context, law: by }).ladder;
    };
    const pack = { of: 'pack', seq: null };
    const none = { ...law, pack: { ...law.pack, ladders: [] } };
    expect(reminders('renewal')).toEqual({ of: 'house', seq: 9 });
    expect(reminders('renewal', none)).toEqual(pack);
    expect(reminders('operating-without-permit')).toEqual(pack);
    expect(pendingNotices(state, { ...duty }, context).ladder).toEqual(pack);
  });

  it('of a right ends with its last day; that of a right without a date does not', () => {
    const on = { ...context, today: '2028-02-15' };
    const days = (change: Partial<Obligation>) =>
      pendingNotices(state, { ...duty, ...change }, on).rungs.map(({ day }) => day);
    expect(days({})).toEqual(['2028-02-02', '2028-02-04', '2028-02-09', '2028-02-16']);
    expect(days({ duty: 'right' })).toEqual(['2028-02-02', '2028-02-04', '2028-02-09']);
    const undated = LicenseStory.on('2026-03-02').files('f', 'new', null).corrects('f', null);
    const correction = undated.duty('correction');
    const rest = pendingNotices(undated.state, correction, undated.context()).rungs;
    expect(rest.length).toBeGreaterThan(0);
    expect(pendingNotices(undated.state, { ...correction, duty: 'right' }, undated.context()).rungs).toEqual(rest);
  });
});

describe('what time will do to a license', () => {
  it('is answered for its law and its day', () => {
    const story = held();
    const context = story.context();
    const first = outlookOf(story.state, context);
    expect(outlookOf(story.state, context)).toBe(first);
    const settled = lawOf(story.state.pins, {
      'limit.review': { reading: 'working-days-from-acceptance', scope: 'authority', houseSeq: 7 },
    });
    expect(outlookOf(story.state, { ...context, law: settled })).not.toBe(first);
    expect(outlookOf(story.state, { ...context, today: '2028-02-01' })).not.toBe(first);
  });

  it('has the notices of duties that are open, and of those that time will open', () => {
    const story = LicenseStory.on('2026-09-14').holds('2023-05-10', '2028-05-09', { reportsFiled });
    const { foreseen, open, limits } = outlookOf(story.state, story.context());
    expect(open.map(({ obligation }) => obligation.id)).toEqual(['renewal:2']);
    expect(foreseen.map(({ obligation }) => obligation.id)).toEqual(['annual-report:2:2027', 'renewal:2']);
    expect(limits.map(({ why }) => why)).toEqual(['permit ends 2028-05-09']);
  });
});
