import type { Actor, Duty, PaperType, PermitStatus, ServiceStatus } from '../../domain/index.js';
import type { Confidence, Firmness, ReadingScope } from '../../rulebook/index.js';
import type { Cell } from '../blocks.js';
import type { AuditedDelivery, SettledSilence, SilenceAs } from '../content.js';

export type Language = 'zh' | 'en';

/** Everything that the report says in one language. Days come as `2026-11-26`, instants as the clock in Beijing shows. */
export interface ReportWords {
  title: string;
  /** Between the parts of a line, as names in a list. */
  and: string;
  comma: string;
  colon: string;
  /** As what begins a line or stands alone. */
  begins: (text: string) => string;
  /** Stands where there is nothing. */
  nothing: string;
  brackets: (text: string) => string;
  span: (from: string, to: string) => string;
  simulated: string;
  simulatedHead: string;
  page: (page: number) => string;
  /** Follows `page`. */
  ofPages: (pages: number) => string;
  madeBy: (release: string, at: string) => string;
  /** Of characters that the font of the pages lacks. */
  lacking: (codePoints: readonly string[]) => string;
  contents: string;
  about: AboutWords;
  check: CheckWords;
  license: LicenseWords;
  deadlines: DeadlineWords;
  history: HistoryWords;
  reminders: ReminderWords;
  documents: DocumentWords;
  law: LawWords;
  people: PeopleWords;
  files: FileWords;
}

/** What a table is called, its columns, and what stands there instead where it has no rows. */
interface TableWords<C extends string> {
  caption: string;
  columns: Record<C, string>;
  none: string;
}

interface AboutWords {
  license: string;
  company: string;
  uscc: string;
  permit: string;
  noPermit: string;
  period: string;
  /** Days were asked for that had not come. */
  askedTo: (day: string) => string;
  madeAt: string;
  release: string;
  /** What the report is, and what it is not. */
  purpose: string;
  times: string;
}

interface CheckWords {
  heading: string;
  sealed: string;
  neverSealed: string;
  facts: {
    checkpoint: string;
    sealedAt: string;
    fingerprint: string;
    size: string;
    root: string;
    origin: string;
    checkpoints: string;
  };
  numbered: (number: number) => string;
  leaves: (count: string) => string;
  howTo: string;
  /** That the log took the place of another one, since when, and how much is gone. */
  continues: (since: string, origin: string, size: string, kept: string, gone: string) => string;
  /** @param sealed false where nothing was ever sealed */
  steps: (sealed: boolean) => readonly Cell[];
  streams: TableWords<'stream' | 'entries' | 'unanchored'>;
  stream: (kind: string) => string;
  /** `count` entries in all came after the newest checkpoint. */
  window: (count: number) => string;
}

interface LicenseWords {
  heading: string;
  states: TableWords<'what' | 'first' | 'last'>;
  onFirst: (day: string) => string;
  onLast: (day: string) => string;
  /** In the place of `onLast` where the last day that was asked for had not come. */
  onMade: (day: string) => string;
  notYet: string;
  changed: string;
  rows: Record<
    | 'status'
    | 'permit'
    | 'permitStatus'
    | 'grantedOn'
    | 'validity'
    | 'lastDay'
    | 'types'
    | 'services'
    | 'coverage'
    | 'authority'
    | 'office'
    | 'owner'
    | 'deputy'
    | 'manager'
    | 'pack'
    | 'calendar',
    string
  >;
  nationwide: string;
  provisional: string;
  permitStatus: Record<PermitStatus, string>;
  service: Record<ServiceStatus, string>;
  /** Of a service that is open. */
  since: (day: string) => string;
  /** Of one that has ended. */
  openedOn: (day: string) => string;
  /** The last day as the paper has it. */
  printed: (day: string) => string;
  computed: (day: string) => string;
  /** Heads the proof of the permit's last day. */
  validityProof: string;
  filings: TableWords<'filing' | 'kind' | 'openedOn' | 'first' | 'last'>;
}

interface DeadlineWords {
  heading: string;
  /** The proofs themselves, and how one of them is computed again. */
  proofs: string;
  summary: TableWords<'number' | 'duty' | 'due' | 'safeDay' | 'outcome'>;
  facts: Record<
    'id' | 'whose' | 'filing' | 'opened' | 'about' | 'due' | 'safeDay' | 'rule' | 'versions' | 'outcome' | 'earlier',
    string
  >;
  whose: Record<Duty, string>;
  firmness: Record<Firmness, string>;
  noDate: string;
  openedBy: (day: string, seq: number) => string;
  since: (day: string, seq: number, date: string) => string;
  done: (on: string) => string;
  waived: (on: string) => string;
  lapsed: (on: string) => string;
  /** `days` from the date to the day on which it was done; 0 in time. */
  late: (days: number) => string;
  /** The authority said nothing by its date. @param due null where it had none */
  bySilence: (as: SilenceAs, due: string | null) => string;
  unconfirmed: string;
  settled: (how: SettledSilence['how'], on: string, seq: number) => string;
  open: string;
  /** Of an open one whose date lies so many days before the day. */
  openSince: (days: number, day: string) => string;
  recorded: (seq: number, at: string, who: string) => string;
  computed: string;
}

interface HistoryWords {
  heading: string;
  order: string;
  table: TableWords<'day' | 'entry' | 'what' | 'recorded' | 'who'>;
  unknown: (type: string) => string;
  enteredLate: (days: number) => string;
  recordedBefore: string;
  recordedAfter: string;
  corrected: (entries: readonly number[]) => string;
  reason: (text: string) => string;
  reasonElsewhere: string;
}

interface ReminderWords {
  heading: string;
  addresses: string;
  table: TableWords<'due' | 'about' | 'to' | 'what' | 'acknowledged'>;
  role: Record<NonNullable<AuditedDelivery['role']>, string>;
  channel: Record<string, string>;
  robot: (id: string) => string;
  state: Record<AuditedDelivery['state'], string>;
  attempt: (number: number) => string;
  answered: (code: string) => string;
  acknowledgedBy: (at: string, who: string, seq: number) => string;
  notAcknowledged: string;
  entry: (seq: number) => string;
}

interface DocumentWords {
  heading: string;
  compare: string;
  table: TableWords<'document' | 'printed' | 'recorded' | 'file'>;
  version: (version: number) => string;
  scanOf: (paper: string) => string;
  /** What a scan shows, by the type of the entry that tells it. */
  paper: Record<PaperType, string>;
  filing: (id: string) => string;
  bytes: (bytes: string) => string;
  enclosed: string;
  notEnclosed: string;
  erased: string;
  entries: (entries: readonly number[]) => string;
}

interface LawWords {
  heading: string;
  lead: string;
  versions: TableWords<'id' | 'pinned' | 'file'>;
  pack: string;
  calendar: string;
  pinned: (day: string, seq: number) => string;
  onlyNamed: string;
  readings: TableWords<'rule' | 'reading' | 'scope' | 'by'>;
  scope: Record<ReadingScope, string>;
  settledBy: (houseSeq: number) => string;
  settledHow: (on: string, proposedBy: string, confirmedBy: string) => string;
  rules: TableWords<'rule' | 'article' | 'wording' | 'confidence'>;
  confidence: Record<Confidence, string>;
}

interface PeopleWords {
  heading: string;
  named: string;
  unnamed: string;
  table: TableWords<'mark' | 'who' | 'id'>;
  /** Such as P1, A1. */
  mark: (kind: 'person' | 'integration', number: number) => string;
  kind: Record<'person' | 'integration', string>;
  system: Record<Extract<Actor, { kind: 'system' }>['id'], string>;
}

interface FileWords {
  heading: string;
  lead: string;
  table: TableWords<'name' | 'bytes' | 'sha256'>;
}
