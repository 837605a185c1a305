import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  type Calendar,
  type CivilDate,
  daysBetween,
  isWorkingDay,
  lastDayOfTerm,
  subtractWorkingDays,
} from '../calendar/index.js';
import type { Count } from './pack.js';
import type { Firmness, ProofStep } from './proof.js';

/** A found day, the days that mattered on the way, and whether it may still move. */
export interface Counted {
  date: CivilDate;
  steps: ProofStep[];
  firmness: Firmness;
}

/**
 * Finds the day that a count gives. The starting day is never counted.
 * @param start a civil date; for a fixed day of the year also the year alone, such as `2027`
 * @param paused days left out of a count forwards; the days of every other count ignore them
 */
export function countFrom(calendar: Calendar, count: Count, start: string, paused: PausedDays): Counted {
  switch (count.kind) {
    case 'same-day':
      return firm(start);
    case 'day-of-year':
      return firm(`${start.slice(0, 4)}-${count.monthDay}`);
    case 'term':
      return firm(count.end === 'eve' ? lastDayOfTerm(start, count.years) : addYears(start, count.years));
    case 'length':
      return length(calendar, count, start, paused);
    default:
      return count satisfies never;
  }
}

const firm = (date: CivilDate): Counted => ({ date, steps: [], firmness: 'firm' });

function length(calendar: Calendar, count: Count & { kind: 'length' }, start: CivilDate, paused: PausedDays): Counted {
  const sign = count.direction === 'before' ? -1 : 1;
  switch (count.unit) {
    case 'month':
      return firm(addMonths(start, sign * count.length));
    case 'day':
      return paused.length > 0 && sign > 0
        ? daysAround(start, count.length, paused)
        : firm(addDays(start, sign * count.length));
    case 'working-day':
      if (sign < 0) return subtractWorkingDays(calendar, start, count.length);
      return paused.length > 0
        ? workingDaysAround(calendar, start, count.length, paused)
        : addWorkingDays(calendar, start, count.length);
    default:
      return count.unit satisfies never;
  }
}

const pausedReason = { code: 'expert-review', zh: '专家评审期间，不计入', en: 'expert review, not counted' } as const;

/** A paused day pushes the end later, where it may meet another paused day; repeated until the end stays. */
function daysAround(start: CivilDate, length: number, paused: PausedDays): Counted {
  let left = 0;
  let passed: CivilDate[] = [];
  let date = start;
  do {
    left = passed.length;
    date = addDays(start, length + left);
    passed = paused.filter((day) => day > start && day <= date);
  } while (passed.length > left);
  return { date, steps: passed.map(pausedStep), firmness: 'firm' };
}

/** Lists what `addWorkingDays` lists, and every day of the expert review instead of what it would be else. */
function workingDaysAround(calendar: Calendar, start: CivilDate, length: number, paused: PausedDays): Counted {
  const working = new Set(paused.filter((day) => isWorkingDay(calendar, day).workingDay));
  const upTo = (date: CivilDate) => paused.filter((day) => day > start && day <= date);
  let left = 0;
  let found = addWorkingDays(calendar, start, length);
  for (;;) {
    const passed = upTo(found.date).filter((day) => working.has(day)).length;
    if (passed === left) break;
    left = passed;
    found = addWorkingDays(calendar, start, length + left);
  }
  const passed = upTo(found.date);
  const others = found.steps.filter(({ date }) => !passed.includes(date));
  const steps = [...others, ...passed.map(pausedStep)].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { date: found.date, steps, firmness: found.firmness };
}

const pausedStep = (date: CivilDate): ProofStep => ({ date, counted: false, reason: pausedReason });

/** Days left out of a count, in order, each once. */
export type PausedDays = readonly CivilDate[];

/** Every day of some periods; a period without an end reaches to `today`. */
export function daysOf(
  periods: { from: CivilDate; to: CivilDate | null }[],
  today: CivilDate,
  endDayCounts: boolean,
): PausedDays {
  const days = periods.flatMap(({ from, to }) => {
    const last = to === null ? today : endDayCounts ? addDays(to, -1) : to;
    return Array.from({ length: Math.max(0, daysBetween(from, last) + 1) }, (_, i) => addDays(from, i));
  });
  return [...new Set(days)].sort();
}
