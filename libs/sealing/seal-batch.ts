import {
  bucketHash,
  bucketOf,
  type Checkpoint,
  type CheckpointRecord,
  type Continued,
  checkpointText,
  GrowingTiles,
  HeadsTree,
  leafHash,
  leavesOf,
  MissingTile,
  type Seal,
  type SealedRange,
  type SigningKey,
  sealText,
  signedNote,
} from '../checkpoints/index.js';
import type { NewCheckpoint, StoredHead, StoredRange, StoredTile } from '../persistence/index.js';
import type { Followed } from './followed.js';
import { SealRefused } from './refused.js';

/** The last checkpoint: what the next one goes on from. */
export interface Sealed {
  checkpoint: Checkpoint;
  seal: Seal;
}

/** Where this log begins, in the place of another one. */
export interface NewLog {
  number: number;
  origin: string;
  /** The current key first; then that of the end of the log before, where it is at hand. */
  keys: readonly [SigningKey, ...SigningKey[]];
  continues: Continued;
}

export interface Batch {
  /** Null for the first one. */
  last: Sealed | null;
  origin: string;
  /** The key that signs from now on comes first; before it changes, both. */
  keys: readonly [SigningKey, ...SigningKey[]];
  sealedAt: string;
  streams: readonly Followed[];
  /** Every sealed head of the buckets of these streams. */
  heads: readonly StoredHead[];
  logTiles: readonly StoredTile[];
  headsTiles: readonly { tier: number; index: number; hashes: Buffer }[];
  begins: NewLog | null;
}

export type Grown = Omit<NewCheckpoint, 'findings' | 'noteIds'> & { record: CheckpointRecord };

/**
 * The next checkpoint: the entries as leaves in the order given, the heads, the seal, the signature. What is in the
 * database is compared first with what the last checkpoint says, as far as the new one builds on it.
 * @throws SealRefused
 */
export function sealBatch(batch: Batch): Grown {
  const { last, origin, keys, sealedAt, streams, begins } = batch;
  const from = last?.checkpoint.size ?? 0;
  const tree = openTree(from, last, batch.logTiles);
  const { heads, headsTiles, root } = grownHeads(batch);
  const number = begins?.number ?? (last?.seal.number ?? 0) + 1;
  const continues = begins ? { continues: begins.continues } : {};
  const seal = sealText({ number, sealedAt, heads: root, key: keys[0].as(origin), ...continues });
  const ranges = streams.map(rangeOf);
  for (const leaf of leavesOf({ from, ranges, seal, note: '' })) tree.push(leaf);
  const text = checkpointText({ origin, size: tree.size, root: tree.root() });
  const note = signedNote(text, origin, keys);
  return {
    number,
    size: tree.size,
    seal,
    note,
    sealedAt,
    ranges: placed(from, streams),
    heads,
    logTiles: tree.changed(),
    headsTiles,
    record: { from, ranges, seal, note },
  };
}

function openTree(size: number, last: Sealed | null, tiles: readonly StoredTile[]): GrowingTiles {
  const tree = opened(size, tiles);
  if (last && !tree.root().equals(last.checkpoint.root)) throw new SealRefused('log-tree', { size });
  return tree;
}

function opened(size: number, tiles: readonly StoredTile[]): GrowingTiles {
  try {
    return new GrowingTiles(size, tiles);
  } catch (error) {
    if (error instanceof MissingTile) throw new SealRefused('log-tree', { size });
    throw error;
  }
}

function grownHeads({ last, streams, heads, headsTiles }: Batch) {
  const tree = new HeadsTree(headsTiles);
  const buckets = [...new Set(streams.map(({ stream }) => bucketOf(stream)))];
  if (last && !tree.root().equals(last.seal.heads)) throw new SealRefused('heads-tree', {});
  if (!tree.isWhole(buckets)) throw new SealRefused('heads-tree', {});
  const newest = new Map(streams.map(({ stream, head }) => [stream, { stream, bucket: bucketOf(stream), ...head }]));
  const known = byBucket(heads);
  const fresh = byBucket([...newest.values()]);
  for (const bucket of buckets) {
    const old = known.get(bucket) ?? [];
    if (!bucketHash(old).equals(tree.hashOf(bucket))) throw new SealRefused('heads-tree', { bucket });
    const stay = old.filter(({ stream }) => !newest.has(stream));
    tree.set(bucket, bucketHash([...stay, ...(fresh.get(bucket) ?? [])]));
  }
  return { heads: [...newest.values()], headsTiles: tree.changed(), root: tree.root() };
}

function byBucket(heads: readonly StoredHead[]): Map<number, StoredHead[]> {
  const grouped = new Map<number, StoredHead[]>();
  for (const head of heads) grouped.set(head.bucket, [...(grouped.get(head.bucket) ?? []), head]);
  return grouped;
}

/** The leaf of an entry is made of its hash alone, which is made of all of it. */
const rangeOf = ({ stream, after, entries }: Followed): SealedRange => ({
  stream,
  after,
  leaves: Buffer.concat(entries.map(({ hash }) => leafHash(hash))),
});

function placed(from: number, streams: readonly Followed[]): StoredRange[] {
  let firstLeaf = from;
  return streams.map(({ stream, after, entries, head }) => {
    const range = { firstLeaf, stream, after, upto: head.seq };
    firstLeaf += entries.length;
    return range;
  });
}
