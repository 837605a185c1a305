/**
 * What the readable report of an audit bundle is drawn from, whole: plain data, in the order in which it is told. Days
 * are civil days of Asia/Shanghai, instants UTC. Of people there are references; `people` says which of them may be named.
 */
import type {
  Actor,
  Coverage,
  FilingKind,
  FilingStatus,
  LicenseStatus,
  ObligationKind,
  PermitStatus,
  ServiceStatus,
} from '../domain/index.js';
import type { Bilingual, Confidence, Explanation, ReadingScope } from '../rulebook/index.js';

export interface AuditContent {
  licenseId: string;
  companyId: string;
  company: { name: string; uscc: string };
  /** Time was skipped for this license: nothing in here happened when it says. */
  simulated: boolean;
  /** The days that were asked for; they may lie ahead. */
  asked: { from: string; to: string };
  /** Of these the ones that had come: both are covered, and neither lies after the day of `createdAt`. */
  period: { from: string; to: string };
  /** Instant, of the license's own time. */
  createdAt: string;
  /** Of the product that made the bundle. */
  release: string;
  /** The license at the end of the first and of the last day; null where it was not on record yet. */
  first: AuditedState | null;
  last: AuditedState | null;
  /** Duties that were open on some day of the period, in the order of their dates; those without a date last. */
  deadlines: AuditedDeadline[];
  /** Entries of the license's stream that were recorded in the period, or are true on a day of it; in their order. */
  history: AuditedEntry[];
  /** Messages that fell due or were sent in the period, in the order in which they fell due. */
  deliveries: AuditedDelivery[];
  /** All documents that the license's stream names, whatever the period; in the order of entry. */
  documents: AuditedDocument[];
  law: AuditedLaw;
  proof: AuditedProof;
  /** Every other file of the bundle but the reports and the manifest, in the order of the archive. */
  files: AuditedFile[];
  /**
   * Names by person id, of those whom the bundle may name; `{}` in a bundle that was asked for without files. A person
   * who was erased since is not in it.
   */
  people: Record<string, string>;
  /** Texts by reference, likewise. */
  texts: Record<string, string>;
}

/** As known when the bundle was made. */
export interface AuditedState {
  /** The day that it is true of. */
  on: string;
  status: LicenseStatus;
  permit: {
    number: string;
    status: PermitStatus;
    grantedOn: string | null;
    /** The term in force on the day, or the newest one. */
    validFrom: string;
    lastDay: string;
    /** Null where no paper says it. */
    printedLastDay: string | null;
    /** Of the end as it is computed; null where no rule of that time is known. */
    validity: Explanation | null;
    /** By silence, until paper comes. */
    provisional: boolean;
    services: { serviceType: string; status: ServiceStatus; openedOn: string | null }[];
  } | null;
  serviceTypes: string[];
  coverage: Coverage;
  authority: string;
  office: string;
  /** Person ids. */
  people: { owner: string; deputy: string; manager: string };
  filings: { id: string; kind: FilingKind; status: FilingStatus; openedOn: string }[];
  /** `<pack id>@<version>`, and the calendar. */
  pins: { pack: string; calendar: string };
}

/** A duty, with every date that it had while the period lasted. */
export interface AuditedDeadline {
  obligationId: string;
  kind: ObligationKind;
  /** Whose duty; a `right` of the company lapses. */
  duty: 'company' | 'authority' | 'right';
  filingId: string | null;
  /** Year, where it recurs. */
  period: string | null;
  openedOn: string;
  openedSeq: number;
  /** What there was to do. */
  about: Bilingual;
  /** The oldest first; empty where no date was ever known. */
  dates: AuditedDate[];
  /** How it left the agenda; null while it is open. */
  ended: AuditedEnd | null;
}

/** A date as it was computed at an entry, and held until the next one of the list. */
export interface AuditedDate {
  /** Entry of the license's stream by which it came to be. */
  since: { seq: number; day: string };
  /** The proof: date, safe day, firmness, rule, readings, calendar, steps. `explanationText` says it in words. */
  explanation: Explanation;
}

export interface AuditedEnd {
  /** `waived`: by two persons. `done`: an act ended it, or its matter. `lapsed`: its date passed, as of a right or a bar. */
  how: 'done' | 'waived' | 'lapsed';
  /** The day on which that is true; of what lapsed, the day after its date. */
  on: string;
  /** The entry after which it was gone; null for what lapsed by itself. */
  by: { seq: number; type: string; recordedAt: string; actor: Actor } | null;
  /** Days from the date to `on` where it was later; 0 where it was in time, null where there was no date. */
  daysLate: number | null;
  /** Where it was ended by the authority's silence: what that counts as, and whether it still does. */
  bySilence: { as: SilenceAs; settled: SettledSilence | null } | null;
}

export type SilenceAs = 'acceptance' | 'renewal';

/** By a person or a paper that confirms it, or by one that shows it wrong. */
export interface SettledSilence {
  how: 'confirmed' | 'retracted';
  seq: number;
  on: string;
}

export interface AuditedEntry {
  seq: number;
  type: string;
  validOn: string;
  recordedAt: string;
  actor: Actor;
  /** Null for a type that this release does not know. */
  words: Bilingual | null;
  /** Days from `validOn` to the day of its entry. */
  daysLate: number;
  /** Recorded in the period; else it only is true on a day of it. */
  recordedInPeriod: boolean;
  /** Reference of why, where somebody said so; `texts` may have the text. */
  reason: string | null;
  /** Entries that correct it. */
  correctedBy: number[];
}

/** A message. The key of the ledger says what it was about; addresses stand nowhere. */
export interface AuditedDelivery {
  key: string;
  obligationId: string;
  rung: string;
  /** `mail`, or the kind of a chat robot. */
  channel: string;
  to: { person: string } | { robot: string };
  role: 'owner' | 'deputy' | 'manager' | null;
  /** Entry of the license's stream by which it fell due; null where there is none. */
  due: { seq: number; day: string } | null;
  /** What happened to it, in order. */
  events: AuditedDeliveryEvent[];
  state: 'queued' | 'sent' | 'uncertain' | 'suppressed' | 'failed' | 'bounced';
  acknowledged: { seq: number; by: Actor; at: string } | null;
}

export interface AuditedDeliveryEvent {
  /** Entry of the delivery stream. */
  seq: number;
  type: string;
  /** Null for a type that this release does not know. */
  words: Bilingual | null;
  at: string;
  attempt: number | null;
  /** As the other side answered: `250`, `550 5.1.1`, `429`; null where it said none. */
  code: string | null;
}

export interface AuditedDocument {
  id: string;
  kind: 'material' | 'scan';
  filingId: string | null;
  /** Of a material its requirement, of a scan the type of the entry that it shows. */
  about: string;
  version: number | null;
  sha256: string;
  bytes: number;
  mediaType: string;
  /** As printed on it; null where nobody told. */
  issuedOn: string | null;
  recordedOn: string;
  /** Entries of the license's stream that name this hash. */
  entries: number[];
  /** Its name in the bundle; null where it is not in there. */
  file: string | null;
  /** Its content was destroyed since. */
  erased: boolean;
}

export interface AuditedLaw {
  /** Every pack and calendar that the license pinned or a proof names, with the hash of its file. */
  packs: AuditedLawFile[];
  calendars: AuditedLawFile[];
  /** What the house had settled for this license on the last day. */
  readings: {
    ruleId: string;
    reading: string;
    scope: ReadingScope;
    /** Entry of the house's stream, which is not in the bundle. */
    houseSeq: number;
    /** Null where that entry is not there. */
    settled: { proposedBy: Actor; confirmedBy: Actor; on: string } | null;
  }[];
  /** Rules on which dates of this report lean, each once. */
  rules: {
    id: string;
    pack: string;
    wording: Bilingual;
    article: string;
    source: Bilingual | null;
    confidence: Confidence;
  }[];
}

export interface AuditedLawFile {
  id: string;
  file: string;
  sha256: string;
  /** Entries of the license's stream that pinned it; empty where only a proof names it. */
  pinnedBy: { seq: number; day: string }[];
}

export interface AuditedProof {
  /** Null where nothing was ever sealed. */
  checkpoint: {
    number: number;
    size: number;
    /** Root of the tree, base64. */
    root: string;
    origin: string;
    sealedAt: string;
    /** Of the key, hex: what people compare. */
    fingerprint: string;
  } | null;
  /** Where the log took the place of another one: how that ended, and how many sealed entries were no longer on record. */
  continues: { origin: string; size: number; kept: number; gone: number; sealedAt: string } | null;
  /** Checkpoints of the bundle that were mailed or announce a key, and the newest. */
  checkpoints: number;
  streams: {
    stream: string;
    file: string;
    entries: number;
    /** Hash of its newest entry here, hex. */
    head: string;
    /** Younger than the checkpoint. */
    unanchored: number;
  }[];
}

export interface AuditedFile {
  name: string;
  sha256: string;
  bytes: number;
}
