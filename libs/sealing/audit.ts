import type { EntityManager } from 'typeorm';
import { bucketHash, bucketOf, type Checkpoint, HeadsTree, type OpenedRecord } from '../checkpoints/index.js';
import { CheckpointRepository, SealingRepository } from '../persistence/index.js';
import { RecordWalk } from './audited-records.js';
import type { Seen } from './audited-rows.js';
import { ComparedLedger, type ContinuedLog, mostFindings } from './compared-ledger.js';
import { followed } from './followed.js';
import { SealRefused } from './refused.js';

/**
 * `missing`, `changed`, `changed-copy`, `broken-link`: an entry is not as it was sealed, or does not follow what is; `what`
 * begins with the field. `sealed-twice`: two checkpoints claim one entry. `checkpoint`: a checkpoint does not hold, and
 * nothing after it is looked at. `key`: the key given signed none. `database-behind`: the database lacks checkpoints that were signed. `heads`: the newest
 * checkpoint names other newest entries than were sealed.
 */
export interface AuditFinding {
  kind:
    | 'missing'
    | 'changed'
    | 'changed-copy'
    | 'broken-link'
    | 'sealed-twice'
    | 'checkpoint'
    | 'key'
    | 'database-behind'
    | 'heads';
  stream?: string;
  seq?: number;
  checkpoint?: number;
  what: string;
}

export interface AuditWish {
  /** The record of a checkpoint by its number, from wherever the auditor trusts; null where they end. */
  read(number: number): Promise<Buffer | null>;
  /** Fingerprint of a key that must be among those that signed. */
  trusted: string | null;
  /** Checkpoints that must be among them. */
  known: readonly Checkpoint[];
  onProgress?(checkpoint: number, entries: number): void;
}

export interface Audit {
  checkpoints: number;
  /** Sealed entries that were compared. */
  entries: number;
  streams: number;
  fingerprint: string | null;
  /** Of the newest checkpoint. */
  sealedAt: string | null;
  /** Entries that are younger than the newest checkpoint. */
  unanchored: number;
  /** Logs that took the place of others, and what those vouch for that is no longer on record. */
  continued: ContinuedLog[];
  findings: AuditFinding[];
}

const streamsAtOnce = 1_000;

/**
 * Compares a whole ledger with everything that was sealed of it, record by record; of entries it holds one record's. What
 * only a log vouches for that was given up is no finding: it is listed with the log that took its place.
 */
export async function audit(manager: EntityManager, wish: AuditWish): Promise<Audit> {
  const walk = new RecordWalk((number) => wish.read(number), wish.trusted, wish.known);
  const compared = new ComparedLedger(manager, (number) => wish.read(number));
  let fault: AuditFinding[] = [];
  for (;;) {
    const bytes = await readOrFault(wish, walk.number + 1);
    if (bytes === null) break;
    const record: OpenedRecord | AuditFinding = Buffer.isBuffer(bytes) ? await walk.next(bytes) : bytes;
    if ('kind' in record) {
      fault = [record];
      break;
    }
    const continuation = record.sealed.continues ? walk.continuations.at(-1) : undefined;
    if (continuation) await compared.setBack(continuation);
    await compared.take(record);
    wish.onProgress?.(walk.number, compared.entries);
  }
  const { seen, last, entries, continued } = compared;
  const findings = [...compared.findings(), ...fault, ...walk.unmet(), ...(await behind(manager, walk.number))];
  if (last && findings.length === 0) findings.push(...headsFindings(last, seen));
  const { unanchored, breaks } = await afterSealed(manager, seen);
  findings.push(...breaks);
  return {
    checkpoints: walk.number,
    entries,
    streams: seen.size,
    fingerprint: walk.fingerprint,
    sealedAt: last?.sealed.sealedAt ?? null,
    unanchored,
    continued,
    findings: findings.slice(0, mostFindings),
  };
}

/** Where the database itself is asked, it may lack parts of what was sealed. */
async function readOrFault({ read }: AuditWish, number: number): Promise<Buffer | AuditFinding | null> {
  try {
    return await read(number);
  } catch (error) {
    if (!(error instanceof SealRefused)) throw error;
    return { kind: 'checkpoint', checkpoint: number, what: `the database lacks parts of it (${error.subject})` };
  }
}

async function behind(manager: EntityManager, number: number): Promise<AuditFinding[]> {
  const newest = (await new CheckpointRepository(manager).newest())?.number ?? 0;
  if (newest >= number) return [];
  return [
    { kind: 'database-behind', checkpoint: newest + 1, what: `the database ends at checkpoint ${newest} of ${number}` },
  ];
}

function headsFindings({ sealed }: OpenedRecord, seen: Seen): AuditFinding[] {
  const buckets = new Map<number, { stream: string; seq: number; hash: Buffer }[]>();
  for (const [stream, { seq, hash }] of seen) {
    const bucket = bucketOf(stream);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), { stream, seq, hash: hash as Buffer }]);
  }
  const tree = new HeadsTree([]);
  for (const [bucket, heads] of buckets) tree.set(bucket, bucketHash(heads));
  if (tree.root().equals(sealed.heads)) return [];
  return [{ kind: 'heads', checkpoint: sealed.number, what: 'heads: the tree of newest entries has another root' }];
}

/** What was appended after the newest checkpoint: it cannot be vouched for, but it must follow what can. */
async function afterSealed(manager: EntityManager, seen: Seen) {
  const sealing = new SealingRepository(manager);
  const breaks: AuditFinding[] = [];
  let unanchored = 0;
  for (let after = ''; ; ) {
    const page = await sealing.streamHeads(after, streamsAtOnce);
    const newer = page.filter(({ stream, seq }) => seq > (seen.get(stream)?.seq ?? 0));
    const rows = await sealing.entries(
      newer.map(({ stream, seq }) => ({ stream, after: seen.get(stream)?.seq ?? 0, upto: seq })),
    );
    for (const { stream, seq } of newer) {
      const head = seen.get(stream);
      unanchored += seq - (head?.seq ?? 0);
      if (head && !head.hash) continue; // its sealed end is missing, which was said already
      const known = head?.hash ? { seq: head.seq, hash: head.hash } : null;
      const result = followed(
        stream,
        known,
        seq,
        rows.filter((row) => row.stream === stream),
      );
      if ('kind' in result && result.kind !== 'changed-since-sealed')
        breaks.push({ kind: result.kind, stream, seq: result.seq, what: 'after the newest checkpoint' });
    }
    const end = page.at(-1);
    if (!end || page.length < streamsAtOnce) return { unanchored, breaks };
    after = end.stream;
  }
}
