import type { CivilDate } from '../calendar/index.js';
import type { SettledReadings } from '../rulebook/index.js';
import type { AuthorityCommandData } from './authority-commands.js';
import type { CompanyChange, CompanyFacts, Coverage, CreditFlag, TextRef } from './company.js';
import type { ConductCommandData, NewCondition } from './conduct-commands.js';
import type { CorrectedValue } from './corrected-value.js';
import type { ErasureOfFiles, ErasureOfTexts } from './erasure.js';
import type { AttentionReason, ReturnOfPaper } from './events.js';
import type {
  DocumentOnRecord,
  FilingKind,
  Holder,
  People,
  PermitData,
  PermitDifference,
  PermitForm,
  Pins,
} from './license.js';

/** The number of the authority's paper, where it bears one. */
interface MaybeNumbered {
  number?: string | null;
}

/** Of what comes to many licenses at once. False, from the fan-out: nobody is mailed only because a date has moved. */
interface Notifying {
  notify?: boolean;
}

/**
 * What somebody asks of one license. `validOn` of the command is the civil day (Asia/Shanghai) on which the act is
 * true, such as the date on the authority's notice. Commands of people come through the API; `record-company-fact`,
 * `adopt-calendar`, `adopt-rulebook`, `adopt-readings`, `adopt-ladder`, `tell-absence`,
 * `tell-preparation`, `hand-over` through the fan-out; `wake-up` and `mark-simulated` from the system.
 */
export interface LicenseCommandData extends ConductCommandData, AuthorityCommandData {
  'open-license': {
    companyId: string;
    company: CompanyFacts;
    companySeq: number;
    serviceTypes: string[];
    coverage: Coverage;
    people: People;
    pins: Pins;
    follows: string | null;
  };
  /**
   * Opens a license whose permit is already held; everything of `open-license` and the known past. `notify: false`, as
   * an import has it: what is due up to now is recorded, and nobody is told.
   */
  'register-permit': Notifying & {
    companyId: string;
    company: CompanyFacts;
    companySeq: number;
    people: People;
    pins: Pins;
    permit: PermitData;
    grantedOn: CivilDate | null;
    opened: { serviceType: string; openedOn: CivilDate | null }[];
    reportsFiled: string[];
    unknown: string[];
  };
  'assign-people': { people: People };
  /** Whatever `from` does for the license another person does from now on: `to`, or whoever stands in where it is null. */
  'hand-over': { from: string; to: string | null };
  'tell-absence': {
    absenceId: string;
    person: string;
    from: CivilDate;
    until: CivilDate;
    calledOff: boolean;
    houseSeq: number;
  };
  'tell-preparation': { kind: FilingKind; days: number[] };
  'choose-ladder': { kind: string; offsets: number[] | null; reason: TextRef };
  'adopt-ladder': { kind: string; offsets: number[] | null; houseSeq: number };
  'open-filing': {
    kind: FilingKind;
    period: string | null;
    answers: string[];
    plannedOn: CivilDate | null;
    /** Of a renewal or a termination; all of the permit where it is left out. */
    serviceTypes?: string[] | null;
  };
  'plan-filing': { filingId: string; plannedOn: CivilDate | null };
  'supply-material': {
    filingId: string;
    requirementId: string;
    materialId: string;
    sha256: string;
    bytes: number;
    mediaType: string;
    issuedOn: CivilDate | null;
    reason: TextRef | null;
    sealed?: boolean | null;
    copyOf?: DocumentOnRecord | null;
  };
  'hand-over-original': {
    filingId: string;
    requirementId: string;
    holder: Holder;
    handedOverOn: CivilDate;
    dueBackOn: CivilDate | null;
  };
  'record-original-shown': { filingId: string; requirementId: string; shownOn: CivilDate };
  'record-original-return': { filingId: string; requirementId: string; returnedOn: CivilDate };
  /** The newest showing, or the return, was entered by mistake: proposed as a correction of its day. */
  'correct-original': {
    filingId: string;
    requirementId: string;
    mistaken: 'showing' | 'return';
    reason: TextRef;
  };
  'sign-off-pack': { filingId: string; deferred: string[] };
  'submit-filing': { filingId: string };
  'record-receipt': { filingId: string; receivedOn: CivilDate; number: string | null };
  'record-correction-notice': {
    filingId: string;
    noticedOn: CivilDate;
    dueOn: CivilDate | null;
    number: string | null;
    items: { requirementId: string | null; text: TextRef | null }[];
  };
  'record-acceptance': { filingId: string; acceptedOn: CivilDate; number: string | null };
  'confirm-deemed-acceptance': { filingId: string };
  'record-non-acceptance': {
    filingId: string;
    decidedOn: CivilDate;
    /** The day of the decision where it is left out. */
    servedOn?: CivilDate | null;
    number: string | null;
    reason: TextRef | null;
    /** The authority that decides instead, as the decision names it: a new filing is opened for it. */
    reroutedTo?: string | null;
  };
  'start-expert-review': { filingId: string; from: CivilDate; announcedUntil: CivilDate | null } & MaybeNumbered;
  'end-expert-review': { filingId: string; on: CivilDate };
  'record-grant': {
    filingId: string;
    grantedOn: CivilDate;
    servedOn?: CivilDate | null;
    number: string | null;
    /** Types of a renewal that the same decision refuses. */
    refusedTypes?: string[];
  };
  'record-refusal': {
    filingId: string;
    refusedOn: CivilDate;
    servedOn: CivilDate;
    number: string | null;
    falseMaterial: boolean;
    reason: TextRef | null;
  };
  /** The public notice of a termination, or that of a lost permit. */
  'record-publication': { filingId: string; publishedOn: CivilDate } & MaybeNumbered;
  'withdraw-filing': { filingId: string; withdrawnOn: CivilDate };
  'record-report-return': { filingId: string; returnedOn: CivilDate; dueOn: CivilDate | null } & MaybeNumbered;
  'record-report-filed': { filingId: string; filedOn: CivilDate; number: string | null };
  /** Enters the permit of a granted filing: first issue, amended or renewed, by the filing's kind; or a new paper. */
  'record-permit': {
    filingId: string;
    permit: PermitData;
    issuedOn: CivilDate;
    form?: PermitForm | null;
    /** Needed where the permit says otherwise than the filing: in what it is taken as it is, and why. */
    settled?: { differences: PermitDifference['member'][]; reason: TextRef } | null;
    /** What the permit itself asks for (特别规定事项). */
    conditions?: NewCondition[];
  };
  'decide-permit-end': { lastDay: CivilDate; reason: TextRef };
  'confirm-deemed-renewal': { filingId: string };
  'record-suspension': { from: CivilDate; until: CivilDate | null; number: string | null };
  'lift-suspension': { on: CivilDate } & MaybeNumbered;
  /** 吊销, 撤销 or 撤回. */
  'record-revocation': {
    outcome: 'revoked' | 'set-aside' | 'withdrawn';
    revokedOn: CivilDate;
    /** The day of the decision where it is left out: the earlier, and so the stricter, start of the rights. */
    servedOn?: CivilDate | null;
    number: string | null;
    byFraud?: boolean;
    returnPaper?: ReturnOfPaper | null;
  };
  'record-cancellation': { cancelledOn: CivilDate; number: string | null; returnPaper?: ReturnOfPaper | null };
  /** The end that a granted termination brings about: of the permit, or of the types that it names. */
  'record-termination': {
    filingId: string;
    endedOn: CivilDate;
    number: string | null;
    returnPaper?: ReturnOfPaper | null;
  };
  'record-permit-return': { returnedOn: CivilDate };
  /** The permit of another license takes this one's place. */
  'record-replacement': { by: string; on: CivilDate };
  'decide-non-renewal': { decidedOn: CivilDate; serviceTypes: string[] | null; reason: TextRef | null };
  'withdraw-non-renewal': { on: CivilDate };
  'record-non-renewal-report': { reportedOn: CivilDate; number: string | null };
  /** `violation: true` enters a service that ran without or before the permit, as such. */
  'open-service': { serviceType: string; openedOn: CivilDate; evidence: TextRef | null; violation: boolean };
  /** `companySeq`, entry of the company's stream, where the fan-out brings it. */
  'record-flag': { flag: CreditFlag; listed: boolean; on: CivilDate; companySeq?: number | null } & Notifying;
  'record-company-fact': { change: CompanyChange | null; facts: Partial<CompanyFacts>; companySeq: number } & Notifying;
  'answer-operator-question': { obligationId: string; operatorChanges: boolean };
  'acknowledge-notice': { obligationId: string; rung: string };
  'snooze-notice': { obligationId: string; rung: string; until: CivilDate };
  'propose-waiver': { obligationId: string; reason: TextRef };
  'approve-waiver': { obligationId: string };
  /** Says what the entry `seq` should say instead; a second person approves. */
  'propose-correction': { seq: number; member: string; to: CorrectedValue | ItemsAsCorrected; reason: TextRef };
  /** `proposedSeq`: the entry of the proposal that was read; left out by releases up to 0.5.0. */
  'approve-correction': { seq: number; member: string; proposedSeq?: number };
  'clear-attention': { reason: AttentionReason; about: string };
  'adopt-calendar': { calendar: string } & Notifying;
  'adopt-rulebook': { pack: string } & Notifying;
  /** `authority` where they are told again, since another one decides now than when the house settled them. */
  'adopt-readings': { readings: SettledReadings; houseSeq: number; authority?: string } & Notifying;
  'mark-simulated': Record<string, never>;
  'close-license': { reason: TextRef };
  /** Destroys texts of this license for good. */
  'erase-texts': ErasureOfTexts;
  /** Destroys files of this license for good. */
  'erase-files': ErasureOfFiles;
  /** Nothing but the tick: what falls due now. */
  'wake-up': Record<string, never>;
}

/** The points of a notice as they should have been entered; one without an id is new, one left out was none. */
export type ItemsAsCorrected = {
  id: string | null;
  requirementId: string | null;
  /** Null where it stays as it was. */
  text: TextRef | null;
}[];

export type LicenseCommandType = keyof LicenseCommandData;

export type LicenseCommand = {
  [T in LicenseCommandType]: {
    type: T;
    validOn: CivilDate;
    data: LicenseCommandData[T];
    /** Number of the newest entry that the caller has seen; refused where there is a newer one. */
    onlyAt?: number;
  };
}[LicenseCommandType];

export type CommandOf<T extends LicenseCommandType> = Extract<LicenseCommand, { type: T }>;
