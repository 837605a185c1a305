import type { CivilDate } from '../calendar/index.js';
import type { SettledReadings } from '../rulebook/index.js';
import type { Actor } from './actor.js';
import type { CompanyChange, CompanyFacts, Coverage, CreditFlag, TextRef } from './company.js';
import type { FilingKind, MovedDate, NoticeDue, People, PermitData, Pins } from './license.js';

/**
 * The product's memory of a license. A published type never changes: a new meaning is a new type or a higher `v`,
 * upcast at read. All dates are civil dates in Asia/Shanghai.
 */
export interface LicenseEventData {
  'license-opened': {
    companyId: string;
    company: CompanyFacts;
    /** Head of the company's stream up to which `company` was read; 0 where the company has no stream. */
    companySeq: number;
    serviceTypes: string[];
    coverage: Coverage;
    authority: string;
    office: string;
    people: People;
    pins: Pins;
    /** The license that this one follows after a lapse or a cancellation. */
    follows: string | null;
  };
  /** A permit that was held before Paizhao knew of it. */
  'permit-registered': {
    permit: PermitData;
    computedLastDay: CivilDate;
    /** Day of the grant; null when unknown (then the first report year is unknown too). */
    grantedOn: CivilDate | null;
    /** Service types already opened, with the day where it is known. */
    opened: { serviceType: string; openedOn: CivilDate | null }[];
    /** Annual reports known to be filed, as years (`2025`: filed in the first quarter of 2025). */
    reportsFiled: string[];
    /** What nobody could say, in field names. */
    unknown: string[];
  };
  'people-assigned': { people: People };
  'filing-opened': {
    filingId: string;
    kind: FilingKind;
    /** Year of an annual report. */
    period: string | null;
    /** Obligation ids of the changes that a change filing answers. */
    answers: string[];
    plannedOn: CivilDate | null;
  };
  'material-supplied': {
    filingId: string;
    requirementId: string;
    materialId: string;
    version: number;
    sha256: string;
    bytes: number;
    mediaType: string;
    issuedOn: CivilDate | null;
    /** Why an older version was replaced. */
    reason: TextRef | null;
  };
  'pack-signed-off': {
    filingId: string;
    /** SHA-256 over the canonical list of materials. */
    packHash: string;
    materials: { requirementId: string; materialId: string; version: number; sha256: string }[];
    /** Requirements deferred at sign-off (容缺), to be supplied before the permit is issued. */
    deferred: string[];
    preparedBy: string[];
  };
  'filing-submitted': { filingId: string; round: number; packHash: string };
  'receipt-recorded': { filingId: string; round: number; receivedOn: CivilDate; number: string | null };
  'correction-requested': {
    filingId: string;
    round: number;
    noticedOn: CivilDate;
    dueOn: CivilDate | null;
    number: string | null;
    items: { id: string; requirementId: string | null; text: TextRef | null }[];
  };
  'filing-accepted': { filingId: string; acceptedOn: CivilDate; number: string | null };
  /** Five silent working days: accepted as of the round's receipt day, for a person to confirm. */
  'acceptance-deemed': { filingId: string; round: number; acceptedOn: CivilDate; limit: CivilDate; ruleId: string };
  'deemed-acceptance-confirmed': { filingId: string };
  /** A notice that became known later shows that the authority was not silent, or was so for too long. */
  'deemed-acceptance-retracted': {
    filingId: string;
    deemedSeq: number;
    /** Reminders that left on the strength of the retracted acceptance, and to whom. */
    wrongNotices: WrongNotice[];
  };
  'filing-not-accepted': { filingId: string; decidedOn: CivilDate; number: string | null; reason: TextRef | null };
  'expert-review-started': { filingId: string; from: CivilDate; announcedUntil: CivilDate | null };
  'expert-review-ended': { filingId: string; on: CivilDate };
  'filing-granted': { filingId: string; grantedOn: CivilDate; number: string | null };
  'filing-refused': {
    filingId: string;
    refusedOn: CivilDate;
    servedOn: CivilDate;
    number: string | null;
    falseMaterial: boolean;
    /** What the decision says of its reasons. */
    reason: TextRef | null;
  };
  'filing-withdrawn': { filingId: string; withdrawnOn: CivilDate };
  /** An annual report came back for correction. */
  'report-returned': { filingId: string; returnedOn: CivilDate; dueOn: CivilDate | null };
  'report-filed': { filingId: string; filedOn: CivilDate; number: string | null };
  /** `computedLastDay` is the end that the pinned pack gives for `permit.validFrom`. */
  'permit-issued': { filingId: string; permit: PermitData; computedLastDay: CivilDate; issuedOn: CivilDate };
  'permit-amended': { filingId: string; amendedOn: CivilDate; permit: PermitData };
  'permit-renewed': { filingId: string; permit: PermitData; computedLastDay: CivilDate; issuedOn: CivilDate };
  /** Filed in time and no decision at expiry: the new term starts the next day, provisional until paper. */
  'renewal-deemed': { filingId: string; validFrom: CivilDate; lastDay: CivilDate; ruleId: string };
  'deemed-renewal-confirmed': { filingId: string };
  /** A refusal from before the permit's end became known after it. */
  'deemed-renewal-retracted': { filingId: string; deemedSeq: number; wrongNotices: WrongNotice[] };
  /** A printed end that differs from the computed one was judged by a person. */
  'permit-end-decided': { lastDay: CivilDate; reason: TextRef };
  'permit-expired': { lastDay: CivilDate; ruleId: string };
  /** 停业整顿; `until` as ordered, null without a date. */
  'permit-suspended': { from: CivilDate; until: CivilDate | null; number: string | null };
  'suspension-lifted': { on: CivilDate };
  /** 吊销: taken as a penalty. */
  'permit-revoked': { on: CivilDate; number: string | null };
  /** 撤销: wrongly granted. */
  'permit-set-aside': { on: CivilDate; number: string | null };
  /** 撤回: the law or the facts changed. */
  'permit-withdrawn': { on: CivilDate; number: string | null };
  'permit-cancelled': { cancelledOn: CivilDate; number: string | null };
  'service-opened': { serviceType: string; openedOn: CivilDate; evidence: TextRef | null; violation: boolean };
  /** `change` is null for facts that open no duty, such as the city. */
  'company-fact-recorded': { change: CompanyChange | null; facts: Partial<CompanyFacts>; companySeq: number };
  'company-flag-listed': { flag: CreditFlag; on: CivilDate };
  'company-flag-cleared': { flag: CreditFlag; on: CivilDate };
  'operator-question-answered': { obligationId: string; operatorChanges: boolean };
  'notice-due': NoticeDue;
  'notice-acknowledged': { obligationId: string; rung: string };
  'notice-snoozed': { obligationId: string; rung: string; until: CivilDate };
  'waiver-proposed': { obligationId: string; reason: TextRef };
  'obligation-waived': { obligationId: string; proposedBy: string };
  'attention-raised': { reason: AttentionReason; about: string };
  'attention-cleared': { reason: AttentionReason; about: string };
  'calendar-adopted': { calendar: string; moved: MovedDate[] };
  'rulebook-adopted': { pack: string; moved: MovedDate[] };
  /** What the house has settled, up to entry `houseSeq` of its stream; the whole of it, in place of what was known. */
  'readings-adopted': { readings: SettledReadings; houseSeq: number; moved: MovedDate[] };
  /** Time was skipped for this license (tests and demo only). */
  'simulation-marked': Record<string, never>;
  'license-closed': { reason: TextRef };
}

/** A reminder that left on the strength of what was retracted, and the ids of those whom it reached. */
export interface WrongNotice {
  obligationId: string;
  rung: string;
  people: string[];
}

/** Why a person must look. */
export type AttentionReason =
  | 'acceptance-deemed'
  | 'notice-after-silence'
  | 'renewal-deemed'
  | 'renewal-undecided'
  | 'permit-end-differs'
  | 'permit-start-differs'
  | 'operating-without-permit'
  | 'pack-stale'
  | 'ledger-behind'
  | 'unknown-event';

export type LicenseEventType = keyof LicenseEventData;

/** An event as decided: not yet on record. */
export type LicenseEvent = {
  [T in LicenseEventType]: { type: T; v: 1; validOn: CivilDate; data: LicenseEventData[T] };
}[LicenseEventType];

/** An event on record. `seq` counts from 1 within the stream; `recordedAt` is a UTC instant. */
export type RecordedEvent = LicenseEvent & { seq: number; recordedAt: string; actor: Actor };

export type RecordedOf<T extends LicenseEventType> = Extract<RecordedEvent, { type: T }>;
