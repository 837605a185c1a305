import {
  addDays,
  type Calendar,
  type CivilDate,
  coverage,
  formatInstant,
  instantAt,
  isWorkingDay,
  parseInstant,
  shanghaiDay,
  weekday,
} from '../calendar/index.js';

/** When the newest daily digest left at or before `now`: nine o'clock of a working day in Shanghai. UTC instants. */
export function newestDigest(calendar: Calendar, now: string): string {
  for (let day = shanghaiDay(now); ; day = addDays(day, -1)) {
    const at = parseInstant(instantAt(day, '09:00'));
    if (at <= parseInstant(now) && isDigestDay(calendar, day)) return formatInstant(at);
  }
}

/** A calendar that has run out must not make the watch blind. */
function isDigestDay(calendar: Calendar, day: CivilDate): boolean {
  const { from, assumedTo } = coverage(calendar);
  if (day < from || day > assumedTo) return weekday(day) <= 5;
  return isWorkingDay(calendar, day).workingDay;
}
