import { LicenseStory, law } from '../../test/support/license-story.js';
import type { FiredRung } from './license.js';
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
