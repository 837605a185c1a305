import { type Calendar, loadCalendar } from './calendar.js';
import { latestTable } from './tables/index.js';

let laidOut: Calendar | undefined;

/** The newest calendar that ships, laid out once in a process, when it is first asked for. */
export function latestCalendar(): Calendar {
  laidOut ??= loadCalendar(latestTable);
  return laidOut;
}
