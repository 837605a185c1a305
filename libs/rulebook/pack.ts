import type { CivilDate } from '../calendar/index.js';
import type { Facts } from './facts.js';
import type { Ladder } from './ladder.js';
import type { Bilingual, Citation, Confidence } from './proof.js';

/**
 * A rule pack: the law of one field as plain data. It can stand in a JSON file, be hashed, and be read by a lawyer.
 * `schema.ts` refuses what does not fit; `validate.ts` runs the examples. A published pack never changes.
 */
export interface RulePack {
  /** `<name>@<version>`, such as `cn-vats-current@1`. */
  id: string;
  title: Bilingual;
  sources: Record<string, Source>;
  serviceTypes: ServiceTypeRule[];
  authorities: AuthorityRule[];
  offices: OfficeRule[];
  numbers: NumberRule[];
  routing: RoutingRule[];
  capital: CapitalRule[];
  eligibility: EligibilityRule[];
  requirements: RequirementRule[];
  limits: LimitRule[];
  ladders: LadderRule[];
  penalties: PenaltyRule[];
  /** Sections that came with later versions; a pack without one says nothing of its subject. */
  scope?: ScopeRule[];
  foreignShare?: ForeignShareRule[];
  duties?: DutyRule[];
  creditLists?: CreditListRule[];
  companionPermits?: CompanionPermitRule[];
  openQuestions?: OpenQuestionRule[];
}

/** Where rules come from: a law, a notice, a guide. `how` says what was read of it; `inForceFrom` is null where no one day is known. */
export interface Source {
  title: Bilingual;
  kind: 'law' | 'regulation' | 'measures' | 'notice' | 'guide' | 'agency' | 'house';
  inForceFrom: CivilDate | null;
  how: Bilingual;
}

/** What every rule has. Two rules of one section may share an id if their validity in time does not overlap. */
export interface Rule {
  id: string;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
  /** First day on which the rule holds. */
  validFrom: CivilDate;
  /** Last day on which the rule holds; null while it is in force. */
  validTo: CivilDate | null;
  /** Other ways in which the sources read the same point; the rule itself is the default. */
  otherReadings?: RuleReading[];
}

/** A statement with a basis of its own inside a rule. */
export interface Clause {
  id: string;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
}

export type RuleReading = Clause;

/**
 * A question over named facts (`facts.ts`). `eq` asks for the value itself, or whether a list holds it; `in` whether
 * the fact is one of the values, or a list holds one of them; `gte` compares numbers. An unknown fact answers no to
 * each of the three.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { eq: [fact: keyof Facts, value: string | number | boolean] }
  | { in: [fact: keyof Facts, values: (string | number)[]] }
  | { gte: [fact: keyof Facts, value: number] };

/** With these facts the rule applies, or does not. */
export interface ConditionExample {
  facts: Partial<Facts>;
  applies: boolean;
}

/** A rule that holds under a condition; no condition means always. */
export interface ConditionalRule extends Rule {
  when: Condition | null;
  examples: ConditionExample[];
}

export interface ServiceTypeRule extends Rule {
  /** Catalogue code, such as `B24`, or `B24-1` for a part of it. */
  code: string;
  name: Bilingual;
  /** The class printed in permit numbers. */
  class: string;
  partOf: string | null;
  /** Highest foreign share in percent. */
  foreignCap: number;
  /** Types that people ask for, and whether this one is among them; a part asks for its whole too. */
  examples: { asked: string[]; covered: boolean }[];
}

export interface AuthorityRule extends Rule {
  /** `MIIT`, or the host code of a provincial administration, such as `sh`. */
  code: string;
  name: Bilingual;
  /** The province it decides for; null for MIIT. */
  province: Bilingual | null;
  /** Prefixes of its permit numbers, the usual one first; empty where numbers have none. */
  prefixes: string[];
  /** Host name of its site; null where none is known. */
  host: string | null;
  /** Permit numbers, and whether their prefix is one of this authority's. */
  examples: { permitNumber: string; own: boolean }[];
}

/** Where applicants of some cities file instead of at the authority's seat. The authority still decides. */
export interface OfficeRule extends ConditionalRule {
  code: string;
  authority: string;
  name: Bilingual;
}

/**
 * A number's written form. Numbers that differ get a warning, never a refusal; so do those of another kind that are
 * taken for a permit's, with the rule's wording.
 */
export interface NumberRule extends Rule {
  number: 'permit' | 'old-permit' | 'site-filing';
  /** Regular expression over the normalized text. */
  pattern: string;
  examples: { value: string; matches: boolean }[];
}

/** `MIIT`, or the administration of the province that is asked for. */
export type RoutedTo = 'MIIT' | 'coverage-province';

/** Who decides. The first rule that applies is the default; `readings` are what others hold for the same facts. */
export interface RoutingRule extends ConditionalRule {
  authority: RoutedTo;
  readings: RoutingReading[];
}

/** Another route: shown under `when`, open to this applicant only under `openIf`. */
export interface RoutingReading extends RuleReading {
  authority: RoutedTo;
  when: Condition | null;
  openIf: Condition | null;
}

/** Registered capital in whole yuan, subscribed. The first rule that applies gives the floor. */
export interface CapitalRule extends ConditionalRule {
  floor: number;
}

/** A finding when the condition holds. */
export interface EligibilityRule extends ConditionalRule {
  code: string;
  level: 'blocking' | 'warning' | 'info';
}

/**
 * Whether a service needs a permit, and which types. All rules that apply count together: one `yes` settles that a
 * permit is needed, and an `ask` wins over a `no`. Where none applies, the sources do not settle it.
 */
export interface ScopeRule extends ConditionalRule {
  code: string;
  needed: 'yes' | 'no' | 'ask';
  /** Types that a service described like this falls under; empty where it falls under none, or names its types itself. */
  serviceTypes: string[];
  otherReadings?: ScopeReading[];
}

/** With the answer that the reading gives; it takes the rule's place where the house has settled on it. */
export interface ScopeReading extends RuleReading {
  needed?: ScopeRule['needed'];
}

/** Under a condition, such as a pilot area or a treaty, foreign investors may hold more of these types. */
export interface ForeignShareRule extends ConditionalRule {
  serviceTypes: string[];
  /** Highest foreign share in percent. */
  foreignCap: number;
}

export interface RequirementRule extends ConditionalRule {
  /** What people file it as; the rule's id is `material.` and this. */
  requirement: string;
  filingKinds: string[];
  title: Bilingual;
  /** `deferrable`: may be promised at filing and supplied before the permit is issued (容缺). */
  status: 'required' | 'optional' | 'deferrable';
  /** How old the paper may be on the filing day; null for no limit. */
  freshness: { length: number; unit: 'day' | 'month' } | null;
  /** When it need not be handed in after all: it then counts as optional. */
  waiver?: Waiver;
}

export interface Waiver extends Clause {
  when: Condition;
  examples: ConditionExample[];
}

/** How a day is found from a starting day. */
export type Count =
  | { kind: 'length'; length: number; unit: 'day' | 'working-day' | 'month'; direction: 'after' | 'before' }
  /** A fixed day of the year. */
  | { kind: 'day-of-year'; monthDay: string }
  /** Whole years from the starting day: ends on the eve of the anniversary, or on the anniversary itself. */
  | { kind: 'term'; years: number; end: 'eve' | 'anniversary' }
  /** The starting day itself, as printed by the authority or fixed by another rule. */
  | { kind: 'same-day' };

/** One way to count a limit. */
export interface LimitReading extends RuleReading {
  /** Name of the starting fact, such as `receivedOn`. */
  from: string;
  count: Count;
  /** Whether days of an expert review are left out, and whether its last day is one of them. */
  pauses: 'none' | 'both-ends-excluded' | 'end-day-counts';
  /** Whether a limit that ends on a rest day is also shown at the next working day. Never for the company's duties. */
  roll: 'none' | 'next-working-day';
  examples: LimitExample[];
}

export interface LimitExample {
  /** The starting day, or a year (`2027`) where the day is fixed in the year. */
  start: string;
  pauses?: { from: CivilDate; to: CivilDate }[];
  date: CivilDate;
  rolled?: CivilDate;
  safeDay?: CivilDate;
}

/** A time limit. `readings` are all ways in which it is read; the default first. */
export interface LimitRule extends Rule {
  duty: 'company' | 'authority' | 'right';
  readings: LimitReading[];
  /** What follows when the day passes. */
  whenPassed:
    | 'deemed-accepted'
    | 'deemed-renewed'
    | 'overdue'
    | 'not-renewed'
    | 'right-lost'
    | 'bad-list'
    | 'fine'
    | 'expired'
    | 'ask-authority'
    /** A public notice ran its time: the next step may follow. */
    | 'notice-ends'
    /** A bar ran its time: from the next day on one may apply again. */
    | 'bar-ends'
    /** A list entry ran its time: the authority may be asked to take it off. */
    | 'exit-due';
}

export interface LadderRule extends Rule, Ladder {
  /** Days on which rungs leave, given the anchors. */
  examples: { rung: string; anchor: CivilDate; leaves: CivilDate }[];
}

/** Money in whole yuan. `multiple` is of the illegal income; a tier applies from `incomeFrom` on. */
export interface PenaltyTier {
  incomeFrom: number;
  fine: { kind: 'multiple'; from: number; to: number } | { kind: 'amount'; from: number; to: number };
}

export interface PenaltyRule extends Rule {
  act: string;
  confiscation: boolean;
  tiers: PenaltyTier[];
  examples: { income: number; from: number; to: number }[];
}

/** Something that is kept up all the time, or at an occasion, without a clock that this pack could count. */
export interface DutyRule extends ConditionalRule {
  /** What confirmations are recorded under; the rule's id is `duty.` and this. */
  duty: string;
  /** Whose duty it is; `right` where the company may ask for it. */
  holder: 'company' | 'authority' | 'right';
  title: Bilingual;
  /** What shows that the duty is met. */
  evidence: Bilingual;
  /** How many days its records are kept at least; null where the source gives none. */
  keepDays: number | null;
  /** Least share in percent, where the duty sets one. */
  minimumPercent?: number;
  /** Limits that date parts of it, such as the answer to an inspection. */
  limits: string[];
  /** Act of the `penalties` that a breach amounts to; null where the pack has none. */
  penalty: string | null;
}

/** A list of operators that the authorities keep and publish. */
export interface CreditListRule extends Rule {
  list: 'bad' | 'dishonest';
  name: Bilingual;
  causes: Clause[];
  /** What an entry shows to the public. */
  fields: Bilingual[];
  /** Limit by which the authority enters the operator. */
  entryLimit: string;
  exits: (Clause & { limit: string | null })[];
  consequences: Clause[];
  /** Causes by id, and whether they lead to this list. */
  examples: { cause: string; listed: boolean }[];
}

/** A certificate that stands beside the permit, such as that of a number, with a life of its own. */
export interface CompanionPermitRule extends ConditionalRule {
  /** What it is recorded as; the rule's id is `companion.` and this. */
  companion: string;
  name: Bilingual;
  /** Who holds it. */
  holder: 'company' | 'carrier';
  /** Regular expression over the number that it is for. */
  numberPattern: string;
  numbers: { value: string; matches: boolean }[];
  /** What must be done for it, by which limit, reminded by which ladder. */
  duties: { limit: string; ladder: string }[];
}

/** What the sources leave open. */
export interface OpenQuestionRule extends Rule {
  /** What this product takes for right until somebody answers. */
  untilAnswered: Bilingual;
  /** Ids of the rules that an answer may change. */
  touches: string[];
  ask: ('authority' | 'MIIT' | 'lawyer')[];
}
