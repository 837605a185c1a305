import type { CivilDate } from '../calendar/index.js';

/** The days that a bundle covers, both included. */
export interface Days {
  from: CivilDate;
  to: CivilDate;
}

export const within = ({ from, to }: Days, day: CivilDate): boolean => from <= day && day <= to;

/** An entry of a stream, as `documents.json` and `deliveries.json` name it. */
export interface EntryPlace {
  stream: string;
  seq: number;
}
