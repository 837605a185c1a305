/** The law that the command line computes with: the newest pack and the newest calendar that ship. */
import { latestTable, loadCalendar } from '../../libs/calendar/index.js';
import { type Law, latestPack } from '../../libs/rulebook/index.js';

export const currentLaw: Law = { pack: latestPack, calendar: loadCalendar(latestTable) };
