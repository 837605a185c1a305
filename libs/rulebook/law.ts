import type { Calendar } from '../calendar/index.js';
import type { RulePack } from './pack.js';
import type { SettledReadings } from './readings.js';

/** What every computation stands on: one version of the rules, one of the calendar, and what the house has settled. */
export interface Law {
  pack: RulePack;
  calendar: Calendar;
  readings?: SettledReadings;
}
