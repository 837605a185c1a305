/**
 * A table laid out day by day, with running counts, so that every question is a look-up instead of a walk.
 * Days are counted from the calendar's first day; `position` is that count.
 */
import { assumeDays } from './assumed-days.js';
import { fromEpochDay, toEpochDay, weekdayOfEpochDay } from './civil-date.js';
import { DayKind, type DayMarks, isWorkingKind } from './day-kind.js';
import { InvalidCalendarTableError } from './errors.js';
import { type Reason, reasonsOf } from './reasons.js';
import type { CalendarTable } from './table.js';

export type DayIndex = {
  /** Epoch day of position 0. */
  readonly firstEpochDay: number;
  /** Position of the last day that notices have arranged. */
  readonly lastCovered: number;
  readonly length: number;
  readonly kinds: Uint8Array;
  /** `workingBefore[p]`: how many working days lie before position p; one entry more than there are days. */
  readonly workingBefore: Int32Array;
  /** The positions of the working days, in order. */
  readonly workingDays: Int32Array;
  /** The positions of the days that differ from plain Monday to Friday, in order. */
  readonly exceptions: Int32Array;
  readonly exceptionsBefore: Int32Array;
  readonly dates: readonly string[];
  readonly reasons: readonly Reason[];
};

/** @throws InvalidCalendarTableError when the table contradicts itself */
export function buildDayIndex(table: CalendarTable): DayIndex {
  const { from, to } = table.covered;
  const firstEpochDay = toEpochDay(from);
  const lastCovered = toEpochDay(to) - firstEpochDay;
  const lastYear = table.assumed.movingDates.at(-1)?.year;
  const lastDay = lastYear === undefined ? toEpochDay(to) : Math.max(toEpochDay(to), toEpochDay(`${lastYear}-12-31`));
  const length = lastDay - firstEpochDay + 1;

  const marks: DayMarks = {
    firstEpochDay,
    kinds: Uint8Array.from({ length }, (_, position) =>
      weekdayOfEpochDay(firstEpochDay + position) > 5 ? DayKind.weekend : DayKind.working,
    ),
    holidayOf: new Uint8Array(length),
    holidayKeys: Object.keys(table.holidays),
  };
  markArrangements(table, marks, lastCovered);
  assumeDays(table, marks, lastCovered + 1);
  const dates = Array.from({ length }, (_, position) => fromEpochDay(firstEpochDay + position));
  return {
    firstEpochDay,
    lastCovered,
    length,
    kinds: marks.kinds,
    ...countDays(marks),
    dates,
    reasons: reasonsOf(table.holidays, marks, lastCovered, dates),
  };
}

function markArrangements(table: CalendarTable, marks: DayMarks, lastCovered: number): void {
  for (const { year, arrangements } of table.years) {
    for (const arrangement of arrangements) {
      const path = `years ${year}, ${arrangement.holiday} ${arrangement.from}`;
      const refuse = (why: string) => new InvalidCalendarTableError(table.id, path, why);
      const name = marks.holidayKeys.indexOf(arrangement.holiday) + 1;
      if (name === 0) throw refuse('the holiday has no name in `holidays`');
      const [first, last] = [positionOf(marks, arrangement.from), positionOf(marks, arrangement.to)];
      if (first < 0 || last > lastCovered || last < first)
        throw refuse('its days are not in order inside the covered days');
      for (let p = first; p <= last; p++) {
        if (marks.holidayOf[p] !== 0) throw refuse(`${fromEpochDay(marks.firstEpochDay + p)} is named twice`);
        marks.kinds[p] = DayKind.holiday;
        marks.holidayOf[p] = name;
      }
      for (const date of arrangement.makeUpWorkingDays) {
        const p = positionOf(marks, date);
        if (p < 0 || p > lastCovered) throw refuse(`make-up day ${date} is outside the covered days`);
        if (marks.kinds[p] !== DayKind.weekend) throw refuse(`make-up day ${date} is no free weekend day`);
        marks.kinds[p] = DayKind.makeUp;
        marks.holidayOf[p] = name;
      }
    }
  }
}

function countDays(marks: DayMarks) {
  const length = marks.kinds.length;
  const workingBefore = new Int32Array(length + 1);
  const exceptionsBefore = new Int32Array(length + 1);
  const workingDays: number[] = [];
  const exceptions: number[] = [];
  marks.kinds.forEach((kind, p) => {
    const working = isWorkingKind(kind as DayKind);
    const onWeekend = weekdayOfEpochDay(marks.firstEpochDay + p) > 5;
    if (working) workingDays.push(p);
    if (working === onWeekend) exceptions.push(p);
    workingBefore[p + 1] = workingDays.length;
    exceptionsBefore[p + 1] = exceptions.length;
  });
  return {
    workingBefore,
    exceptionsBefore,
    workingDays: Int32Array.from(workingDays),
    exceptions: Int32Array.from(exceptions),
  };
}

function positionOf(marks: DayMarks, date: string): number {
  return toEpochDay(date) - marks.firstEpochDay;
}
