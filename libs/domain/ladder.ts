import {
  addDays,
  type CivilDate,
  daysBetween,
  maxDate,
  minDate,
  rollForward,
  workingDaysBetween,
  workingDaysLater,
} from '../calendar/index.js';
import { type Ladder, type LadderRepeat, type LadderRung, type Law, latestDay, rungDay } from '../rulebook/index.js';
import { knownDate } from './agenda/obligation-parts.js';
import { countsBack } from './chosen-ladders.js';
import type { FiredRung } from './license.js';
import type { Obligation } from './obligation.js';

/** A rung that has not fired yet, with the civil day on which it leaves. */
export interface Rung {
  rung: string;
  day: CivilDate;
  /** Rungs before it that are not on record: they are recorded as skipped when this one fires. */
  skips: string[];
}

/** What a ladder is laid against. */
export interface LadderPlace {
  law: Law;
  obligation: Obligation;
  /** Last day of the permit's current term, for rungs that go on until then or begin after it. */
  permitEnd: CivilDate | null;
  /** Rungs on record for this obligation, skipped ones included. */
  fired: readonly FiredRung[];
  today: CivilDate;
}

/**
 * The rungs still to come, in the order of the ladder: every one-time rung, and the repeats up to and including the
 * first one after `today`. Days are civil dates of Asia/Shanghai.
 *
 * - Counted back from the safe day S a rung leaves on the working day before a rest day, every other on the next one.
 * - No rung lies before the day on which the obligation became known: of those that would, the last one is due on that
 *   day, unless a rung tells of the opening itself.
 * - No preparatory rung lies after S. A duty that becomes known after S begins with the rung `S`.
 * - A ladder that never counts back from S knows no S: it tells of a duty at once, however late it becomes known.
 * - Of two rungs for the same day the later one of the ladder counts; the earlier one has no place of its own.
 * - A rung that the ladder puts before one that has fired never fires any more, even when the date moves.
 */
export function rungsToCome(ladder: Ladder, place: LadderPlace): Rung[] {
  const onRecord = new Set(place.fired.map(({ rung }) => rung));
  const placed = oneTimeRungs(ladder, place);
  const repeats = repeatedRungs(ladder, place, placed.at(-1)?.day ?? null);
  const repeating = ladder.repeats.filter((repeat) => !repeat.onlyWithoutDate);
  const begun = place.fired.some(({ rung }) => repeating.some((repeat) => isRepeatOf(repeat, rung)));
  const once = begun ? [] : stillToCome(ladder, placed, onRecord);
  const rungs: Rung[] = [];
  const missed: string[] = [];
  for (const each of [...placed, ...repeats]) {
    const { rung, day } = each;
    if (once.includes(each) || repeats.includes(each)) rungs.push({ rung, day, skips: missed.slice() });
    if (!onRecord.has(rung)) missed.push(rung);
  }
  return rungs;
}

/** One-time rungs after the last one that has fired, each on a day of its own. */
function stillToCome(ladder: Ladder, placed: readonly PlacedRung[], onRecord: ReadonlySet<string>): PlannedRung[] {
  const lastFired = ladder.rungs.findLastIndex(({ key }) => onRecord.has(key));
  const rungs: PlacedRung[] = [];
  for (const rung of placed) {
    if (rung.index <= lastFired) continue;
    while ((rungs.at(-1)?.day ?? '') >= rung.day) rungs.pop();
    rungs.push(rung);
  }
  return rungs;
}

/** A rung by itself, whatever was skipped before it. */
type PlannedRung = Pick<Rung, 'rung' | 'day'>;

interface PlacedRung extends PlannedRung {
  /** Its place in the ladder. */
  index: number;
}

function oneTimeRungs(ladder: Ladder, place: LadderPlace): PlacedRung[] {
  const { law, obligation } = place;
  const { openedOn } = obligation;
  const safe = countsBack(ladder) ? (obligation.deadline?.safeDay ?? null) : null;
  const announced = safe !== null && openedOn <= safe && announcesOpening(ladder, place);
  const plan = plannedDays(ladder, law, obligation);
  const placed: PlacedRung[] = [];
  ladder.rungs.forEach(({ key, anchor, offsetDays }, index) => {
    const planned = plan[index] ?? null;
    if (planned === null) return;
    if (anchor === 'half-time' && planned <= openedOn) return;
    if (anchor === 'safe-day' && planned < openedOn && announced) return;
    const day = planned < openedOn ? openedOn : planned;
    const isSafeDay = anchor === 'safe-day' && offsetDays === 0;
    if (safe === null || day <= safe || isSafeDay) placed.push({ rung: key, day, index });
  });
  return placed;
}

/** The days of the newest ladder that each obligation was laid against: they do not depend on what has fired. */
const plans = new WeakMap<Obligation, { ladder: Ladder; law: Law; days: readonly (CivilDate | null)[] }>();

/** The day of each rung by itself; null where it has no anchor. */
function plannedDays(ladder: Ladder, law: Law, obligation: Obligation): readonly (CivilDate | null)[] {
  const known = plans.get(obligation);
  if (known && known.ladder === ladder && known.law === law) return known.days;
  const days = ladder.rungs.map((rung) => {
    const anchor = anchorOf(rung, obligation);
    if (anchor === null) return null;
    return knownDate(() => rungDay(law.calendar, rung, anchor)) ?? addDays(anchor, rung.offsetDays);
  });
  plans.set(obligation, { ladder, law, days });
  return days;
}

/** Whether a rung tells, or has told, of this opening; a duty that came back after its filing failed has none. */
function announcesOpening(ladder: Ladder, { obligation, fired }: LadderPlace): boolean {
  return ladder.rungs.some(({ anchor, key }) => {
    if (anchor !== 'opening') return false;
    const told = fired.find(({ rung }) => rung === key);
    return !told || told.on >= obligation.openedOn;
  });
}

function anchorOf({ anchor }: LadderRung, { deadline, openedOn, period }: Obligation): CivilDate | null {
  switch (anchor) {
    case 'opening':
      return openedOn;
    case 'period-start':
      return period === null ? null : `${period}-01-01`;
    case 'safe-day':
      return deadline?.safeDay ?? null;
    case 'half-time':
      return deadline?.safeDay && deadline.safeDay > openedOn ? halfway(openedOn, deadline.safeDay) : null;
    case 'after-earlier-reading':
      return deadline && minDate(deadline.date, ...deadline.readings.map(({ date }) => date));
    case 'after-later-reading':
      return deadline && latestDay(deadline);
    default:
      return anchor satisfies never;
  }
}

function halfway(from: CivilDate, to: CivilDate): CivilDate {
  return addDays(from, Math.floor(daysBetween(from, to) / 2));
}

/** One repeat follows the other: each begins at its own anchor, or where the one before it ended if that is later. */
function repeatedRungs(ladder: Ladder, place: LadderPlace, lastOnce: CivilDate | null): PlannedRung[] {
  const { obligation, today } = place;
  const undated = obligation.deadline === null;
  const rungs: PlannedRung[] = [];
  let begin = maxDate(obligation.openedOn, lastOnce ?? obligation.openedOn);
  for (const repeat of ladder.repeats) {
    const anchor = repeatAnchor(repeat, place);
    const end = repeatEnd(repeat, place);
    if ((repeat.onlyWithoutDate ?? false) !== undated || anchor === null || end === undefined) continue;
    begin = maxDate(begin, anchor);
    rungs.push(...turnsOf(repeat, place, begin, end));
    if (end === null || (rungs.at(-1)?.day ?? today) > today) return rungs;
    begin = maxDate(begin, end);
  }
  return rungs;
}

/** The turns of one repeat after those that have fired, up to the first one after today or to its end. */
function turnsOf(repeat: LadderRepeat, place: LadderPlace, begin: CivilDate, end: CivilDate | null): PlannedRung[] {
  const past = place.fired.filter(({ rung }) => isRepeatOf(repeat, rung));
  const turns: PlannedRung[] = [];
  let last = maxDate(begin, past.at(-1)?.on ?? begin);
  for (
    let step = Math.max(1, stepsUntil(place.law, begin, last, repeat));
    last <= place.today || turns.length === 0;
    step++
  ) {
    const raw = stepped(place.law, begin, repeat, step);
    if (end !== null && raw > end) return turns;
    const day = knownDate(() => rollForward(place.law.calendar, raw).date) ?? raw;
    if (day <= last) continue;
    turns.push({ rung: `${repeat.key}-${past.length + turns.length + 1}`, day });
    last = day;
  }
  return turns;
}

function repeatAnchor({ after }: LadderRepeat, { obligation, permitEnd }: LadderPlace): CivilDate | null {
  const { deadline, openedOn, cureEnd } = obligation;
  switch (after) {
    case 'opening':
      return openedOn;
    case 'safe-day':
      return deadline?.safeDay ?? deadline?.date ?? null;
    case 'deadline':
      return deadline?.date ?? null;
    case 'cure-end':
      return cureEnd ?? deadline?.date ?? null;
    case 'permit-end':
      return permitEnd;
    case 'later-reading':
      return deadline && latestDay(deadline);
    default:
      return after satisfies never;
  }
}

/** Null: without end. Undefined: the end is not known, and the repeat is left out. */
function repeatEnd({ until }: LadderRepeat, { obligation, permitEnd }: LadderPlace): CivilDate | null | undefined {
  switch (until) {
    case 'closed':
      return null;
    case 'cure-end':
      return obligation.cureEnd ?? undefined;
    case 'permit-end':
      return permitEnd ?? undefined;
    default:
      return until satisfies never;
  }
}

function stepped(law: Law, begin: CivilDate, { every, unit }: LadderRepeat, step: number): CivilDate {
  if (unit === 'day') return addDays(begin, every * step);
  return knownDate(() => workingDaysLater(law.calendar, begin, every * step)) ?? addDays(begin, every * step);
}

/** The last step that lies on or before a day, so that a duty years past its date is not counted from its beginning. */
function stepsUntil(law: Law, begin: CivilDate, day: CivilDate, { every, unit }: LadderRepeat): number {
  const passed =
    unit === 'day'
      ? daysBetween(begin, day)
      : (knownDate(() => workingDaysBetween(law.calendar, begin, day).days) ?? 0);
  return Math.floor(passed / every);
}

function isRepeatOf({ key }: LadderRepeat, rung: string): boolean {
  return rung.length > key.length && rung.startsWith(`${key}-`) && /^\d+$/.test(rung.slice(key.length + 1));
}
