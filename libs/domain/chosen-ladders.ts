import { type CivilDate, daysBetween } from '../calendar/index.js';
import { type Ladder, type LadderRung, type Law, rungDay } from '../rulebook/index.js';
import { knownDate } from './agenda/obligation-parts.js';
import { InvalidInput } from './errors.js';
import type { FiredRung } from './license.js';
import type { Obligation } from './obligation.js';

/** Days before the safe day on which people are reminded, in place of those of the rule pack. */
export interface ChosenLadder {
  of: 'house' | 'license';
  /** Calendar days before S, the greatest first; null goes back to what would hold without the choice. */
  offsets: number[] | null;
  /** The entry that says so: of the license's own stream, or of the house's. */
  seq: number;
}

/** What was chosen, by kind of obligation. */
export interface ChosenLadders {
  house: Record<string, ChosenLadder>;
  own: Record<string, ChosenLadder>;
}

/** Whose ladder a notice comes from. `seq`: the entry by which it was chosen; null for that of the rule pack. */
export interface LadderSource {
  of: 'pack' | 'house' | 'license';
  seq: number | null;
}

export const nothingChosen: ChosenLadders = { house: {}, own: {} };

/** What holds for an obligation kind: the license's own choice before the house's. Null: the rule pack's ladder. */
export function chosenLadder({ house, own }: ChosenLadders, kind: string): ChosenLadder | null {
  const chosen = Object.hasOwn(own, kind) ? own[kind] : Object.hasOwn(house, kind) ? house[kind] : undefined;
  return chosen && chosen.offsets !== null ? chosen : null;
}

export function sourceOf(chosen: ChosenLadder | null): LadderSource {
  return chosen ? { of: chosen.of, seq: chosen.seq } : { of: 'pack', seq: null };
}

const mostOffsets = 20;
const greatestOffset = 1_825;

/** One thing that is wrong with what was chosen. */
export interface LadderMistake {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

/**
 * The offsets, the greatest first. S itself and what repeats after it stand in the rule pack and cannot be chosen away.
 * @throws InvalidInput `ladder-not-sound` with all mistakes, in `errors`
 */
export function checkedOffsets(law: Law, kind: string, offsets: readonly number[] | null): number[] | null {
  const errors = [...kindMistakes(law, kind), ...offsetMistakes(offsets)];
  if (errors.length === 0) return offsets && [...offsets].sort((a, b) => b - a);
  const [first] = errors as [LadderMistake, ...LadderMistake[]];
  throw new InvalidInput('ladder-not-sound', errors.map(({ message }) => message).join('; '), {
    pointer: first.pointer,
    remedy: errors.map(({ remedy }) => remedy).join(' '),
    errors,
  });
}

/** The kinds of obligations whose reminders count back from a safe day. */
export function choosableKinds({ pack }: Law): string[] {
  return pack.ladders.filter(countsBack).map(({ obligation }) => obligation);
}

/** The days before the safe day on which the rule pack itself reminds of a kind. */
export function defaultOffsets({ pack }: Law, kind: string): number[] {
  const rungs = pack.ladders.find(({ obligation }) => obligation === kind)?.rungs ?? [];
  return rungs.flatMap(({ anchor, offsetDays }) => (anchor === 'safe-day' && offsetDays < 0 ? [-offsetDays] : []));
}

/** A ladder that never counts back from S tells of what is to be done at once, however late it becomes known. */
export function countsBack({ rungs }: Pick<Ladder, 'rungs'>): boolean {
  return rungs.some(({ anchor }) => anchor === 'safe-day');
}

function kindMistakes(law: Law, kind: string): LadderMistake[] {
  const known = choosableKinds(law);
  if (known.includes(kind)) return [];
  const listed = law.pack.ladders.some(({ obligation }) => obligation === kind);
  const message = listed
    ? `The reminders of ${kind} do not count back from a safe day`
    : `There is no obligation ${String(kind).slice(0, 60)}`;
  return [{ pointer: '/kind', code: 'ladder-kind-unknown', message, remedy: `Name one of: ${known.join(', ')}.` }];
}

function offsetMistakes(offsets: readonly number[] | null): LadderMistake[] {
  if (offsets === null) return [];
  const count: LadderMistake[] =
    offsets.length >= 1 && offsets.length <= mostOffsets
      ? []
      : [
          {
            pointer: '/offsets',
            code: 'ladder-offsets-count',
            message: `${offsets.length} offsets were given`,
            remedy: `Give 1 to ${mostOffsets} of them, or null to go back to the default.`,
          },
        ];
  return [...count, ...offsets.flatMap((offset, i) => offsetMistake(offset, offsets.indexOf(offset) < i, i))];
}

function offsetMistake(offset: number, repeated: boolean, i: number): LadderMistake[] {
  const pointer = `/offsets/${i}`;
  if (!Number.isSafeInteger(offset) || offset < 1 || offset > greatestOffset) {
    const message = `${offset} is no number of days before the safe day`;
    const remedy = `Give whole days from 1 to ${greatestOffset}; the safe day itself is always a rung.`;
    return [{ pointer, code: 'ladder-offset-range', message, remedy }];
  }
  if (!repeated) return [];
  return [
    { pointer, code: 'ladder-offset-twice', message: `${offset} stands there twice`, remedy: 'Name each offset once.' },
  ];
}

/** The rung on the last day on which the preparation can safely begin. */
export const prepareRung = 'prepare';

/**
 * The ladder that an obligation really goes by: the pack's, with the chosen preparatory rungs in place of its own, and
 * with a rung on the latest safe start where there is own history. What opens the duty, S and what repeats stay.
 *
 * - Rungs that have fired by other offsets keep their places, so that none before them is taken for a missed one.
 * - A start of which people were told moves no more.
 */
export function ladderOf(
  base: Ladder,
  chosen: ChosenLadder | null,
  { law, obligation, fired }: { law: Law; obligation: Obligation; fired: readonly FiredRung[] },
): Ladder {
  const safeDay = obligation.deadline?.safeDay ?? null;
  const startBy = obligation.preparation?.startBy ?? null;
  const told = fired.some(({ rung }) => rung === prepareRung);
  const start = told || safeDay === null || startBy === null || startBy >= safeDay ? null : startBy;
  if (!countsBack(base) || (!chosen?.offsets && start === null)) return base;
  const offsets = chosen?.offsets ? [...chosen.offsets, ...firedOffsets(fired)] : null;
  const rungs = offsets ? withOffsets(base.rungs, offsets) : base.rungs;
  return remembered(base, start === null || !safeDay ? rungs : withStart(rungs, start, safeDay, law));
}

function firedOffsets(fired: readonly FiredRung[]): number[] {
  return fired.flatMap(({ rung }) => {
    const offset = /^S-(\d+)$/.exec(rung)?.[1];
    return offset === undefined ? [] : [Number(offset)];
  });
}

function prepares({ anchor, offsetDays }: LadderRung): boolean {
  return anchor === 'half-time' || (anchor === 'safe-day' && offsetDays < 0);
}

function withOffsets(rungs: readonly LadderRung[], offsets: readonly number[]): LadderRung[] {
  const back = [...new Set(offsets)]
    .sort((a, b) => b - a)
    .map((offset): LadderRung => ({ key: `S-${offset}`, anchor: 'safe-day', offsetDays: -offset }));
  const first = rungs.findIndex(({ anchor }) => anchor === 'safe-day' || anchor === 'half-time');
  const kept = (rung: LadderRung) => !prepares(rung);
  return [...rungs.slice(0, first).filter(kept), ...back, ...rungs.slice(first).filter(kept)];
}

/** Behind every rung that leaves by the day of the start: of two on one day the later one counts. */
function withStart(rungs: readonly LadderRung[], start: CivilDate, safeDay: CivilDate, law: Law): LadderRung[] {
  const leavesBy = (rung: LadderRung) =>
    prepares(rung) &&
    rung.anchor === 'safe-day' &&
    (knownDate(() => rungDay(law.calendar, rung, safeDay)) ?? '') <= start;
  const last = rungs.findLastIndex(leavesBy);
  const place = last >= 0 ? last + 1 : rungs.findIndex(({ anchor }) => anchor === 'safe-day');
  const rung: LadderRung = { key: prepareRung, anchor: 'safe-day', offsetDays: -daysBetween(start, safeDay) };
  return [...rungs.slice(0, place), rung, ...rungs.slice(place)];
}

/** One ladder for the same rungs, so that what is remembered of it is found again. */
const laidOut = new WeakMap<Ladder, Map<string, Ladder>>();
const mostLaidOut = 200;

function remembered(base: Ladder, rungs: LadderRung[]): Ladder {
  const known = laidOut.get(base) ?? new Map<string, Ladder>();
  laidOut.set(base, known);
  const key = rungs.map((rung) => `${rung.key}:${rung.offsetDays}`).join(' ');
  const found = known.get(key);
  if (found) return found;
  if (known.size >= mostLaidOut) known.clear();
  const ladder = { ...base, rungs };
  known.set(key, ladder);
  return ladder;
}
