import type { CivilDate } from '../calendar/index.js';
import type { SettledReadings } from '../rulebook/index.js';
import type { Absences } from './absences.js';
import type { ChosenLadders, LadderSource } from './chosen-ladders.js';
import type { CompanyChange, CompanyFacts, Coverage, CreditFlag, TextRef } from './company.js';
import type { Conduct } from './conduct.js';
import type { CorrectedValue } from './corrected-value.js';
import type { AttentionReason } from './events.js';
import type { AuthorityPaper } from './papers.js';
import type { Experience, Preparation } from './preparation.js';

export type FilingKind = 'new' | 'renewal' | 'change' | 'termination' | 'reissue' | 'annual-report';

export type FilingStatus =
  | 'draft'
  | 'submitted'
  | 'correction'
  | 'accepted'
  | 'expert-review'
  | 'public-notice'
  | 'granted'
  | 'issued'
  | 'completed'
  | 'refused'
  | 'not-accepted'
  | 'withdrawn'
  | 'returned'
  | 'filed';

export type PermitStatus = 'valid' | 'suspended' | 'revoked' | 'set-aside' | 'withdrawn' | 'expired' | 'cancelled';
export type ServiceStatus = 'not-opened' | 'opened' | 'ended';
export type FlagStatus = 'clear' | 'listed';

/** Who acts, who stands in, who is told last (person ids; the three may coincide). */
export interface People {
  owner: string;
  deputy: string;
  manager: string;
}

/** The versions of the law and of the calendar by which this license's dates are computed. */
export interface Pins {
  /** `<pack id>@<version>` */
  pack: string;
  calendar: string;
}

/** What stands on a permit. */
export interface PermitData {
  number: string;
  validFrom: CivilDate;
  /** As printed: the last day of validity. */
  printedLastDay: CivilDate;
  serviceTypes: string[];
  coverage: Coverage;
}

export interface MaterialVersion {
  materialId: string;
  version: number;
  sha256: string;
  bytes: number;
  mediaType: string;
  issuedOn: CivilDate | null;
  /** Bears the company's seal (公章); null where nobody told. */
  sealed: boolean | null;
  copyOf: DocumentOnRecord | null;
  /** Why it took the place of the version before it. */
  reason: TextRef | null;
  suppliedBy: string;
  suppliedOn: CivilDate;
  seq: number;
  /** Day on which its content was destroyed; null while it is there. */
  erasedOn: CivilDate | null;
}

/** A document that some license of the company has on record. */
export interface DocumentOnRecord {
  licenseId: string;
  materialId: string;
}

/** Who has an original: a person of the house, or a place that the text describes. */
export type Holder = { person: string } | { place: TextRef };

/** Where the paper behind a requirement was when it last changed hands. */
export interface Original {
  holder: Holder;
  handedOverOn: CivilDate;
  /** The day by which it should be back. */
  dueBackOn: CivilDate | null;
  /** Newest day at the authority's window, through whosever hands it went since; null while it was not shown. */
  shownOn: CivilDate | null;
  /** Every showing that stands, in the order of entry. */
  showings: { on: CivilDate; seq: number }[];
  /** Null while it is out. */
  returnedOn: CivilDate | null;
  /** Entry of the return. */
  returnedSeq: number | null;
  seq: number;
}

export interface SignedPack {
  packHash: string;
  signedBy: string;
  signedOn: CivilDate;
  deferred: string[];
  seq: number;
}

/** One submission and what the authority answered to it. */
export interface Round {
  round: number;
  submittedOn: CivilDate;
  submittedSeq: number;
  packHash: string;
  receivedOn: CivilDate | null;
  receiptSeq: number | null;
  receiptNumber: string | null;
  /** Day on which the receipt became known. */
  receiptRecordedOn: CivilDate | null;
  correction: Correction | null;
}

export interface Correction {
  noticedOn: CivilDate;
  dueOn: CivilDate | null;
  number: string | null;
  items: AskedItem[];
  /** What people did about items other than by supplying a material, by the item's id; the newest word counts. */
  answers: Record<string, ItemAnswer>;
  seq: number;
  /** Day on which the notice became known. */
  recordedOn: CivilDate;
}

/** One point of a correction notice. */
export interface AskedItem {
  id: string;
  requirementId: string | null;
  text: TextRef | null;
}

/** An item that is answered in words, or passed over for a reason. */
export interface ItemAnswer {
  by: 'text' | 'passed-over';
  text: TextRef;
  person: string;
  on: CivilDate;
  seq: number;
}

export interface Acceptance {
  on: CivilDate;
  by: 'notice' | 'silence';
  /** A person has confirmed that the authority was silent, or its own notice has come. */
  confirmed: boolean;
  /** Last day on which the authority could still have answered; null for an acceptance by notice from the start. */
  limit: CivilDate | null;
  /** Event that opened the review: a notice that replaces a deemed acceptance moves the date and keeps this number. */
  seq: number;
  /** Event that last told the date. */
  toldSeq: number;
  recordedOn: CivilDate;
}

export interface Decision {
  outcome: 'granted' | 'refused' | 'not-accepted';
  on: CivilDate;
  servedOn: CivilDate;
  falseMaterial: boolean;
  /** Service types for which a granted renewal was refused. */
  refusedTypes: string[];
  /** Who decided. */
  by: { authority: string; office: string };
  /** The authority that a decision not to accept names as the one that is competent. */
  reroutedTo: string | null;
  seq: number;
  recordedOn: CivilDate;
}

export interface ExpertReview {
  from: CivilDate;
  announcedUntil: CivilDate | null;
  to: CivilDate | null;
  seq: number;
  /** Event that told the end. */
  endSeq: number | null;
}

export interface Filing {
  id: string;
  kind: FilingKind;
  status: FilingStatus;
  openedOn: CivilDate;
  openedSeq: number;
  openedBy: string;
  period: string | null;
  answers: string[];
  /** The filing that this one goes on with before another authority. */
  follows: string | null;
  /** The service types of the permit that a renewal or a termination is about; null for all of them. */
  serviceTypes: string[] | null;
  plannedOn: CivilDate | null;
  /** Versions by requirement id, oldest first. */
  materials: Record<string, MaterialVersion[]>;
  /** By requirement id, of those that were ever handed over. */
  originals: Record<string, Original>;
  pack: SignedPack | null;
  rounds: Round[];
  acceptance: Acceptance | null;
  expertReviews: ExpertReview[];
  /** The public notice of a termination, or that of a lost permit. */
  publication: { on: CivilDate; seq: number; recordedOn: CivilDate } | null;
  decision: Decision | null;
  withdrawnOn: CivilDate | null;
  /** Return of an annual report that waits for its correction. */
  reportReturn: { returnedOn: CivilDate; dueOn: CivilDate | null; seq: number; recordedOn: CivilDate } | null;
  /** Requirements still deferred (容缺). */
  deferred: string[];
  closedSeq: number | null;
  /** Civil day on which the end of the filing (refusal, withdrawal, issue …) was recorded. */
  closedOn: CivilDate | null;
}

export interface PermitTerm {
  validFrom: CivilDate;
  /** The day that drives every reminder: the earlier of printed and computed, unless a person decided. */
  lastDay: CivilDate;
  printedLastDay: CivilDate | null;
  computedLastDay: CivilDate;
  /** True for a deemed renewal until the paper arrives. */
  provisional: boolean;
  /** Event that opened the term: part of the ids of its obligations. */
  seq: number;
  /** Event that last told the dates: the paper of a deemed renewal keeps `seq` and has one of its own. */
  toldSeq: number;
  /** Event that last told the printed end: an amended permit prints it anew. */
  printedSeq: number;
  recordedOn: CivilDate;
  filingId: string | null;
}

/** The decision of an authority that took the permit: a penalty, a wrong grant, or changed law or facts. */
export interface Taking {
  outcome: 'revoked' | 'set-aside' | 'withdrawn';
  on: CivilDate;
  servedOn: CivilDate;
  /** Set aside because it was got by deceit or bribery. */
  byFraud: boolean;
  seq: number;
  recordedOn: CivilDate;
}

/** The company's decision to let the permit, or some of its service types, end with the term. */
export interface NonRenewal {
  decidedOn: CivilDate;
  serviceTypes: string[];
  /** Term that is the last one. */
  termSeq: number;
  /** Day on which the authority was told; null while it was not. */
  reportedOn: CivilDate | null;
  seq: number;
  recordedOn: CivilDate;
}

export interface Permit {
  number: string;
  status: PermitStatus;
  serviceTypes: string[];
  coverage: Coverage;
  grantedOn: CivilDate | null;
  /** Terms, oldest first; the last one is in force or about to be. */
  terms: PermitTerm[];
  services: Record<string, { status: ServiceStatus; openedOn: CivilDate | null; seq: number | null }>;
  taking: Taking | null;
  nonRenewal: NonRenewal | null;
  /** A paper permit that must go back to the authority; null where nothing is to be returned. */
  paperDue: { dueOn: CivilDate | null; seq: number; recordedOn: CivilDate } | null;
  /** As the newest paper is: electronic, or paper; null where nobody said. */
  form: PermitForm | null;
  /** Where a paper differs from what was filed, and a person took it as it is. */
  settled: SettledPaper[];
  seq: number;
  /** Event that last told what stands on the permit: number, service types and coverage. */
  printedSeq: number;
}

export type PermitForm = 'electronic' | 'paper';

/** What a permit says otherwise than the filing asked for. */
export interface PermitDifference {
  member: 'serviceTypes' | 'coverage';
  asked: string[] | Coverage;
  printed: string[] | Coverage;
}

export interface SettledPaper {
  differences: PermitDifference[];
  reason: TextRef;
  by: string;
  seq: number;
}

/** What is on record about the notices of one obligation. Fired rungs belong to the obligation, not to its date. */
export interface NoticeRecord {
  /** Rungs in the order in which they fired. */
  fired: FiredRung[];
  /** The date that the last notice quoted, so that a moved date is told once. */
  quoted: CivilDate | null;
}

export interface FiredRung {
  rung: string;
  /** Person ids of all whom it was sent to, escalations included. */
  people: string[];
  /** Civil day on which it fired. */
  on: CivilDate;
  /** Recorded instead of sent: a newer rung was due as well after a down-time, or an import. */
  skipped: boolean;
  acknowledgedBy: string | null;
  snoozedUntil: CivilDate | null;
  escalatedTo: ('deputy' | 'manager')[];
  seq: number;
}

/** A rung that falls due: what the outbox row and the mail are made of. No personal data. */
export interface NoticeDue {
  obligationId: string;
  kind: string;
  rung: string;
  /** The day on which the rung was planned. */
  plannedOn: CivilDate;
  to: { role: 'owner' | 'deputy' | 'manager'; person: string }[];
  date: CivilDate | null;
  safeDay: CivilDate | null;
  firmness: 'firm' | 'provisional';
  ruleId: string;
  late: boolean;
  /** Older rungs of the same obligation that were due too and are recorded here instead of sent. */
  skipped: string[];
  /** For a `date-moved` notice: the date that was told before. */
  movedFrom: CivilDate | null;
  /** Since v 2; null, or left out, where an older release wrote it. */
  grounds?: NoticeGrounds | null;
  /** Since v 2, left out where it is not so: due up to an import, so it is on record and nobody is told. */
  withheld?: true;
}

/** Why a notice leaves on its day, and to whom it goes at once. */
export interface NoticeGrounds {
  ladder: LadderSource;
  preparation: Preparation | null;
  /** Who is away on that day, so that the next one is told without waiting. */
  away: ('owner' | 'deputy')[];
}

export interface MovedDate {
  obligationId: string;
  from: CivilDate | null;
  to: CivilDate | null;
}

export interface OpenChange {
  /** `change:<seq>` */
  obligationId: string;
  change: CompanyChange;
  seq: number;
  /** Event that last told the days of the change. */
  toldSeq: number;
  recordedOn: CivilDate;
  /** Filing that answers it, once one was opened. */
  filingId: string | null;
  done: boolean;
}

/** A mark of the authorities on the company. All null where nobody told of it; no day where it was known without one. */
export interface Flag {
  status: FlagStatus;
  since: CivilDate | null;
  seq: number | null;
  /** Day on which it became known. */
  recordedOn: CivilDate | null;
}

/** What one person says is wrong about an entry, until a second person agrees. */
export interface ProposedCorrection {
  seq: number;
  member: string;
  from: CorrectedValue;
  to: CorrectedValue;
  reason: TextRef;
  proposedBy: string;
  /** Entry of the proposal. */
  proposedSeq: number;
}

/** A correction that two persons have agreed on: entry `seq` says otherwise since the entry `correctedBy`. */
export interface MadeCorrection {
  seq: number;
  changes: { member: string; from: CorrectedValue; to: CorrectedValue }[];
  /** Null where no proposal of it is on record. */
  reason: TextRef | null;
  proposedBy: string;
  proposedSeq: number | null;
  approvedBy: string;
  on: CivilDate;
  correctedBy: number;
}

export interface Attention {
  reason: AttentionReason;
  about: string;
  since: CivilDate;
  seq: number;
}

/**
 * Which shape of `LicenseState` this code folds to. Whoever adds or changes a member raises it: a snapshot of another
 * form is folded anew from the ledger instead of being read.
 */
export const stateForm = 9;

/** The folded state of one license's stream. Plain JSON. */
export interface LicenseState {
  /** `stateForm` of the code that folded it; a snapshot of release 0.1.0 has none. */
  form: number;
  licenseId: string;
  seq: number;
  recordedAt: string;
  openedOn: CivilDate;
  companyId: string;
  company: CompanyFacts;
  serviceTypes: string[];
  coverage: Coverage;
  authority: string;
  office: string;
  people: People;
  absences: Absences;
  /** Reminders that were chosen in place of the rule pack's. */
  ladders: ChosenLadders;
  pins: Pins;
  /** What the house has settled for this license, and its entry up to which the license has heard of it. */
  readings: SettledReadings;
  readingsSeq: number;
  follows: string | null;
  simulated: boolean;
  filings: Record<string, Filing>;
  permit: Permit | null;
  experience: Experience;
  flags: Record<CreditFlag, Flag>;
  /** For each fact that was told after the opening, the company event that told it: fan-outs may overtake each other. */
  factSeqs: { [fact in keyof CompanyFacts]?: number };
  changes: OpenChange[];
  /** Years whose annual report was filed before Paizhao knew the license. */
  reportsFiledBefore: string[];
  /** Field names nobody could fill when a held permit was registered. */
  unknown: string[];
  notices: Record<string, NoticeRecord>;
  waiverProposals: Record<string, string>;
  waived: string[];
  /** By `<seq>:<member>`. */
  proposedCorrections: Record<string, ProposedCorrection>;
  /** In the order in which they were made. */
  corrected: MadeCorrection[];
  /** What the authority gave, in the order of entry. */
  papers: AuthorityPaper[];
  /** The license whose permit has taken the place of this one's. */
  replacedBy: string | null;
  attention: Attention[];
  closed: boolean;
  conduct: Conduct;
  /** Sequence numbers of events this version of the code does not know. */
  unknownEvents: number[];
}

/** The one-word status for lists, derived from the machines and the day. */
export type LicenseStatus =
  | 'preparing'
  | 'submitted'
  | 'correction'
  | 'in-review'
  | 'granted'
  | 'refused'
  | 'valid'
  | 'renewal-due'
  | 'renewal-pending'
  | 'window-missed'
  | 'deemed-renewed'
  | 'termination-pending'
  | 'suspended'
  | 'revoked'
  | 'expired'
  | 'cancelled'
  | 'closed';
