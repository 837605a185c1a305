/** What an explanation claims, as far as it can be computed again. Its own types: this folder imports nothing. */
export interface Claim {
  duty: string | null;
  date: string;
  firmness: string;
  drivenBy: string;
  safeDay: { date: string; steps: ClaimedStep[] } | null;
  readings: ClaimedReading[];
  calendar: { coveredTo: string };
}

export interface ClaimedReading {
  drives: boolean;
  start: { value: string };
  count: ClaimedCount;
  pausedDays: number;
  steps: ClaimedStep[];
  date: string;
  firmness: string;
  moved: { to: string; date: string; steps: ClaimedStep[] } | null;
}

export type ClaimedCount =
  | { kind: 'length'; length: number; unit: string; direction: string }
  | { kind: 'day-of-year'; monthDay: string }
  | { kind: 'term'; years: number; end: string }
  | { kind: 'same-day' };

export interface ClaimedStep {
  date: string;
  counted: boolean;
  reason: { code: string };
}

/** Where a claim and the second computation differ. `claimed` and `computed` are short texts. */
export interface Difference {
  where: string;
  claimed: string;
  computed: string;
}
