/**
 * A reminder ladder as data. S is the safe day of the obligation's deadline. A rung counted back from S leaves on the
 * working day before, if it falls on a rest day; a rung that opens a duty leaves on the next working day.
 */
export interface Ladder {
  obligation: string;
  rungs: LadderRung[];
  repeats: LadderRepeat[];
  /** Who is told of each rung together with the owner, without waiting for an acknowledgement. */
  alsoTells?: ('deputy' | 'manager')[];
}

export interface LadderRung {
  /** Key in notices and outbox, such as `S-30`, `S`, `opened`, `january-1`, `half-time`, `ask`, `complaint`. */
  key: string;
  anchor: 'opening' | 'safe-day' | 'half-time' | 'period-start' | 'after-earlier-reading' | 'after-later-reading';
  /** Calendar days relative to the anchor; negative is before. */
  offsetDays: number;
  /** Leaves on its very day, a rest day too: an alarm does not wait. */
  onRestDays?: boolean;
}

/** A repeating rung; its key carries its count: `weekly-1`, `weekly-2` … */
export interface LadderRepeat {
  key: string;
  after: 'opening' | 'safe-day' | 'deadline' | 'cure-end' | 'permit-end' | 'later-reading';
  until: 'cure-end' | 'permit-end' | 'closed';
  every: number;
  unit: 'day' | 'working-day';
  /** Only while the obligation has no date (a correction notice that sets none). */
  onlyWithoutDate?: boolean;
}
