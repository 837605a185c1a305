import chineseDays from 'chinese-days';
import {
  addDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  lastWorkingDay,
  latestTable,
  loadCalendar,
  rollForward,
  workingDaysBetween,
} from '../../../libs/calendar/index.js';

/** A question about days, asked of this calendar and of chinese-days; the answers must be the same. */
export interface DayQuestion {
  name: string;
  ours(day: string): unknown;
  theirs(day: string): unknown;
}

const { findWorkday, getWorkdaysInRange, isWorkday } = chineseDays;
const calendar: Calendar = loadCalendar(latestTable);

const nthAfter = (n: number): DayQuestion => ({
  name: `the ${n}th working day after a day`,
  ours: (day) => addWorkingDays(calendar, day, n).date,
  theirs: (day) => findWorkday(n, day),
});

export const dayQuestions: readonly DayQuestion[] = [
  {
    name: 'is it a working day',
    ours: (day) => isWorkingDay(calendar, day).workingDay,
    theirs: (day) => isWorkday(day),
  },
  {
    name: 'that day or the next working day',
    ours: (day) => rollForward(calendar, day).date,
    theirs: (day) => findWorkday(0, day),
  },
  {
    name: 'that day or the last working day',
    ours: (day) => lastWorkingDay(calendar, day).date,
    theirs: (day) => (isWorkday(day) ? day : findWorkday(-1, day)),
  },
  nthAfter(5),
  nthAfter(10),
  nthAfter(60),
  {
    name: 'working days in ninety days',
    ours: (day) => workingDaysBetween(calendar, day, addDays(day, 89)).days,
    theirs: (day) => getWorkdaysInRange(addDays(day, 1), addDays(day, 89), true).length,
  },
];

/** Days all over the years that both know. */
export const days: readonly string[] = Array.from({ length: 500 }, (_, i) => addDays('2007-02-01', (i * 7919) % 7_000));

/** @throws Error naming the first question that the two answer differently: their speed could not be compared */
export function compareAnswers(): void {
  for (const { name, ours, theirs } of dayQuestions) {
    for (const day of days) {
      const answers = [ours(day), theirs(day)];
      if (answers[0] !== answers[1]) throw new Error(`${name}: ${day} gives ${answers.join(' here, but there ')}`);
    }
  }
}
