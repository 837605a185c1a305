import type { CivilDate } from '../calendar/index.js';
import type { SettledReadings } from '../rulebook/index.js';
import type { Actor } from './actor.js';
import type { AuthorityEventData } from './authority-events.js';
import type { CompanyChange, CompanyFacts, Coverage, CreditFlag, TextRef } from './company.js';
import type { ConductEventData } from './conduct-events.js';
import type { CorrectedValue } from './corrected-value.js';
import type { ErasedFile, ErasureOfFiles, ErasureOfTexts } from './erasure.js';
import type {
  AskedItem,
  DocumentOnRecord,
  FilingKind,
  Holder,
  MovedDate,
  NoticeDue,
  People,
  PermitData,
  Pins,
} from './license.js';

/**
 * The product's memory of a license. A published type never changes: a new meaning is a new type or a higher `v`,
 * upcast at read. All dates are civil dates in Asia/Shanghai.
 */
export interface LicenseEventData extends ConductEventData, AuthorityEventData {
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
  /** Somebody of the license is away, or an absence was changed or called off: as the house's entry `houseSeq` says. */
  'absence-told': {
    absenceId: string;
    person: string;
    from: CivilDate;
    until: CivilDate;
    calledOff: boolean;
    houseSeq: number;
  };
  /** Other days of reminding before the safe day, for one kind of obligation; null goes back to the default. */
  'ladder-chosen': { kind: string; offsets: number[] | null; reason: TextRef };
  /** The same by the house for all its licenses, as its entry `houseSeq` says. */
  'house-ladder-adopted': { kind: string; offsets: number[] | null; houseSeq: number };
  /** What other licenses of the company took to prepare filings of a kind, in working days, oldest first. */
  'preparation-told': { kind: FilingKind; days: number[] };
  'filing-opened': {
    filingId: string;
    kind: FilingKind;
    /** Year of an annual report. */
    period: string | null;
    /** Obligation ids of the changes that a change filing answers. */
    answers: string[];
    /** Service types that a renewal or a termination is about; null for all of the permit. Since v 2. */
    serviceTypes: string[] | null;
    plannedOn: CivilDate | null;
    /** The filing that this one goes on with before another authority. Since v 3, left out where there is none. */
    follows?: string;
  };
  /** Another day on which the company means to hand the filing in; null for no day in mind. */
  'filing-planned': { filingId: string; plannedOn: CivilDate | null };
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
    /** Whether it bears the company's seal (公章); null where nobody told. Since v 2, as `copyOf`. */
    sealed: boolean | null;
    /** The material that is supplied again, of this or another license of the company. */
    copyOf: DocumentOnRecord | null;
  };
  /** The paper itself changes hands: to a person, or to a place. */
  'original-handed-over': {
    filingId: string;
    requirementId: string;
    holder: Holder;
    handedOverOn: CivilDate;
    dueBackOn: CivilDate | null;
  };
  /** It was shown at the authority's window. */
  'original-shown': { filingId: string; requirementId: string; shownOn: CivilDate };
  /** It is back where it belongs. */
  'original-returned': { filingId: string; requirementId: string; returnedOn: CivilDate };
  /**
   * A showing, or a return, was entered by mistake: `entry` is it, and counts no more. Written by releases up to 0.5.0, on
   * the word of one person: today it takes two, as an `entry-corrected` that puts nothing in the place of its day.
   */
  'original-corrected': {
    filingId: string;
    requirementId: string;
    mistaken: 'showing' | 'return';
    entry: number;
    reason: TextRef;
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
    items: AskedItem[];
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
  'filing-not-accepted': {
    filingId: string;
    decidedOn: CivilDate;
    /** Since v 2; before it the day of the decision. */
    servedOn: CivilDate;
    number: string | null;
    reason: TextRef | null;
  };
  'expert-review-started': { filingId: string; from: CivilDate; announcedUntil: CivilDate | null } & Numbered;
  'expert-review-ended': { filingId: string; on: CivilDate };
  'filing-granted': {
    filingId: string;
    grantedOn: CivilDate;
    /** Since v 2, as `refusedTypes`; before it the day of the grant. */
    servedOn: CivilDate;
    number: string | null;
    /** Service types for which a renewal was refused in the same decision. */
    refusedTypes: string[];
  };
  'filing-refused': {
    filingId: string;
    refusedOn: CivilDate;
    servedOn: CivilDate;
    number: string | null;
    falseMaterial: boolean;
    /** What the decision says of its reasons. */
    reason: TextRef | null;
  };
  /** The public notice of a termination by the authority, or of a lost permit by the company. */
  'notice-published': { filingId: string; publishedOn: CivilDate } & Numbered;
  'filing-withdrawn': { filingId: string; withdrawnOn: CivilDate };
  /** An annual report came back for correction. */
  'report-returned': { filingId: string; returnedOn: CivilDate; dueOn: CivilDate | null } & Numbered;
  'report-filed': { filingId: string; filedOn: CivilDate; number: string | null };
  /** `computedLastDay` is the end that the pinned pack gives for `permit.validFrom`. */
  'permit-issued': { filingId: string; permit: PermitData; computedLastDay: CivilDate; issuedOn: CivilDate };
  'permit-amended': { filingId: string; amendedOn: CivilDate; permit: PermitData };
  'permit-renewed': { filingId: string; permit: PermitData; computedLastDay: CivilDate; issuedOn: CivilDate };
  /** A lost paper was replaced: number, dates and types are those on record. */
  'permit-reissued': { filingId: string; issuedOn: CivilDate; number: string };
  /** Filed in time and no decision at expiry: the new term starts the next day, provisional until paper. */
  'renewal-deemed': {
    filingId: string;
    validFrom: CivilDate;
    lastDay: CivilDate;
    ruleId: string;
    /** What is renewed: of the filing's types those that were opened. Null for all of the permit. Since v 2. */
    serviceTypes: string[] | null;
  };
  'deemed-renewal-confirmed': { filingId: string };
  /** A refusal from before the permit's end became known after it. */
  'deemed-renewal-retracted': { filingId: string; deemedSeq: number; wrongNotices: WrongNotice[] };
  /** A printed end that differs from the computed one was judged by a person. */
  'permit-end-decided': { lastDay: CivilDate; reason: TextRef };
  'permit-expired': { lastDay: CivilDate; ruleId: string };
  /** The end that had passed was a mistaken entry. */
  'permit-expiry-retracted': { lastDay: CivilDate };
  /** The company lets the permit, or some of its types, end with the term. */
  'non-renewal-decided': { decidedOn: CivilDate; serviceTypes: string[]; reason: TextRef | null };
  'non-renewal-withdrawn': { on: CivilDate };
  'non-renewal-reported': { reportedOn: CivilDate; number: string | null };
  /** 停业整顿; `until` as ordered, null without a date. */
  'permit-suspended': { from: CivilDate; until: CivilDate | null; number: string | null };
  'suspension-lifted': { on: CivilDate } & Numbered;
  /** 吊销: taken as a penalty. */
  'permit-revoked': TakingData;
  /** 撤销: wrongly granted. */
  'permit-set-aside': TakingData & { byFraud: boolean };
  /** 撤回: the law or the facts changed. */
  'permit-withdrawn': TakingData;
  'permit-cancelled': {
    cancelledOn: CivilDate;
    number: string | null;
    /** Since v 2. */
    returnPaper: ReturnOfPaper | null;
  };
  /** The granted termination of the whole permit. */
  'permit-terminated': {
    filingId: string;
    endedOn: CivilDate;
    number: string | null;
    returnPaper: ReturnOfPaper | null;
  };
  /** The granted termination of single types: the permit goes on with the others. */
  'services-terminated': { filingId: string; endedOn: CivilDate; number: string | null; serviceTypes: string[] };
  /** The permit of another license, for the whole country, took the place of this one. */
  'permit-replaced': { by: string; on: CivilDate };
  'permit-returned': { returnedOn: CivilDate };
  /** Changed facts moved the decision, or the place where one files. */
  'authority-moved': { authority: string; office: string };
  'service-opened': { serviceType: string; openedOn: CivilDate; evidence: TextRef | null; violation: boolean };
  /** `change` is null for facts that open no duty, such as the city. */
  'company-fact-recorded': { change: CompanyChange | null; facts: Partial<CompanyFacts>; companySeq: number };
  'company-flag-listed': FlagData;
  'company-flag-cleared': FlagData;
  'operator-question-answered': { obligationId: string; operatorChanges: boolean };
  /** `grounds` since v 2. */
  'notice-due': NoticeDue;
  'notice-acknowledged': { obligationId: string; rung: string };
  'notice-snoozed': { obligationId: string; rung: string; until: CivilDate };
  'waiver-proposed': { obligationId: string; reason: TextRef };
  'obligation-waived': { obligationId: string; proposedBy: string };
  'attention-raised': { reason: AttentionReason; about: string };
  'attention-cleared': { reason: AttentionReason; about: string };
  /**
   * In version 1 it was about days alone, as `entry-corrected` was; since v 3 also about the days of an operation, since
   * v 4 also about yes and no, and about the authority that a decision names.
   */
  'entry-correction-proposed': {
    seq: number;
    member: string;
    from: CorrectedValue;
    to: CorrectedValue;
    reason: TextRef;
  };
  /** Two persons agree that an entry is wrong. The entry stays; from here on these values hold. */
  'entry-corrected': {
    seq: number;
    changes: { member: string; from: CorrectedValue; to: CorrectedValue }[];
    proposedBy: string;
  };
  'calendar-adopted': { calendar: string; moved: MovedDate[] };
  'rulebook-adopted': { pack: string; moved: MovedDate[] };
  /** What the house has settled, up to entry `houseSeq` of its stream; the whole of it, in place of what was known. */
  'readings-adopted': { readings: SettledReadings; houseSeq: number; moved: MovedDate[] };
  /** Time was skipped for this license (tests and demo only). */
  'simulation-marked': Record<string, never>;
  'license-closed': { reason: TextRef };
  /**
   * Texts that the record refers to were destroyed, with their salts: what commits to them says nothing any more. Or, since
   * v 2, files with their keys: what they were stays, and by their hash whoever has a copy knows it again.
   */
  erased:
    | ({ what: 'texts' } & ErasureOfTexts)
    | ({ what: 'files'; files: ErasedFile[] } & Omit<ErasureOfFiles, 'files'>);
}

/** Of the authority's paper, since v 2; left out where it bears none, or nobody said. */
export interface Numbered {
  number?: string;
}

/** The paper permit must go back by a day, as far as the decision prints one. */
export interface ReturnOfPaper {
  dueOn: CivilDate | null;
}

interface FlagData {
  flag: CreditFlag;
  on: CivilDate;
  /** Entry of the company's stream that tells it; null where it was told to this license alone. Since v 2. */
  companySeq: number | null;
}

/** `servedOn` and `returnPaper` since v 2; before it the day of the decision, and nothing to return. */
interface TakingData {
  on: CivilDate;
  servedOn: CivilDate;
  number: string | null;
  returnPaper: ReturnOfPaper | null;
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
  | 'credit-list-expected'
  | 'pack-stale'
  | 'ledger-behind'
  | 'unknown-event';

export type LicenseEventType = keyof LicenseEventData;

/** The version in which an event is written, where it has grown since its first one. `upcast.ts` reads the older. */
export const grownEvents = {
  'filing-opened': 3,
  'material-supplied': 2,
  'filing-not-accepted': 2,
  'expert-review-started': 2,
  'filing-granted': 2,
  'notice-published': 2,
  'report-returned': 2,
  'suspension-lifted': 2,
  'renewal-deemed': 2,
  'permit-revoked': 2,
  'permit-set-aside': 2,
  'permit-withdrawn': 2,
  'permit-cancelled': 2,
  'company-flag-listed': 2,
  'company-flag-cleared': 2,
  'notice-due': 2,
  'entry-correction-proposed': 4,
  'entry-corrected': 4,
  erased: 2,
} as const satisfies { [T in LicenseEventType]?: number };

type VersionOf<T extends LicenseEventType> = T extends keyof typeof grownEvents ? (typeof grownEvents)[T] : 1;

/** An event as decided: not yet on record. */
export type LicenseEvent = {
  [T in LicenseEventType]: { type: T; v: VersionOf<T>; validOn: CivilDate; data: LicenseEventData[T] };
}[LicenseEventType];

/** The version in which this code writes an event. */
export function versionOf(type: LicenseEventType): number {
  return Object.hasOwn(grownEvents, type) ? grownEvents[type as keyof typeof grownEvents] : 1;
}

/** An event on record. `seq` counts from 1 within the stream; `recordedAt` is a UTC instant. */
export type RecordedEvent = LicenseEvent & { seq: number; recordedAt: string; actor: Actor };

export type RecordedOf<T extends LicenseEventType> = Extract<RecordedEvent, { type: T }>;
