import { type CivilDate, minDate } from '../calendar/index.js';

/** The days that a bundle covers, both included. */
export interface Days {
  from: CivilDate;
  to: CivilDate;
}

/** Of the days that are asked for those that have come: nothing is told of a day ahead. */
export const reached = ({ from, to }: Days, today: CivilDate): Days => ({
  from: minDate(from, today),
  to: minDate(to, today),
});

export const within = ({ from, to }: Days, day: CivilDate): boolean => from <= day && day <= to;

/** An entry of a stream, as `documents.json` and `deliveries.json` name it. */
export interface EntryPlace {
  stream: string;
  seq: number;
}
