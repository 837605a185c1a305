import { aLicense, aText, Desk, refusal } from '../../test/support/builders.js';
import { LicenseStory, law, people } from '../../test/support/license-story.js';
import { expect } from '../../test/support/quick-expect.js';
import { addDays, type CivilDate, isWorkingDay } from '../calendar/index.js';
import { type Ladder, type LadderRung, ladderFor } from '../rulebook/index.js';
import { obligation } from './agenda/obligation-parts.js';
import {
  type ChosenLadder,
  checkedOffsets,
  choosableKinds,
  chosenLadder,
  defaultOffsets,
  ladderOf,
  sourceOf,
} from './chosen-ladders.js';
import { rungsToCome } from './ladder.js';
import type { FiredRung } from './license.js';
import { plannedRungs } from './wake.js';

const chosen = (offsets: number[]): ChosenLadder => ({ of: 'license', offsets, seq: 2 });

const fired = (rung: string, on: CivilDate): FiredRung => ({
  rung,
  people: [people.owner],
  on,
  skipped: false,
  acknowledgedBy: null,
  snoozedUntil: null,
  escalatedTo: [],
  seq: 2,
});

/** A duty whose safe day is `safeDay`, a working day or not. */
function dutyBy(safeDay: CivilDate, openedOn: CivilDate) {
  const deadline = { date: safeDay, safeDay, firmness: 'firm' as const, readings: [], safeDaySteps: [] };
  const period = safeDay.slice(0, 4);
  return obligation({ kind: 'renewal', duty: 'company', openedSeq: 1, openedOn, period, deadline });
}

function days(base: Ladder, choice: ChosenLadder | null, safeDay: CivilDate, record: FiredRung[] = []): string[] {
  const duty = dutyBy(safeDay, addDays(safeDay, -700));
  const ladder = ladderOf(base, choice, { law, obligation: duty, fired: record });
  const today = record.at(-1)?.on ?? duty.openedOn;
  return rungsToCome(ladder, { law, obligation: duty, permitEnd: addDays(safeDay, 90), fired: record, today }).map(
    ({ rung, day }) => `${day} ${rung}`,
  );
}

describe('chosen reminders', () => {
  const renewal = ladderFor(law, 'renewal');

  it('stand in place of those of the rule pack, the safe day and what follows it stay', () => {
    expect(days(renewal, chosen([365, 45]), '2026-09-30')).toEqual([
      '2025-09-30 S-365',
      '2026-08-14 S-45',
      '2026-09-30 S',
      '2026-10-08 window-missed-1',
    ]);
  });

  it('send nothing again and nothing late, when they are chosen half way', () => {
    expect(days(renewal, chosen([200, 20]), '2026-09-30', [fired('S-90', '2026-07-02')])).toEqual([
      '2026-09-10 S-20',
      '2026-09-30 S',
      '2026-10-08 window-missed-1',
    ]);
  });

  // The safe day on every day of a week that goes into the National Day break, so that rungs meet rest days.
  const safeDays = ['2026-09-28', '2026-09-30', '2026-10-10', '2026-10-12', '2026-12-31'];
  const offsets = [[1], [2, 1], [7, 6, 5, 4, 3, 2, 1], [365, 180, 30], [3, 30, 300]];
  const table = choosableKinds(law).flatMap((kind) =>
    safeDays.flatMap((safeDay) => offsets.map((each) => [kind, safeDay, each] as const)),
  );

  it.each(table)('of %s before %s, %j, leave on working days by S, S among them', (kind, safeDay, choice) => {
    const base = ladderFor(law, kind);
    const checked = checkedOffsets(law, kind, choice) ?? [];
    const planned = days(base, chosen(checked), safeDay);
    const byS = planned.filter((each) => / S(-\d+)?$/.test(each));
    expect(byS.at(-1)).toBe(`${safeDay} S`);
    for (const each of byS) expect(isWorkingDay(law.calendar, each.slice(0, 10)).workingDay).toBe(true);
    const left = byS.slice(0, -1).map((each) => Number(each.split('S-')[1]));
    expect(left.every((offset) => choice.some((asked) => asked === offset))).toBe(true);
    const repeats = days(base, null, safeDay).filter((each) => each > `${safeDay} S`);
    expect(planned.filter((each) => each > `${safeDay} S`)).toEqual(repeats);
  });

  it('exist for every kind with a safe day', () => {
    expect(choosableKinds(law)).toEqual(
      expect.arrayContaining(['renewal', 'annual-report', 'change', 'correction', 'deferred-materials']),
    );
    expect(choosableKinds(law)).not.toContain('acceptance');
  });
});

describe('a choice of reminders', () => {
  it('is refused with all its mistakes at once', () => {
    const error = refusal(() => checkedOffsets(law, 'acceptance', [0, 30, 30, 2.5, 9999]));
    expect(error).toMatchObject({ code: 'ladder-not-sound', kind: 'invalid', details: { pointer: '/kind' } });
    expect(
      (error.details.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code]),
    ).toEqual([
      ['/kind', 'ladder-kind-unknown'],
      ['/offsets/0', 'ladder-offset-range'],
      ['/offsets/2', 'ladder-offset-twice'],
      ['/offsets/3', 'ladder-offset-range'],
      ['/offsets/4', 'ladder-offset-range'],
    ]);
  });

  it('is refused with what is wrong of each, where, and what would be right', () => {
    const errors = (kind: string, offsets: number[] | null) =>
      refusal(() => checkedOffsets(law, kind, offsets)).details.errors as unknown[];
    const named = `Name one of: ${choosableKinds(law).join(', ')}.`;
    const kind = (message: string) => ({ pointer: '/kind', code: 'ladder-kind-unknown', message, remedy: named });
    expect(errors('acceptance', null)).toEqual([kind('The reminders of acceptance do not count back from a safe day')]);
    expect(errors('unheard-of', null)).toEqual([kind('There is no obligation unheard-of')]);
    expect(errors('x'.repeat(70), null)).toEqual([kind(`There is no obligation ${'x'.repeat(60)}`)]);
    const range = (offset: number, i: number) => ({
      pointer: `/offsets/${i}`,
      code: 'ladder-offset-range',
      message: `${offset} is no number of days before the safe day`,
      remedy: 'Give whole days from 1 to 1825; the safe day itself is always a rung.',
    });
    expect(errors('renewal', [30, 0, 1826, 30])).toEqual([
      range(0, 1),
      range(1826, 2),
      {
        pointer: '/offsets/3',
        code: 'ladder-offset-twice',
        message: '30 stands there twice',
        remedy: 'Name each offset once.',
      },
    ]);
    expect(errors('renewal', [0, 0])).toEqual([range(0, 0), range(0, 1)]);
    expect(errors('renewal', [])).toEqual([
      {
        pointer: '/offsets',
        code: 'ladder-offsets-count',
        message: '0 offsets were given',
        remedy: 'Give 1 to 20 of them, or null to go back to the default.',
      },
    ]);
    const whole = refusal(() => checkedOffsets(law, 'unheard-of', [0]));
    expect(whole.message).toBe('There is no obligation unheard-of; 0 is no number of days before the safe day');
    expect(whole.details).toMatchObject({
      pointer: '/kind',
      remedy: `${named} Give whole days from 1 to 1825; the safe day itself is always a rung.`,
    });
  });

  it('is sound with one day or twenty, from one day to five years, and stands the greatest first', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(checkedOffsets(law, 'renewal', twenty)).toEqual(twenty.toReversed());
    expect(checkedOffsets(law, 'renewal', [1])).toEqual([1]);
    expect(checkedOffsets(law, 'renewal', [9, 1825, 100])).toEqual([1825, 100, 9]);
    expect(checkedOffsets(law, 'renewal', null)).toBeNull();
    const given = [1, 2];
    checkedOffsets(law, 'renewal', given);
    expect(given).toEqual([1, 2]);
  });

  it('stands beside what the rule pack itself does', () => {
    expect(defaultOffsets(law, 'renewal')).toEqual([180, 120, 90, 60, 30, 14, 7, 3]);
    expect(defaultOffsets(law, 'correction')).toEqual([2]);
    expect(defaultOffsets(law, 'acceptance')).toEqual([]);
    expect(defaultOffsets(law, 'unheard-of')).toEqual([]);
  });

  it('of the license comes before that of the house, and that before none', () => {
    const house = { of: 'house', offsets: [9], seq: 4 } as const;
    const own = { of: 'license', offsets: [8], seq: 5 } as const;
    const of = (ladders: { own?: ChosenLadder; house?: ChosenLadder }) =>
      chosenLadder(
        {
          own: ladders.own ? { renewal: ladders.own } : {},
          house: ladders.house ? { renewal: ladders.house } : {},
        },
        'renewal',
      );
    const [ours, theirs] = [
      { ...own, offsets: [8] },
      { ...house, offsets: [9] },
    ];
    expect(of({ own: ours, house: theirs })).toBe(ours);
    expect(of({ house: theirs })).toBe(theirs);
    expect(of({})).toBeNull();
    expect(of({ house: { ...theirs, offsets: null } })).toBeNull();
    expect(of({ own: { ...ours, offsets: null }, house: theirs })).toBeNull();
    expect(chosenLadder({ own: { change: ours }, house: {} }, 'renewal')).toBeNull();
    expect(chosenLadder({ own: {}, house: {} }, 'constructor')).toBeNull();
    expect([sourceOf(ours), sourceOf(theirs), sourceOf(null)]).toEqual([
      { of: 'license', seq: 5 },
      { of: 'house', seq: 4 },
      { of: 'pack', seq: null },
    ]);
  });

  it.each([[[]], [Array.from({ length: 21 }, (_, i) => i + 1)]])('needs one to twenty days: %j', (offsets) => {
    expect(refusal(() => checkedOffsets(law, 'renewal', offsets)).details.errors).toMatchObject([
      { code: 'ladder-offsets-count' },
    ]);
  });

  it('for one license comes before that of the house, and the notice says whose it was', () => {
    const story = LicenseStory.on('2026-01-05').holds('2022-02-02', '2027-12-31', {
      reportsFiled: ['2023', '2024', '2025', '2026'],
    });
    const plan = () =>
      plannedRungs(story.state, story.context())
        .filter(({ obligationId }) => obligationId.startsWith('renewal'))
        .map(({ rung }) => rung);
    story.says('house-ladder-adopted', { kind: 'renewal', offsets: [100, 50], houseSeq: 7 });
    expect(plan()).toEqual(['S-100', 'S-50', 'S', 'window-missed-1']);
    story.says('ladder-chosen', { kind: 'renewal', offsets: [33], reason: aText });
    expect(plan()).toEqual(['S-33', 'S', 'window-missed-1']);
    const { seq } = story.state;
    story.goesTo('2027-09-10');
    const told = () =>
      story
        .notices('renewal')
        .filter(({ to }) => to[0]?.role === 'owner')
        .at(-1);
    expect(told()).toMatchObject({ rung: 'S-33', grounds: { ladder: { of: 'license', seq } } });
    story.says('ladder-chosen', { kind: 'renewal', offsets: null, reason: aText });
    story.says('house-ladder-adopted', { kind: 'renewal', offsets: [10], houseSeq: 9 });
    story.goesTo('2027-09-27');
    expect(told()).toMatchObject({ grounds: { ladder: { of: 'house', seq: 9 } } });
  });

  it('that is there already changes nothing, nor does an older one of the house', () => {
    const desk = aLicense().does('choose-ladder', { kind: 'renewal', offsets: [30, 60], reason: aText });
    expect(desk.state.ladders.own.renewal).toMatchObject({ offsets: [60, 30] });
    expect(desk.decides('choose-ladder', { kind: 'renewal', offsets: [60, 30], reason: aText })).toEqual([]);
    desk.does('adopt-ladder', { kind: 'change', offsets: [5], houseSeq: 8 });
    expect(desk.decides('adopt-ladder', { kind: 'change', offsets: [6], houseSeq: 7 })).toEqual([]);
    expect(desk.decides('choose-ladder', { kind: 'change', offsets: null, reason: aText })).toEqual([]);
  });
});

describe('the ladder that an obligation goes by', () => {
  const renewal = ladderFor(law, 'renewal');
  const keys = (
    base: Ladder,
    choice: ChosenLadder | null,
    record: FiredRung[] = [],
    startBy: CivilDate | null = null,
  ) => {
    const duty = dutyBy('2026-09-30', '2025-01-01');
    const preparation =
      startBy === null
        ? null
        : {
            startBy,
            workingDays: 5,
            lastTime: 5,
            count: 1,
            of: 'license' as const,
          };
    const known = { law, obligation: { ...duty, preparation }, fired: record };
    return ladderOf(base, choice, known).rungs.map(({ key }) => key);
  };

  it('is that of the pack, the very same, where nothing is chosen and nothing is known', () => {
    const duty = dutyBy('2026-09-30', '2025-01-01');
    expect(ladderOf(renewal, null, { law, obligation: duty, fired: [] })).toBe(renewal);
    const open = { ...chosen([5]), offsets: null };
    expect(ladderOf(renewal, open, { law, obligation: duty, fired: [] })).toBe(renewal);
    const acceptance = ladderFor(law, 'acceptance');
    expect(ladderOf(acceptance, chosen([5]), { law, obligation: duty, fired: [] })).toBe(acceptance);
  });

  it('keeps the places of what has fired by other offsets, each once', () => {
    const own = (record: string[]) =>
      keys(
        renewal,
        chosen([100, 20]),
        record.map((rung) => fired(rung, '2026-07-02')),
      );
    expect(own([])).toEqual(['S-100', 'S-20', 'S']);
    expect(own(['S-90'])).toEqual(['S-100', 'S-90', 'S-20', 'S']);
    expect(own(['S-100', 'S-90', 'S-90'])).toEqual(['S-100', 'S-90', 'S-20', 'S']);
    expect(own(['S', 'S-90-late', 'XS-90', 'window-missed-1'])).toEqual(['S-100', 'S-20', 'S']);
  });

  it('has what opens the duty before what was chosen, and half time no more', () => {
    expect(keys(ladderFor(law, 'correction'), chosen([9, 4]))).toEqual(['opened', 'S-9', 'S-4', 'S']);
    expect(keys(ladderFor(law, 'annual-report'), chosen([9]))).toEqual(['january-1', 'S-9', 'S']);
  });

  it('has the latest start behind every rung that leaves by its day', () => {
    // S-30 leaves on August 31.
    expect(keys(renewal, chosen([30, 7]), [], '2026-08-28')).toEqual(['prepare', 'S-30', 'S-7', 'S']);
    expect(keys(renewal, chosen([30, 7]), [], '2026-08-31')).toEqual(['S-30', 'prepare', 'S-7', 'S']);
    expect(keys(renewal, chosen([30, 7]), [], '2026-09-29')).toEqual(['S-30', 'S-7', 'prepare', 'S']);
    expect(keys(ladderFor(law, 'correction'), null, [], '2026-09-02')).toEqual([
      'opened',
      'half-time',
      'prepare',
      'S-2',
      'S',
    ]);
  });

  it('has no start on the safe day, after it, or where people were told of one', () => {
    for (const startBy of ['2026-09-30', '2026-10-08'])
      expect(keys(renewal, null, [], startBy)).not.toContain('prepare');
    expect(keys(renewal, null, [fired('prepare', '2026-08-20')], '2026-08-28')).not.toContain('prepare');
    expect(keys(renewal, null, [], '2026-08-28')).toContain('prepare');
  });

  it('has what was chosen in the place of the first rung that prepares, and keeps all that do not', () => {
    const rung = (key: string, anchor: LadderRung['anchor'], offsetDays = 0): LadderRung => ({
      key,
      anchor,
      offsetDays,
    });
    const base: Ladder = {
      ...renewal,
      rungs: [
        rung('before', 'opening', -1),
        rung('opened', 'opening'),
        rung('half-time', 'half-time'),
        rung('later', 'opening', 3),
        rung('S-2', 'safe-day', -2),
        rung('S', 'safe-day'),
        rung('S+1', 'safe-day', 1),
      ],
    };
    expect(keys(base, chosen([9]))).toEqual(['before', 'opened', 'S-9', 'later', 'S', 'S+1']);
    const [before, opened, , ...rest] = base.rungs;
    const late = { ...base, rungs: [before, opened, ...rest] as LadderRung[] };
    expect(keys(late, chosen([9]))).toEqual(['before', 'opened', 'later', 'S-9', 'S', 'S+1']);
  });

  it('is one ladder for the same rungs, however often others are asked for, but not for ever', () => {
    const duty = dutyBy('2026-09-30', '2025-01-01');
    const of = (...offsets: number[]) => ladderOf(renewal, chosen(offsets), { law, obligation: duty, fired: [] });
    const first = of(30, 7);
    expect(of(30, 8)).not.toBe(first);
    expect(of(30, 7)).toBe(first);
    for (let offset = 100; offset < 350; offset++) of(offset);
    expect(of(30, 7)).not.toBe(first);
    expect(of(30, 7)).toEqual(first);
  });

  it('puts the start on its day', () => {
    const duty = dutyBy('2026-09-30', '2025-01-01');
    const preparation = { startBy: '2026-08-28', workingDays: 5, lastTime: 5, count: 1, of: 'license' as const };
    const ladder = ladderOf(renewal, null, { law, obligation: { ...duty, preparation }, fired: [] });
    expect(ladder.rungs.find(({ key }) => key === 'prepare')).toEqual({
      key: 'prepare',
      anchor: 'safe-day',
      offsetDays: -33,
    });
    expect({ ...ladder, rungs: [] }).toEqual({ ...renewal, rungs: [] });
  });
});

describe('who looks after a license', () => {
  const { owner, deputy, manager } = people;
  const asked = (desk: Desk, from: string, to: string | null) => desk.does('hand-over', { from, to }).state.people;

  it.each([
    ['the owner leaves to the deputy', owner, null, { owner: deputy, deputy, manager }],
    ['the deputy leaves to the manager', deputy, null, { owner, deputy: manager, manager }],
    ['the manager leaves to the deputy', manager, null, { owner, deputy, manager: deputy }],
    ['the owner is followed by somebody named', owner, 'next', { owner: 'next', deputy, manager }],
  ])('%s', (_case, from, to, expected) => {
    expect(asked(aLicense(), from, to)).toEqual(expected);
  });

  it('is somebody else, and somebody', () => {
    const alone = aLicense('2026-03-02', { people: { owner, deputy: owner, manager: owner } });
    expect(alone.refuses('hand-over', { from: owner, to: null })).toMatchObject({ code: 'successor-needed' });
    expect(alone.refuses('hand-over', { from: owner, to: owner })).toMatchObject({ code: 'successor-not-another' });
    expect(alone.decides('hand-over', { from: 'somebody else', to: null })).toEqual([]);
  });

  it('is not waited for while away: who comes next is told with the same notice', () => {
    const desk = Desk.holds('2026-09-01', {}, { reportsFiled: ['2026'] });
    const absent = { from: '2027-01-01', until: '2027-01-08', calledOff: false };
    desk.does('tell-absence', { absenceId: 'a', person: owner, houseSeq: 4, ...absent });
    desk.until('2027-01-05');
    const [notice] = desk.history.flatMap((event) => (event.type === 'notice-due' ? [event.data] : [])).slice(-1);
    expect(notice).toMatchObject({ rung: 'january-1', grounds: { away: ['owner'] } });
    expect(notice?.to.map(({ role }) => role)).toEqual(['owner', 'deputy']);
    expect(desk.decides('tell-absence', { absenceId: 'a', person: owner, houseSeq: 3, ...absent })).toEqual([]);
    const off = { ...absent, calledOff: true };
    expect(desk.decides('tell-absence', { absenceId: 'b', person: owner, houseSeq: 5, ...off })).toEqual([]);
  });
});
