import type { CivilDate } from '../calendar/index.js';
import type { Bilingual, Deadline } from '../rulebook/index.js';
import type { Preparation } from './preparation.js';

export type ObligationKind =
  | 'acceptance'
  | 'review'
  | 'permit-issue'
  | 'renewal-decision'
  | 'correction'
  | 'report-return'
  | 'deferred-materials'
  | 'annual-report'
  | 'change'
  | 'renewal'
  | 'termination-notice'
  | 'termination-decision'
  | 'reissue-decision'
  | 'non-renewal-report'
  | 'permit-return'
  | 'false-material-bar'
  | 'fraud-bar'
  | 'bad-list-exit'
  | 'dishonest-list-exit'
  | 'reconsideration'
  | 'litigation'
  | 'operating-without-permit'
  | 'inspection-answer'
  | 'special-condition'
  | 'number-certificate-renewal'
  | 'number-certificate-report';

/** Whose duty it is; a `right` of the company lapses when its date passes. */
export type Duty = 'company' | 'authority' | 'right';

/**
 * A duty with a date. `id` is `<kind>:<seq of the event that opened it>[:<period>]` and never changes. An obligation
 * that is done, waived or closed is not on the agenda.
 */
export interface Obligation {
  id: string;
  kind: ObligationKind;
  duty: Duty;
  filingId: string | null;
  /** Year, where the duty recurs. */
  period: string | null;
  openedSeq: number;
  /** Civil day from which the duty is known to the license: no rung is planned before it. */
  openedOn: CivilDate;
  /** Null where no date is set (a correction notice without one) or where it cannot be known yet. */
  deadline: Deadline | null;
  /** Last day of a cure period after the deadline, where the law is read to give one. */
  cureEnd: CivilDate | null;
  /** The clock stands still (expert review). */
  paused: boolean;
  /** What own history advises; null where there is none, or nothing to prepare. */
  preparation: Preparation | null;
  /** What to do next, for mails and screens. */
  next: Bilingual;
}

/** A place on the ladder of one open obligation, with the civil day on which it is planned to leave. */
export interface PlannedRung {
  obligationId: string;
  rung: string;
  day: CivilDate;
  /** UTC instant: the license's place in the wake-up window of that day. */
  at: string;
}

/** When the license must next be woken, and why (shown in the Temporal UI and in lists). */
export interface WakeUp {
  day: CivilDate;
  at: string;
  obligationId: string | null;
  why: string;
}
