import { addDays, type CivilDate, formatInstant, instantAt, parseInstant, shanghaiDay, weekday } from './civil-date.js';

/** A week, by the morning with which its work begins. */
export interface MondayMorning {
  /** The Monday, a civil day in Shanghai. */
  day: CivilDate;
  /** Nine o'clock there, as a UTC instant. */
  at: string;
}

/** The latest Monday, nine o'clock in Shanghai, that is not after `now` (a UTC instant). */
export function latestMondayMorning(now: string): MondayMorning {
  const today = shanghaiDay(now);
  const monday = morningOf(addDays(today, 1 - weekday(today)));
  return parseInstant(monday.at) <= parseInstant(now) ? monday : morningOf(addDays(monday.day, -7));
}

const morningOf = (day: CivilDate): MondayMorning => ({
  day,
  at: formatInstant(parseInstant(instantAt(day, '09:00'))),
});
