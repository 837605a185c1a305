import { latestTable, loadCalendar } from '../../libs/calendar/index.js';
import { type Law, latestPack } from '../../libs/rulebook/index.js';

/** The newest law that is shipped. */
export const law: Law = { pack: latestPack, calendar: loadCalendar(latestTable) };
