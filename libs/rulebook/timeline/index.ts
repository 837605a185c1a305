/** From the facts of a license's life to every clock that runs. */
export { InvalidTimelineError } from './complaint.js';
export { type ClockRow, clockRows } from './rows.js';
export type { TimelineClock } from './running.js';
export { timelineJsonSchema } from './schema.js';
export { timelineClocks } from './timeline-clocks.js';
export { lawOfPermit, validityDeadline } from './validity.js';
