import { canonicalize, isCanonical } from './canonicalize.js';
import { type Envelope, entryHash, genesis, openBody, type SealedEntry } from './envelope.js';

/** A row as an export or the database gives it; `copies` are columns that repeat members of the body. */
export interface ChainRow extends SealedEntry {
  copies?: Record<string, unknown>;
}

/**
 * What is wrong with a chain:
 * `changed-body` — body and hash do not belong together; `broken-link` — the row does not follow the one before it;
 * `gap` — numbers are missing; `reordered` — a number comes again, or after a higher one; `foreign-row` — the row says
 * it belongs elsewhere; `not-canonical` — the body is not in its one canonical form; `changed-copy` — a column differs
 * from the body; `loose-line` — the line of an export is not written in its one form (0: its header); `time-runs-back` — it is recorded or stored before its predecessor; `head-differs` — the chain does
 * not end where it is said to end.
 */
export type FindingKind =
  | 'changed-body'
  | 'broken-link'
  | 'gap'
  | 'reordered'
  | 'foreign-row'
  | 'not-canonical'
  | 'changed-copy'
  | 'loose-line'
  | 'time-runs-back'
  | 'head-differs';

export interface Finding {
  stream: string;
  /** The row at fault, or the number that is missing. */
  seq: number;
  kind: FindingKind;
  what: string;
}

export interface Verification {
  stream: string;
  /** Rows that were looked at. */
  checked: number;
  head: { seq: number; hash: string };
  findings: Finding[];
}

/** Walks one stream's rows in the order given. Pure: needs nothing but the rows. */
export function verifyChain(stream: string, rows: Iterable<ChainRow>): Verification {
  const walk = new ChainWalk(stream);
  for (const row of rows) walk.next(row);
  return walk.result();
}

/** Whoever reads so many knows enough; a chain of which every row is wrong would fill the memory. */
const mostFindings = 10_000;

/** Verification row by row, for streams that are read page by page. */
export class ChainWalk {
  private readonly findings: Finding[] = [];
  private checked = 0;
  private last: { seq: number; hash: Buffer; envelope: Envelope | null } = { seq: 0, hash: genesis, envelope: null };

  constructor(private readonly stream: string) {}

  /** @returns what the row's body says; null where it is no entry */
  next(row: ChainRow): Envelope | null {
    this.checked += 1;
    this.place(row);
    if (!entryHash(row.prev, row.body).equals(row.hash)) {
      this.find(row.seq, 'changed-body', 'the body does not have the hash that was recorded for it');
    }
    const envelope = this.read(row);
    if (envelope) this.compare(row, envelope);
    this.last = { seq: row.seq, hash: row.hash, envelope };
    return envelope;
  }

  /** The line of an export that holds the row `seq` is written in another form. */
  looseLine(seq: number): void {
    this.find(seq, 'loose-line', 'the line is not written as an export writes it');
  }

  /** `claimed`: the head that somebody else vouches for, such as an export's last line. */
  result(claimed?: { seq: number; hash: string }): Verification {
    const head = { seq: this.last.seq, hash: this.last.hash.toString('hex') };
    if (claimed && (claimed.seq !== head.seq || claimed.hash !== head.hash)) {
      this.find(claimed.seq, 'head-differs', `the chain ends at ${head.seq}, not where its head says`);
    }
    return { stream: this.stream, checked: this.checked, head, findings: this.findings };
  }

  private place(row: ChainRow): void {
    const expected = this.last.seq + 1;
    if (row.seq > expected) {
      const missing = row.seq - 1 === expected ? `${expected}` : `${expected} to ${row.seq - 1}`;
      this.find(expected, 'gap', `${missing} is missing`);
    } else if (row.seq < expected) {
      this.find(row.seq, 'reordered', `${row.seq} comes after ${this.last.seq}`);
    } else if (!row.prev.equals(this.last.hash)) {
      this.find(
        row.seq,
        'broken-link',
        `it does not carry the hash of ${this.last.seq === 0 ? 'a beginning' : this.last.seq}`,
      );
    }
  }

  private read(row: ChainRow): Envelope | null {
    try {
      const envelope = openBody(row.body);
      if (!isEnvelope(envelope)) {
        this.find(row.seq, 'not-canonical', 'the body is not an entry');
        return null;
      }
      if (!isCanonical(envelope, row.body)) {
        this.find(row.seq, 'not-canonical', 'the body is not in canonical form');
      }
      return envelope;
    } catch {
      this.find(row.seq, 'not-canonical', 'the body is not JSON');
      return null;
    }
  }

  private compare(row: ChainRow, envelope: Envelope): void {
    if (envelope.stream !== this.stream || row.stream !== this.stream || envelope.seq !== row.seq) {
      this.find(row.seq, 'foreign-row', `the row says it is ${envelope.seq} of ${envelope.stream}`);
    }
    for (const [name, copy] of Object.entries(row.copies ?? {})) {
      if (canonicalize(copy) !== canonicalize(envelope[name as keyof Envelope] ?? null)) {
        this.find(row.seq, 'changed-copy', `the column ${name} differs from the body`);
      }
    }
    const before = this.last.envelope;
    if (before && (envelope.recordedAt < before.recordedAt || envelope.storedAt < before.storedAt)) {
      this.find(row.seq, 'time-runs-back', `it is earlier than ${before.seq}`);
    }
  }

  private find(seq: number, kind: FindingKind, what: string): void {
    if (this.findings.length < mostFindings) this.findings.push({ stream: this.stream, seq, kind, what });
  }
}

const members = 'actor,commandId,data,recordedAt,seq,storedAt,stream,type,v,validOn';

function isEnvelope(value: unknown): value is Envelope {
  const { stream, recordedAt, storedAt, type } = Object(value) as Record<string, unknown>;
  const named = Object.keys(Object(value)).sort().join();
  return named === members && [stream, type].every(isText) && [recordedAt, storedAt].every(isInstant);
}

const isText = (value: unknown): boolean => typeof value === 'string';

/** In the one form whose texts come in the order of time. */
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
