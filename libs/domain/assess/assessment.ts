import type { CivilDate } from '../../calendar/index.js';
import type {
  Bilingual,
  Citation,
  Confidence,
  Finding,
  Requirement,
  RouteReading,
  Scope,
} from '../../rulebook/index.js';
import type { DatedBar } from './bars.js';
import type { Normalised } from './complaints.js';
import type { SettledRule } from './rules-behind.js';

/** A rule that an answer rests on. */
export interface Basis {
  /** Id of the rule. */
  rule: string;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
}

/** One paper, judged on the planned filing day. */
export interface AssessedMaterial extends Basis {
  id: string;
  status: Requirement['status'];
  title: Bilingual;
  freshness: Requirement['freshness'];
  /** Issue day of the paper at hand; null where none is at hand or it bears no date. */
  issuedOn: CivilDate | null;
  /** Last filing day for which the paper at hand is fresh enough; null where age does not matter or none is at hand. */
  freshUntil: CivilDate | null;
  /** Too old on the planned filing day; null where no paper is at hand. */
  stale: boolean | null;
}

export interface Assessment {
  /** Whether a permit is needed; `ask`: the sources do not settle it. The findings of rules `scope.…` say why. */
  needed: Scope['needed'];
  /** Catalogue codes asked for, or those that the described service falls under. */
  types: string[];
  /** `MIIT` or the host code of the administration that decides. */
  authority: string;
  authorityName: Bilingual;
  office: string;
  officeName: Bilingual;
  /** The rule that names the authority. */
  routing: Basis;
  /** Whole yuan. */
  capitalFloor: number;
  capital: Basis;
  capitalMet: boolean;
  /** No blocking finding. */
  eligible: boolean;
  /** Blocking ones first. Where no permit is needed: only why. */
  findings: Finding[];
  /** None where no permit is needed. */
  materials: AssessedMaterial[];
  /** Other ways to read the routing rules, for this applicant. */
  readings: RouteReading[];
  /** Bars on a new application that were stated, each with its last day. */
  bars: DatedBar[];
  /** Identifiers that were rewritten in their usual form. */
  normalised: Normalised[];
  /**
   * First working day on which the filing can be made, after the end of a bar where nothing else blocks; null while
   * anything else blocks it, or where no permit is needed.
   */
  earliestFiling: CivilDate | null;
  /** The day on which materials are judged: the planned one, or the earliest. */
  filingDay: CivilDate;
  /** From … to …, as far as the papers at hand stay fresh; null without an earliest day, or when none is fresh in time. */
  filingWindow: { from: CivilDate; to: CivilDate | null } | null;
  /** What operating without the permit may cost, whole yuan; by the stated income, or by none. Null where none is needed. */
  withoutPermit: (Basis & { from: number; to: number; confiscated: number }) | null;
  /** Ids of the rules leaned on that nobody has checked against their text. */
  unverifiedRules: string[];
  /** How the house reads rules that are leaned on, where two persons have settled it. */
  settledRules: SettledRule[];
  /** Versions the answer rests on. */
  pack: string;
  calendar: string;
}
