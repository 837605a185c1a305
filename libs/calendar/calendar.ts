/**
 * Questions about working days in China. Pure and O(1) in the length of a period (plus its exceptions, where steps
 * are asked for): a calendar is laid out once by `loadCalendar`.
 *
 * All dates are civil dates of Asia/Shanghai. Every answer says whether it is `firm`, or `provisional` because it
 * depends on a day after the last published notice. A date that is none throws `invalid-date`; a question that needs a
 * day before the first or after the last day of the table throws `calendar-not-covered`.
 */
import { type CivilDate, toEpochDay } from './civil-date.js';
import { buildDayIndex, type DayIndex } from './day-index.js';
import { DayKind, isWorkingKind } from './day-kind.js';
import { CalendarNotCoveredError, InvalidCountError, InvalidPeriodError } from './errors.js';
import type { Reason } from './reasons.js';
import type { CalendarTable } from './table.js';

/** A loaded table. Build it once and hand it around; it is never changed. */
export type Calendar = {
  readonly id: string;
  readonly table: CalendarTable;
  readonly index: DayIndex;
};

/** `provisional` as soon as the answer depends on a day after the covered one. */
export type Firmness = 'firm' | 'provisional';

/** One day of a computation: whether it was counted, or for a safe day usable, and why. */
export type Step = { date: CivilDate; counted: boolean; reason: Reason };

/** A day that was looked for, with the days that decided it. */
export type DayAnswer = { date: CivilDate; firmness: Firmness; steps: Step[] };

/** Lays a table out. Takes some milliseconds. @throws InvalidCalendarTableError (`invalid-calendar-table`) */
export function loadCalendar(table: CalendarTable): Calendar {
  return Object.freeze({ id: table.id, table, index: buildDayIndex(table) });
}

/** The first and last day arranged by notices, and the last day for which assumptions are made. */
export function coverage(calendar: Calendar): { from: CivilDate; to: CivilDate; assumedTo: CivilDate } {
  const { from, to } = calendar.table.covered;
  return { from, to, assumedTo: dateAt(calendar, calendar.index.length - 1) };
}

/** Whether offices work on a day, and why. */
export function isWorkingDay(
  calendar: Calendar,
  date: CivilDate,
): { workingDay: boolean; firmness: Firmness; reason: Reason } {
  const position = positionOf(calendar, date);
  return {
    workingDay: isWorkingKind(kindAt(calendar, position)),
    firmness: firmnessAt(calendar, position),
    reason: reasonAt(calendar, position),
  };
}

/**
 * The n-th working day after a day, which is itself not counted (n = 0 gives the day itself, firm, working or not).
 *
 * Steps are the days somebody would get wrong by counting Monday to Friday: holidays on such days (not counted),
 * make-up working days (counted), and the first and the last working day counted. In order; none for n = 0.
 * @param n a whole number, 0 or more; otherwise `invalid-count`
 */
export function addWorkingDays(calendar: Calendar, date: CivilDate, n: number): DayAnswer {
  const start = countFrom(calendar, date, n);
  if (n === 0) return { date, firmness: 'firm', steps: [] };
  const result = workingDayAfter(calendar, date, start, n);
  const first = at(calendar.index.workingDays, at(calendar.index.workingBefore, start + 1));
  return {
    date: dateAt(calendar, result),
    firmness: firmnessAt(calendar, result),
    steps: stepsOfCount(calendar, [start + 1, result], first, result),
  };
}

/** The date of `addWorkingDays` alone, for whoever need not show why: most of its work is the steps. */
export function workingDaysLater(calendar: Calendar, date: CivilDate, n: number): CivilDate {
  const start = countFrom(calendar, date, n);
  return n === 0 ? date : dateAt(calendar, workingDayAfter(calendar, date, start, n));
}

/** The place of the n-th working day after a place. */
function workingDayAfter(calendar: Calendar, date: CivilDate, start: number, n: number): number {
  const { workingBefore, workingDays } = calendar.index;
  const result = workingDays[at(workingBefore, start + 1) + n - 1];
  if (result === undefined) throw notCovered(calendar, `working day ${n} after ${date}`);
  return result;
}

/**
 * The n-th working day before a day, which is itself not counted; otherwise as `addWorkingDays`, whose inverse it is
 * for a working day. Steps in the order of the count, so from late to early.
 * @param n a whole number, 0 or more; otherwise `invalid-count`
 */
export function subtractWorkingDays(calendar: Calendar, date: CivilDate, n: number): DayAnswer {
  const start = countFrom(calendar, date, n);
  if (n === 0) return { date, firmness: 'firm', steps: [] };
  const { workingBefore, workingDays } = calendar.index;
  const before = at(workingBefore, start);
  const result = workingDays[before - n];
  if (result === undefined) throw notCovered(calendar, `working day ${n} before ${date}`);
  return {
    date: dateAt(calendar, result),
    firmness: firmnessAt(calendar, start - 1),
    steps: stepsOfCount(calendar, [result, start - 1], result, at(workingDays, before - 1)).reverse(),
  };
}

/** Working days after `from` up to and including `to`; `to` before `from` throws `invalid-period`. */
export function workingDaysBetween(
  calendar: Calendar,
  from: CivilDate,
  to: CivilDate,
): { days: number; firmness: Firmness } {
  const [first, last] = [positionOf(calendar, from), positionOf(calendar, to)];
  if (last < first) throw new InvalidPeriodError(from, to);
  const { workingBefore } = calendar.index;
  return {
    days: at(workingBefore, last + 1) - at(workingBefore, first + 1),
    firmness: last === first ? 'firm' : firmnessAt(calendar, last),
  };
}

/** The day itself when offices work, otherwise the next working day. Steps: every day passed over, and the result. */
export function rollForward(calendar: Calendar, date: CivilDate): DayAnswer {
  return walk(calendar, date, positionOf(calendar, date), 1, isWorkingKind);
}

/** The next working day strictly after a day. Steps as for `rollForward`. */
export function nextWorkingDay(calendar: Calendar, date: CivilDate): DayAnswer {
  return walk(calendar, date, positionOf(calendar, date) + 1, 1, isWorkingKind);
}

/** The day itself when offices work, otherwise the last working day before it. Steps as for `rollForward`. */
export function lastWorkingDay(calendar: Calendar, date: CivilDate): DayAnswer {
  return walk(calendar, date, positionOf(calendar, date), -1, isWorkingKind);
}

/** The last working day strictly before a day. Steps as for `rollForward`. */
export function workingDayBefore(calendar: Calendar, date: CivilDate): DayAnswer {
  return walk(calendar, date, positionOf(calendar, date) - 1, -1, isWorkingKind);
}

/**
 * The day by which a deadline can be met for certain: the last working day on or before it. After the covered day it
 * also avoids bridge days, so that a notice published later cannot make it a day off without warning.
 * Steps as for `rollForward`.
 */
export function safeDay(calendar: Calendar, date: CivilDate): DayAnswer {
  return walk(calendar, date, positionOf(calendar, date), -1, (kind) => isWorkingKind(kind) && kind !== DayKind.bridge);
}

/** Breaks are short (15 days is the longest assumed), so stepping through them is as good as a table of answers. */
function walk(
  calendar: Calendar,
  asked: CivilDate,
  from: number,
  direction: 1 | -1,
  fits: (kind: DayKind) => boolean,
): DayAnswer {
  const { index } = calendar;
  const steps: Step[] = [];
  for (let position = from; position >= 0 && position < index.length; position += direction) {
    const counted = fits(kindAt(calendar, position));
    steps.push({ date: dateAt(calendar, position), counted, reason: reasonAt(calendar, position) });
    if (counted)
      return { date: dateAt(calendar, position), firmness: firmnessAt(calendar, Math.max(from, position)), steps };
  }
  throw notCovered(calendar, `the working day ${direction === 1 ? 'after' : 'before'} ${asked}`);
}

/** Where a count of n working days begins. */
function countFrom(calendar: Calendar, date: CivilDate, n: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new InvalidCountError(n, 'a whole number of working days, 0 or more');
  return positionOf(calendar, date);
}

/** The exceptions from one position to another, with the earliest and the latest day counted; from early to late. */
function stepsOfCount(calendar: Calendar, [from, to]: [number, number], earliest: number, latest: number): Step[] {
  const { exceptions, exceptionsBefore } = calendar.index;
  const before = at(exceptionsBefore, from);
  const positions: number[] = [];
  for (let i = before; i < at(exceptionsBefore, to + 1); i++) positions.push(at(exceptions, i));
  for (const position of [latest, earliest]) {
    const place = at(exceptionsBefore, position) - before;
    if (positions[place] !== position) positions.splice(place, 0, position);
  }
  return positions.map((position) => ({
    date: dateAt(calendar, position),
    counted: isWorkingKind(kindAt(calendar, position)),
    reason: reasonAt(calendar, position),
  }));
}

function positionOf(calendar: Calendar, date: CivilDate): number {
  const position = toEpochDay(date) - calendar.index.firstEpochDay;
  if (position < 0 || position >= calendar.index.length) throw notCovered(calendar, date);
  return position;
}

function notCovered(calendar: Calendar, date: string): CalendarNotCoveredError {
  const { from, assumedTo } = coverage(calendar);
  return new CalendarNotCoveredError({ id: calendar.id, from, to: assumedTo }, date);
}

function firmnessAt(calendar: Calendar, position: number): Firmness {
  return position <= calendar.index.lastCovered ? 'firm' : 'provisional';
}

function reasonAt(calendar: Calendar, position: number): Reason {
  return calendar.index.reasons[position] as Reason;
}

function kindAt(calendar: Calendar, position: number): DayKind {
  return at(calendar.index.kinds, position) as DayKind;
}

function dateAt(calendar: Calendar, position: number): CivilDate {
  return calendar.index.dates[position] as CivilDate;
}

/** A typed array is total over the positions that `positionOf` lets through; the compiler cannot know. */
function at(values: Int32Array | Uint8Array, position: number): number {
  return values[position] as number;
}
