import type { EntityManager } from 'typeorm';
import { entriesOf, leafHash, type OpenedRecord, readRecord, type SealedRange } from '../checkpoints/index.js';
import { type LedgerRow, readRanges } from '../ledger/index.js';
import type { AuditFinding } from './audit.js';
import type { Continuation } from './audited-records.js';
import { auditedRows, type Seen } from './audited-rows.js';

/** Entries of one stream, these two and those between them. */
export interface EntrySpan {
  stream: string;
  from: number;
  upto: number;
}

/** A log that took the place of another one, and the entries that only the other one vouches for. */
export interface ContinuedLog extends Omit<Continuation, 'root' | 'dropped'> {
  lost: EntrySpan[];
}

/** As many as an audit tells. */
export const mostFindings = 1_000;

/** The rows of the ledger as far as they were compared with what was sealed. */
export class ComparedLedger {
  readonly seen: Seen = new Map();
  readonly continued: ContinuedLog[] = [];
  entries = 0;
  last: OpenedRecord | null = null;
  private found: { checkpoint: number; finding: AuditFinding }[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly read: (number: number) => Promise<Buffer | null>,
  ) {}

  findings(): AuditFinding[] {
    return this.found.map(({ finding }) => finding);
  }

  async take(record: OpenedRecord): Promise<void> {
    const { checkpoint, from, ranges, sealed } = record;
    const findings = auditedRows(ranges, await rowsOf(this.manager, ranges), this.seen);
    const told = findings.slice(0, mostFindings - this.found.length);
    this.found.push(...told.map((finding) => ({ checkpoint: sealed.number, finding })));
    this.entries += checkpoint.size - from - 1;
    this.last = record;
  }

  /** What was compared with checkpoints that a new log does not have counts no more: what of it is gone is listed. */
  async setBack(continuation: Continuation): Promise<void> {
    const { dropped, root: _, ...log } = continuation;
    const lost: EntrySpan[] = [];
    const firsts = new Map<string, number>();
    for (const number of dropped) {
      const bytes = await this.read(number);
      const { ranges } = bytes ? readRecord(bytes) : { ranges: [] };
      for (const { stream, after } of ranges) if (!firsts.has(stream)) firsts.set(stream, after);
      for (const span of lostOf(ranges, await rowsOf(this.manager, ranges))) addSpan(lost, span);
      this.entries -= ranges.reduce((sum, range) => sum + entriesOf(range), 0);
    }
    this.found = this.found.filter(({ checkpoint }) => !dropped.includes(checkpoint));
    await this.forget(firsts);
    this.continued.push({ ...log, lost });
  }

  /** @param firsts by stream: the newest entry that is still sealed, 0 for none */
  private async forget(firsts: ReadonlyMap<string, number>): Promise<void> {
    const asked = [...firsts].filter(([, seq]) => seq > 0);
    const rows = await readRanges(
      this.manager,
      asked.map(([stream, seq]) => ({ stream, after: seq - 1, upto: seq })),
    );
    for (const [stream, seq] of firsts) {
      if (seq === 0) this.seen.delete(stream);
      else this.seen.set(stream, { seq, hash: rows.find((row) => row.stream === stream)?.hash ?? null });
    }
  }
}

/** The rows of these ranges, by stream. */
export async function rowsOf(
  manager: EntityManager,
  ranges: readonly SealedRange[],
): Promise<Map<string, LedgerRow[]>> {
  const rows = new Map<string, LedgerRow[]>();
  const asked = ranges.map((range) => ({
    stream: range.stream,
    after: range.after,
    upto: range.after + entriesOf(range),
  }));
  for (const row of await readRanges(manager, asked)) {
    const known = rows.get(row.stream);
    if (known) known.push(row);
    else rows.set(row.stream, [row]);
  }
  return rows;
}

/** Entries that were sealed and are not on record as they were sealed. */
export function lostOf(ranges: readonly SealedRange[], rows: ReadonlyMap<string, readonly LedgerRow[]>): EntrySpan[] {
  const lost: EntrySpan[] = [];
  for (const range of ranges) {
    const { stream, after, leaves } = range;
    const known = new Map(rows.get(stream)?.map(({ seq, hash }) => [seq, leafHash(hash)]));
    for (let at = 0; at < entriesOf(range); at += 1) {
      const seq = after + 1 + at;
      const leaf = leaves.subarray(at * 32, (at + 1) * 32);
      if (!known.get(seq)?.equals(leaf)) addSpan(lost, { stream, from: seq, upto: seq });
    }
  }
  return lost;
}

/** Joins what follows the last span of its stream. */
export function addSpan(spans: EntrySpan[], next: EntrySpan): void {
  const last = spans.findLast(({ stream }) => stream === next.stream);
  if (last?.upto === next.from - 1) last.upto = next.upto;
  else spans.push({ ...next });
}

export const entriesIn = (spans: readonly EntrySpan[]): number =>
  spans.reduce((sum, { from, upto }) => sum + upto - from + 1, 0);
