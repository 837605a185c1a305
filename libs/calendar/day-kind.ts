/** What a day is. A bridge day counts as a working day, but may well become a day off; see `assumeDays`. */
export const DayKind = { working: 0, weekend: 1, holiday: 2, makeUp: 3, bridge: 4 } as const;
export type DayKind = (typeof DayKind)[keyof typeof DayKind];

/** True for the kinds on which offices work. */
export function isWorkingKind(kind: DayKind): boolean {
  return kind === DayKind.working || kind === DayKind.makeUp || kind === DayKind.bridge;
}

/** The days of an index while it is being filled; `holidayOf` is an index into `holidayKeys` plus one, 0 for none. */
export type DayMarks = {
  firstEpochDay: number;
  kinds: Uint8Array;
  holidayOf: Uint8Array;
  holidayKeys: readonly string[];
};
