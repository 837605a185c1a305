import type { CivilDate, DayStep } from '../calendar/index.js';

/** How sure we are of a rule: its text was read; a credible source reports it; nobody has checked it yet. */
export type Confidence = 'verified' | 'secondary' | 'unverified';

/** `provisional`: the answer reaches a day whose working-day schedule the State Council has not published. */
export type Firmness = 'firm' | 'provisional';

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
  steps: DayStep[];
  result: CivilDate;
  firmness: Firmness;
}

/** One way to understand an unclear rule, with the date it gives. */
export interface DeadlineReading {
  id: string;
  date: CivilDate;
  /** The date moved to the next working day, where an authority's limit ends on a rest day; else equal to `date`. */
  rolled: CivilDate;
  proof: DeadlineProof;
}

/**
 * The date of an obligation. `readings` holds at least one, the default first. A company's duty follows the earliest
 * date; a complaint about an authority follows the latest.
 */
export interface Deadline {
  /** The date that drives reminders: the stricter reading for the company's own duties, the default one else. */
  date: CivilDate;
  /** Last working day on or before `date`; null for duties of an authority. */
  safeDay: CivilDate | null;
  firmness: Firmness;
  readings: DeadlineReading[];
}
