import { type CivilDate, shanghaiDay } from '../../libs/calendar/index.js';

/** The civil day in Shanghai, for questions that name none. */
export function civilToday(): CivilDate {
  return shanghaiDay(new Date().toISOString());
}
