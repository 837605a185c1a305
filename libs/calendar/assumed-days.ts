/**
 * The days after the last published notice, as far as they can be known: weekends and the statutory holidays are off,
 * nothing else is. Make-up working days are never assumed, because nobody can know them.
 *
 * Days that practice often turns into days off are marked as bridge days. They count as working days, but a safe day
 * avoids them:
 * - the usual break around Spring Festival, Labor Day and National Day (`usualBreak` of the table);
 * - a single working day between a holiday and a weekend;
 * - the working day after a one-day holiday that falls on a weekend or into another usual break, since the law gives
 *   a day in its place (article 6 of the 2024 measures).
 */
import { fromEpochDay, toEpochDay, weekdayOfEpochDay } from './civil-date.js';
import { DayKind, type DayMarks } from './day-kind.js';
import { InvalidCalendarTableError } from './errors.js';
import type { CalendarTable, MovingDates, StatutoryHoliday } from './table.js';

/** Marks everything from position `first` on. @throws InvalidCalendarTableError */
export function assumeDays(table: CalendarTable, marks: DayMarks, first: number): void {
  if (first >= marks.kinds.length) return;
  const firstYear = Number(fromEpochDay(marks.firstEpochDay + first).slice(0, 4));
  const holidays = table.assumed.movingDates.flatMap((year, i) => {
    if (year.year !== firstYear + i) {
      throw new InvalidCalendarTableError(
        table.id,
        `assumed.movingDates ${year.year}`,
        `expected the year ${firstYear + i}`,
      );
    }
    return table.assumed.statutory.map((holiday) => place(table, marks, holiday, year));
  });
  const set = (position: number, kind: DayKind, holiday: PlacedHoliday) => {
    // Past the last day nothing is there to be marked: a typed array takes no more than its length.
    if (position < first || marks.kinds[position] === DayKind.holiday) return;
    marks.kinds[position] = kind;
    marks.holidayOf[position] = holiday.name;
  };

  for (const holiday of holidays) eachDay(holiday.days, (p) => set(p, DayKind.holiday, holiday));
  for (const holiday of holidays) markSingleDays(marks, holiday, set);
  for (const holiday of holidays) {
    if (!holiday.usualBreak) continue;
    eachDay(holiday.usualBreak, (p) => marks.kinds[p] === DayKind.working && set(p, DayKind.bridge, holiday));
  }
  for (const holiday of holidays) markDayInPlace(marks, holiday, holidays, set);
}

type Range = readonly [number, number];
type PlacedHoliday = { name: number; anchor: number; days: Range; usualBreak?: Range };
type Mark = (position: number, kind: DayKind, holiday: PlacedHoliday) => void;

function place(table: CalendarTable, marks: DayMarks, holiday: StatutoryHoliday, year: MovingDates): PlacedHoliday {
  const moving: Record<string, unknown> = year;
  const date = /^\d\d-\d\d$/.test(holiday.anchor) ? `${year.year}-${holiday.anchor}` : moving[holiday.anchor];
  const name = marks.holidayKeys.indexOf(holiday.holiday) + 1;
  if (typeof date !== 'string' || !date.startsWith(`${year.year}-`) || name === 0) {
    throw new InvalidCalendarTableError(table.id, `assumed ${year.year}, ${holiday.holiday}`, 'no such date or name');
  }
  const anchor = toEpochDay(date) - marks.firstEpochDay;
  const around = ([from, to]: Range): Range => [anchor + from, anchor + to];
  return {
    name,
    anchor,
    days: around(holiday.days),
    ...(holiday.usualBreak ? { usualBreak: around(holiday.usualBreak) } : {}),
  };
}

function markSingleDays(marks: DayMarks, holiday: PlacedHoliday, set: Mark): void {
  const isOff = (p: number) => marks.kinds[p] === DayKind.weekend || marks.kinds[p] === DayKind.holiday;
  for (const position of [holiday.days[0] - 1, holiday.days[1] + 1]) {
    if (marks.kinds[position] === DayKind.working && isOff(position - 1) && isOff(position + 1)) {
      set(position, DayKind.bridge, holiday);
    }
  }
}

function markDayInPlace(marks: DayMarks, holiday: PlacedHoliday, all: readonly PlacedHoliday[], set: Mark): void {
  if (holiday.usualBreak) return;
  eachDay(holiday.days, (day) => {
    const onWeekend = weekdayOfEpochDay(marks.firstEpochDay + day) > 5;
    const inAnotherBreak = all.some(({ usualBreak }) => usualBreak && day >= usualBreak[0] && day <= usualBreak[1]);
    if (!onWeekend && !inAnotherBreak) return;
    let position = day + 1;
    while (position < marks.kinds.length && marks.kinds[position] !== DayKind.working) position++;
    set(position, DayKind.bridge, holiday);
  });
}

function eachDay([from, to]: Range, visit: (position: number) => void): void {
  for (let position = from; position <= to; position++) visit(position);
}
