import { type CivilDate, shanghaiDay } from '../calendar/index.js';
import type { Actor } from './actor.js';
import type { LicenseEventType, RecordedEvent } from './events.js';

/**
 * Entries that stand for a paper of the authority: a receipt, a notice, a decision, a permit, a certificate. Of each the
 * member of its data that tells the day on the paper, and the one that tells its number.
 */
export const paperEntries = {
  'receipt-recorded': { day: 'receivedOn', number: 'number' },
  'correction-requested': { day: 'noticedOn', number: 'number' },
  'filing-accepted': { day: 'acceptedOn', number: 'number' },
  'filing-not-accepted': { day: 'decidedOn', number: 'number' },
  'expert-review-started': { day: 'from', number: 'number' },
  'filing-granted': { day: 'grantedOn', number: 'number' },
  'filing-refused': { day: 'refusedOn', number: 'number' },
  'notice-published': { day: 'publishedOn', number: 'number' },
  'report-returned': { day: 'returnedOn', number: 'number' },
  'report-filed': { day: 'filedOn', number: 'number' },
  'permit-registered': { day: 'permit.validFrom', number: 'permit.number' },
  'permit-issued': { day: 'issuedOn', number: 'permit.number' },
  'permit-amended': { day: 'amendedOn', number: 'permit.number' },
  'permit-renewed': { day: 'issuedOn', number: 'permit.number' },
  'permit-reissued': { day: 'issuedOn', number: null },
  'permit-suspended': { day: 'from', number: 'number' },
  'suspension-lifted': { day: 'on', number: 'number' },
  'permit-revoked': { day: 'on', number: 'number' },
  'permit-set-aside': { day: 'on', number: 'number' },
  'permit-withdrawn': { day: 'on', number: 'number' },
  'permit-cancelled': { day: 'cancelledOn', number: 'number' },
  'permit-terminated': { day: 'endedOn', number: 'number' },
  'services-terminated': { day: 'endedOn', number: 'number' },
  'non-renewal-reported': { day: 'reportedOn', number: 'number' },
  'inspection-announced': { day: 'announcedOn', number: 'number' },
  'inspection-held': { day: 'heldOn', number: 'number' },
  'companion-recorded': { day: 'validFrom', number: 'number' },
  'companion-renewed': { day: 'validFrom', number: null },
} as const satisfies { [T in LicenseEventType]?: { day: string; number: string | null } };

export type PaperType = keyof typeof paperEntries;

/** A paper of the authority as an entry tells it; scans may be tied to it with the entry or at any time later. */
export interface AuthorityPaper {
  /** Entry that tells it. */
  seq: number;
  type: PaperType;
  filingId: string | null;
  /** Day on the paper; of one that is not dated, such as a permit held before, the first day of its term. */
  on: CivilDate;
  number: string | null;
  enteredBy: Actor;
  /** Civil day on which it was entered. */
  recordedOn: CivilDate;
  scans: Scan[];
}

/** An image of a paper, as a file of the document store. */
export interface Scan {
  scanId: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  attachedBy: string;
  attachedOn: CivilDate;
  seq: number;
  /** The scan that took the place of this one, which showed something else. */
  replacedBy: string | null;
  /** Day on which its content was destroyed; null while it is there. */
  erasedOn: CivilDate | null;
}

export function isPaper(type: LicenseEventType): type is PaperType {
  return Object.hasOwn(paperEntries, type);
}

/** Whether the paper tells its own day, and not only its term, which may have begun at any time before. */
export function isDated(type: PaperType): boolean {
  return !paperEntries[type].day.endsWith('validFrom');
}

/** The paper that an event tells; null for what is no paper of the authority. */
export function paperOf(event: RecordedEvent): AuthorityPaper | null {
  const { type, seq, actor, recordedAt, data } = event;
  if (!isPaper(type)) return null;
  const { day, number } = paperEntries[type];
  return {
    seq,
    type,
    filingId: 'filingId' in data ? data.filingId : null,
    on: String(memberOf(data, day)),
    number: number === null ? null : ((memberOf(data, number) ?? null) as string | null),
    enteredBy: actor,
    recordedOn: shanghaiDay(recordedAt),
    scans: [],
  };
}

function memberOf(data: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], data);
}
