import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  type Calendar,
  type CivilDate,
  isWorkingDay,
  lastDayOfTerm,
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
export function countFrom(calendar: Calendar, count: Count, start: string, paused: ReadonlySet<CivilDate>): Counted {
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

function length(
  calendar: Calendar,
  count: Count & { kind: 'length' },
  start: CivilDate,
  paused: ReadonlySet<CivilDate>,
): Counted {
  const sign = count.direction === 'before' ? -1 : 1;
  switch (count.unit) {
    case 'month':
      return firm(addMonths(start, sign * count.length));
    case 'day':
      return paused.size > 0 && sign > 0
        ? daysAround(start, count.length, paused)
        : firm(addDays(start, sign * count.length));
    case 'working-day':
      return paused.size > 0
        ? workingDaysAround(calendar, start, count.length, paused)
        : addWorkingDays(calendar, start, count.length);
    default:
      return count.unit satisfies never;
  }
}

const pausedReason = { code: 'expert-review', zh: '专家评审期间，不计入', en: 'expert review, not counted' } as const;

function daysAround(start: CivilDate, length: number, paused: ReadonlySet<CivilDate>): Counted {
  const steps: ProofStep[] = [];
  let date = start;
  for (let left = length; left > 0; ) {
    date = addDays(date, 1);
    if (paused.has(date)) steps.push({ date, counted: false, reason: pausedReason });
    else left--;
  }
  return { date, steps, firmness: 'firm' };
}

/** Lists what `addWorkingDays` lists, and every day of the expert review besides. */
function workingDaysAround(
  calendar: Calendar,
  start: CivilDate,
  length: number,
  paused: ReadonlySet<CivilDate>,
): Counted {
  const steps: ProofStep[] = [];
  let date = start;
  let firmness: Firmness = 'firm';
  for (let left = length; left > 0; ) {
    date = addDays(date, 1);
    const day = isWorkingDay(calendar, date);
    firmness = day.firmness;
    if (paused.has(date)) {
      steps.push({ date, counted: false, reason: pausedReason });
      continue;
    }
    const firstOrLast = day.workingDay && (left === length || left === 1);
    if (firstOrLast || !isPlain(day.reason.code)) steps.push({ date, counted: day.workingDay, reason: day.reason });
    if (day.workingDay) left--;
  }
  return { date, steps, firmness };
}

function isPlain(code: string): boolean {
  return /^(assumed-)?(working-day|weekend)$/.test(code);
}

/** Every day of some periods; a period without an end reaches to `today`. */
export function daysOf(
  periods: { from: CivilDate; to: CivilDate | null }[],
  today: CivilDate,
  endDayCounts: boolean,
): Set<CivilDate> {
  const days = new Set<CivilDate>();
  for (const { from, to } of periods) {
    const last = to === null ? today : endDayCounts ? addDays(to, -1) : to;
    for (let day = from; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return days;
}
