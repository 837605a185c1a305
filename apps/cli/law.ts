/** The law that the command line computes with: the newest pack and the newest calendar that ship. */
import {
  CalendarNotCoveredError,
  type CivilDate,
  coverage,
  latestCalendar,
  parseCivilDate,
} from '../../libs/calendar/index.js';
import { type Law, latestPack } from '../../libs/rulebook/index.js';

export const currentLaw: Law = { pack: latestPack, calendar: latestCalendar() };

/**
 * A day that is asked about, not before the calendar's first one: days of civil time could be counted from any, but
 * nothing else here could be said of them. @throws InvalidDateError, CalendarNotCoveredError
 */
export function coveredDate(text: unknown, where: string): CivilDate {
  const date = parseCivilDate(text, where);
  const { from, assumedTo } = coverage(currentLaw.calendar);
  if (date < from) throw new CalendarNotCoveredError({ id: currentLaw.calendar.id, from, to: assumedTo }, date);
  return date;
}
