import type { CivilDate, Confidence, Firmness, ReasonCode } from '../calendar/index.js';

/**
 * `Confidence`, how sure we are of a rule: its text was read; a credible source reports it; nobody has checked it yet.
 * `Firmness`: `provisional` when the answer reaches a day whose schedule the State Council has not published.
 */
export type { Confidence, Firmness } from '../calendar/index.js';

/** A text that people read, in both languages of the product. */
export interface Bilingual {
  zh: string;
  en: string;
}

export interface Citation {
  /** Key into the pack's `sources`, such as `ALL` or `O42`. */
  source: string;
  /** Article as people cite it, such as `art. 32(4)`. */
  article: string;
}

/** One day of a count: whether it was counted, and why. A day of an expert review has a reason of its own. */
export interface ProofStep {
  date: CivilDate;
  counted: boolean;
  reason: { code: ReasonCode | 'expert-review'; zh: string; en: string };
}

/**
 * Why a date is what it is: readable by a person in both languages, and enough for a machine to compute it again.
 * All dates are civil dates in Asia/Shanghai.
 */
export interface DeadlineProof {
  ruleId: string;
  /** Pinned rule pack, `<id>@<version>`. */
  pack: string;
  /** Pinned calendar version. */
  calendar: string;
  citation: Citation;
  confidence: Confidence;
  wording: Bilingual;
  /** Named starting facts, such as `{ receivedOn: '2026-09-14', length: 5, unit: 'working-day' }`. */
  inputs: Record<string, string | number>;
  /** Skipped or counted days that matter (see libs/calendar); empty where plain calendar days are counted. */
  steps: ProofStep[];
  result: CivilDate;
  firmness: Firmness;
}

/** Where a house has settled how an unclear rule is read: everywhere, before one authority, or for one license. */
export type ReadingScope = 'installation' | 'authority' | 'license';

/** One way to understand an unclear rule, with the date it gives. */
export interface DeadlineReading {
  id: string;
  /** Present where the house has settled on this reading. */
  settled?: { scope: ReadingScope; houseSeq: number };
  date: CivilDate;
  /** The date moved to the next working day, where an authority's limit ends on a rest day; else equal to `date`. */
  rolled: CivilDate;
  proof: DeadlineProof;
}

/**
 * The date of an obligation. `readings` holds at least one, the default first. A company's duty follows the earliest
 * date; a question to an authority that is late follows the default one, a complaint the latest.
 */
export interface Deadline {
  /** The date that drives reminders: the stricter reading for the company's own duties, the default one else. */
  date: CivilDate;
  /** Last working day on or before `date`; null for duties of an authority. */
  safeDay: CivilDate | null;
  /** The days passed over to reach the safe day; empty for duties of an authority. */
  safeDaySteps: ProofStep[];
  firmness: Firmness;
  readings: DeadlineReading[];
}
