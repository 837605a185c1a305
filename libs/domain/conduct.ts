import type { CivilDate } from '../calendar/index.js';
import type { Coverage, TextRef } from './company.js';
import type { PermitStatus } from './license.js';

/**
 * How the holder goes about the business beside its filings: where its services run, what the permit allowed them on
 * which day, inspections, special conditions, certificates beside the permit, subsidiaries, duties confirmed.
 */
export interface Conduct {
  /** What the permit allowed from which day on, in the order in which it was told (see `rightsByDay`). */
  rights: RightStep[];
  operations: Operation[];
  /** What the license earned without a right to, as last stated. */
  income: StatedIncome | null;
  alarms: OperatingAlarm[];
  inspections: Inspection[];
  siteVisits: SiteVisit[];
  conditions: SpecialCondition[];
  companions: Companion[];
  subsidiaries: Subsidiary[];
  confirmations: DutyConfirmation[];
}

/** The permit as it stood from a day on. */
export interface RightStep {
  from: CivilDate;
  status: PermitStatus;
  serviceTypes: string[];
  coverage: Coverage;
  /** Event that told it. */
  seq: number;
}

/** From its first day to its last one, on which it ran too; no last day while it runs. */
export interface OperatingPeriod {
  startedOn: CivilDate;
  stoppedOn: CivilDate | null;
}

/** A service of one type that runs, or ran, in one province. */
export interface Operation extends OperatingPeriod {
  id: string;
  serviceType: string;
  /** Host code of the province, such as `sh`. */
  province: string;
  /** Entered by mistake: it never ran. */
  void: boolean;
  seq: number;
}

/** Whole yuan, for the whole license: an authority punishes the operator, not each of its services. */
export interface StatedIncome {
  income: number;
  asOf: CivilDate;
  seq: number;
}

/** That an operation has no right to run was told; one for each time without a right. */
export interface OperatingAlarm {
  operationId: string;
  /** First day without a right. */
  from: CivilDate;
  seq: number;
  recordedOn: CivilDate;
}

/** Why an operation has no right to run. */
export type WithoutRight =
  | 'no-application'
  | 'application-pending'
  | 'application-refused'
  | 'before-permit'
  | 'outside-service-types'
  | 'service-type-ended'
  | 'outside-coverage'
  | Exclude<PermitStatus, 'valid'>;

export type InspectionKind = 'paper' | 'on-site' | 'network-monitoring' | 'third-party';

export interface Inspection {
  id: string;
  kind: InspectionKind;
  announcedOn: CivilDate | null;
  /** Day for which it was announced. */
  plannedOn: CivilDate | null;
  heldOn: CivilDate | null;
  /** Officials who came; null where nobody came (paper, network monitoring) or nobody counted. */
  officials: number | null;
  number: string | null;
  findings: { id: string; text: TextRef }[];
  /** As printed; null where no answer is asked for, or no day is set. */
  answerDueOn: CivilDate | null;
  answeredOn: CivilDate | null;
  /** Event that announced it; null for one that came unannounced. */
  announcedSeq: number | null;
  /** Event that recorded the inspection as held. */
  heldSeq: number | null;
  recordedOn: CivilDate | null;
}

/** A look at the premises while a filing is accepted or reviewed. No clock stands still for it. */
export interface SiteVisit {
  filingId: string;
  on: CivilDate;
  officials: number;
  note: TextRef | null;
  seq: number;
}

/** 特别规定事项: what the permit itself asks for. */
export interface SpecialCondition {
  id: string;
  /**
   * `open-service` is met by the opening of the service, `act` by an act with its own evidence; `standing` is kept all
   * the time.
   */
  kind: 'open-service' | 'act' | 'standing';
  serviceType: string | null;
  text: TextRef;
  /** As printed; null where the permit sets no day. */
  dueOn: CivilDate | null;
  metOn: CivilDate | null;
  seq: number;
  recordedOn: CivilDate;
}

/** A certificate beside the permit, such as that of a number. */
export interface Companion {
  id: string;
  /** Kind of certificate, as the rules name it. */
  companion: string;
  /** The number that it is for. */
  number: string;
  holder: TextRef;
  /** Certificates one after the other; the last one counts. */
  terms: { validFrom: CivilDate; lastDay: CivilDate; seq: number; recordedOn: CivilDate }[];
  reports: { year: string; filedOn: CivilDate }[];
  endedOn: CivilDate | null;
  seq: number;
}

/** A company that uses the permit with the issuer's approval. */
export interface Subsidiary {
  id: string;
  name: string;
  uscc: string;
  /** Share that the holder has in it, percent. */
  percent: number;
  serviceTypes: string[];
  provinces: string[];
  approvedOn: CivilDate;
  shownOnPermit: boolean;
  endedOn: CivilDate | null;
  seq: number;
}

/** Somebody has looked and found a standing duty met. */
export interface DutyConfirmation {
  duty: string;
  on: CivilDate;
  place: TextRef | null;
  evidence: TextRef | null;
  by: string;
  seq: number;
}

export const nothingTold: Conduct = {
  rights: [],
  operations: [],
  income: null,
  alarms: [],
  inspections: [],
  siteVisits: [],
  conditions: [],
  companions: [],
  subsidiaries: [],
  confirmations: [],
};
