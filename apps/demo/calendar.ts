import { addDays, addWorkingDays, latestCalendar } from '../../libs/calendar/index.js';

const calendar = latestCalendar();

/** When the people of the story act: they too work on working days. */
export const addWorkingDaysFor = (day: string, count: number): string => addWorkingDays(calendar, day, count).date;

export { addDays };
