/** China's days as data: civil dates, published calendars, and working-day arithmetic that says why. */
export * from './calendar.js';
export * from './civil-date.js';
export * from './errors.js';
export { latestCalendar } from './latest-calendar.js';
export * from './monday-morning.js';
export type { ReasonCode } from './reasons.js';
export type * from './table.js';
export { latestTable, publishedTables } from './tables/index.js';
