import { entriesOf, leafHash, type SealedRange } from '../checkpoints/index.js';
import { canonicalize } from '../ledger/canonicalize.js';
import { type Envelope, entryHash, genesis, type LedgerRow, openBody } from '../ledger/index.js';
import type { AuditFinding } from './audit.js';

/** How far a stream was looked through: its newest sealed entry as the ledger has it; `hash` null where it lacks it. */
export type Seen = Map<string, { seq: number; hash: Buffer | null }>;

/**
 * The rows of the ledger against the leaves that were sealed for them. `rows` are those of the ranges, by stream; `seen`
 * goes on with each call.
 */
export function auditedRows(
  ranges: readonly SealedRange[],
  rows: ReadonlyMap<string, readonly LedgerRow[]>,
  seen: Seen,
): AuditFinding[] {
  return ranges.flatMap((range) => {
    const known = new Map(rows.get(range.stream)?.map((row) => [row.seq, row]));
    const before = seen.get(range.stream) ?? { seq: 0, hash: genesis };
    const findings: AuditFinding[] =
      range.after === before.seq
        ? []
        : [
            {
              kind: 'sealed-twice',
              stream: range.stream,
              seq: range.after + 1,
              what: `sealed up to ${before.seq} before`,
            },
          ];
    let last = before.hash;
    for (let at = 0; at < entriesOf(range); at += 1) {
      const seq = range.after + 1 + at;
      const row = known.get(seq);
      const leaf = range.leaves.subarray(at * 32, (at + 1) * 32);
      const fault = row ? faultOf(row, leaf, last) : missing;
      if (fault) findings.push({ ...fault, stream: range.stream, seq });
      last = row ? sealedHash(row, leaf) : null;
    }
    seen.set(range.stream, { seq: range.after + entriesOf(range), hash: last });
    return findings;
  });
}

type Fault = Pick<AuditFinding, 'kind' | 'what'>;

const missing: Fault = { kind: 'missing', what: 'it was sealed and is not on record' };

/** The hash that was sealed, from whichever part of the row still has it. */
const sealedHash = ({ prev, body, hash }: LedgerRow, leaf: Buffer): Buffer | null =>
  [hash, entryHash(prev, body)].find((each) => leafHash(each).equals(leaf)) ?? null;

/** `last`: hash of the entry before it, null where that is missing. */
function faultOf(row: LedgerRow, leaf: Buffer, last: Buffer | null): Fault | null {
  const itsHash = entryHash(row.prev, row.body);
  if (!leafHash(row.hash).equals(leaf)) {
    if (leafHash(itsHash).equals(leaf)) return { kind: 'changed', what: 'hash: another one than was sealed' };
    return { kind: 'changed', what: 'body: another entry stands where one was sealed' };
  }
  if (!itsHash.equals(row.hash))
    return { kind: 'changed', what: 'body or prev: they do not have the hash that was sealed' };
  if (last && !row.prev.equals(last)) return { kind: 'broken-link', what: 'prev: it does not follow the entry before' };
  const envelope = openBody(row.body);
  if (envelope.stream !== row.stream || envelope.seq !== row.seq)
    return { kind: 'changed', what: `stream, seq: the row says it is ${envelope.seq} of ${envelope.stream}` };
  const copies = Object.entries(row.copies).filter(
    ([name, copy]) => canonicalize(copy) !== canonicalize(envelope[name as keyof Envelope] ?? null),
  );
  if (copies.length === 0) return null;
  return { kind: 'changed-copy', what: `${copies.map(([name]) => name).join(', ')}: the column differs from the body` };
}
