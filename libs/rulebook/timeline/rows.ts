import { type CivilDate, type Firmness, safeDay } from '../../calendar/index.js';
import { explain } from '../explain/index.js';
import type { TimelineClock } from './running.js';

/** One reading of one clock: the answer of `paizhao clocks`. */
export interface ClockRow {
  clock: string;
  /** Id of the reading; with `/next-working-day` where a last day on a rest day moves on. */
  reading: string;
  start: CivilDate;
  /** Days of an expert review that were left out. */
  pausedDays: number;
  due: CivilDate;
  /** Last working day on or before `due`; null for duties of the authority, and where there is nothing to do. */
  safe: CivilDate | null;
  firmness: Firmness;
  rule: string;
}

/** The rows of a clock, the default reading first. An authority's day that moves has its row right behind. */
export function clockRows({ clock, about, duty, deadline, law }: TimelineClock): ClockRow[] {
  const { readings } = explain(law, { subject: clock, about, duty }, deadline);
  return readings.flatMap(({ id, start, pausedDays, date, moved, rule, ...reading }) => {
    const safe = deadline.safeDay === null ? null : safeDay(law.calendar, date);
    const firmness = safe?.firmness === 'provisional' ? 'provisional' : reading.firmness;
    const row = { clock, reading: id, start: dayOf(start.value), pausedDays, due: date, safe: safe?.date ?? null };
    const raw: ClockRow = { ...row, firmness, rule: rule?.id ?? '' };
    if (moved === null || moved.date === date) return [raw];
    return [raw, { ...raw, reading: `${id}/next-working-day`, due: moved.date }];
  });
}

/** A clock that starts with a year starts on its first day. */
const dayOf = (value: string): CivilDate => (value.length === 4 ? `${value}-01-01` : value);
