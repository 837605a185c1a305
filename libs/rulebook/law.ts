import type { Calendar } from '../calendar/index.js';
import type { RulePack } from './pack.js';

/** What every computation stands on: one version of the rules and one version of the calendar. */
export interface Law {
  pack: RulePack;
  calendar: Calendar;
}
