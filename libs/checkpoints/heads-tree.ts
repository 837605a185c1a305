import { createHash } from 'node:crypto';

/** The newest sealed entry of a stream. */
export interface StreamHead {
  stream: string;
  seq: number;
  hash: Buffer;
}

/**
 * The tree of heads says for every stream which entry was its newest when a checkpoint was sealed. Its place follows
 * from the stream's name alone, so that a stream has one place and none beside it: 65,536 buckets, each the list of the
 * heads that fall into it, under a full binary tree of 16 levels. Prefixes 0x02 and 0x03 keep its hashes apart from
 * those of entries and of the log.
 */
export const headsHeight = 16;
const bucketPrefix = Buffer.from([2]);
const nodePrefix = Buffer.from([3]);

const name = '[a-z]+(?:/[0-9a-z-]+)?';
const streamForm = new RegExp(`^${name}$`);
const textForm = new RegExp(`^(?:${name} [1-9]\\d{0,14} [0-9a-f]{64}\n)*$`);

export const isStreamName = (text: string): boolean => streamForm.test(text);

/** Whether somebody else's text is one that `bucketText` may give. */
export const isBucketText = (text: string): boolean => textForm.test(text);

/** 0 to 65,535: the first two bytes of the name's SHA-256. */
export function bucketOf(stream: string): number {
  return createHash('sha256').update(stream, 'utf8').digest().readUInt16BE(0);
}

/** The heads of one bucket, in any order. */
export const bucketText = (heads: readonly StreamHead[]): string =>
  [...heads]
    .sort((a, b) => (a.stream < b.stream ? -1 : 1))
    .map(({ stream, seq, hash }) => `${stream} ${seq} ${hash.toString('hex')}\n`)
    .join('');

export const bucketHash = (heads: readonly StreamHead[]): Buffer => textHash(bucketText(heads));

const textHash = (text: string): Buffer => createHash('sha256').update(bucketPrefix).update(text, 'utf8').digest();

/** As `rootByBucket`, from the bucket's text. */
export const rootByText = (bucket: number, text: string, siblings: readonly Buffer[]): Buffer | null =>
  rootByBucket(bucket, textHash(text), siblings);

/** The root that a bucket and the 16 hashes beside its way up lead to. */
export function rootByBucket(bucket: number, hash: Buffer, siblings: readonly Buffer[]): Buffer | null {
  if (siblings.length !== headsHeight) return null;
  return siblings.reduce(
    (below, sibling, level) =>
      Math.floor(bucket / 2 ** level) % 2 === 0 ? headsNode(below, sibling) : headsNode(sibling, below),
    hash,
  );
}

/** Sixteen hashes of one level beside each other; tier 0 holds buckets, tier 3 what is just below the root. */
export interface HeadsTile {
  tier: number;
  index: number;
  hashes: Buffer;
}

export type HeadsPlace = Omit<HeadsTile, 'hashes'>;

const tileWidth = 16;
const tiers = [0, 1, 2, 3] as const;
const hashBytes = 32;

/** The tiles on the way from these buckets to the root. */
export function headsTilesOf(buckets: readonly number[]): HeadsPlace[] {
  return tiers.flatMap((tier) => {
    const indexes = new Set(buckets.map((bucket) => Math.floor(bucket / tileWidth ** (tier + 1))));
    return [...indexes].map((index) => ({ tier, index }));
  });
}

/** As much of the tree as was loaded. A tile that is not there is empty. */
export class HeadsTree {
  private readonly tiles = new Map<string, Buffer[]>();
  private readonly touched = new Set<string>();
  /** Indexes of tiles by tier whose hashes do not stand in the tile above yet. */
  private readonly unsettled = [new Set<number>(), new Set<number>(), new Set<number>()];

  constructor(tiles: readonly HeadsTile[]) {
    for (const { tier, index, hashes } of tiles) {
      const list = Array.from({ length: tileWidth }, (_, at) => hashes.subarray(at * hashBytes, (at + 1) * hashBytes));
      this.tiles.set(`${tier}/${index}`, list);
    }
  }

  root(): Buffer {
    this.settle();
    return folded(this.tile(3, 0));
  }

  hashOf(bucket: number): Buffer {
    return this.tile(0, Math.floor(bucket / tileWidth))[bucket % tileWidth] as Buffer;
  }

  /** Whether what was loaded of the ways of these buckets fits together, up to the root. */
  isWhole(buckets: readonly number[]): boolean {
    this.settle();
    return headsTilesOf(buckets).every(
      ({ tier, index }) =>
        tier === 3 ||
        folded(this.tile(tier, index)).equals(
          this.tile(tier + 1, Math.floor(index / tileWidth))[index % tileWidth] as Buffer,
        ),
    );
  }

  /** The 16 hashes beside the bucket's way to the root, from below. */
  siblings(bucket: number): Buffer[] {
    this.settle();
    return tiers.flatMap((tier) => {
      const at = Math.floor(bucket / tileWidth ** tier);
      return besides(this.tile(tier, Math.floor(at / tileWidth)), at % tileWidth);
    });
  }

  set(bucket: number, hash: Buffer): void {
    this.put(0, bucket, hash);
  }

  changed(): HeadsTile[] {
    this.settle();
    return [...this.touched].map((name) => {
      const [tier = 0, index = 0] = name.split('/').map(Number);
      return { tier, index, hashes: Buffer.concat(this.tile(tier, index)) };
    });
  }

  /** Carries what was set up to the root, tile by tile: each is hashed once, however much of it was set. */
  private settle(): void {
    for (const tier of [0, 1, 2]) {
      const indexes = this.unsettled[tier] as Set<number>;
      for (const index of indexes) this.put(tier + 1, index, folded(this.tile(tier, index)));
      indexes.clear();
    }
  }

  private put(tier: number, at: number, hash: Buffer): void {
    const index = Math.floor(at / tileWidth);
    const name = `${tier}/${index}`;
    const tile = this.touched.has(name) ? this.tile(tier, index) : [...this.tile(tier, index)];
    tile[at % tileWidth] = hash;
    this.tiles.set(name, tile);
    this.touched.add(name);
    this.unsettled[tier]?.add(index);
  }

  private tile(tier: number, index: number): Buffer[] {
    return this.tiles.get(`${tier}/${index}`) ?? Array<Buffer>(tileWidth).fill(emptyOf(tier * 4));
  }
}

function headsNode(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest();
}

/** Hashes of subtrees without any head, by level. */
const empties: Buffer[] = [bucketHash([])];

function emptyOf(level: number): Buffer {
  while (empties.length <= level) {
    const below = empties.at(-1) as Buffer;
    empties.push(headsNode(below, below));
  }
  return empties[level] as Buffer;
}

function folded(hashes: readonly Buffer[]): Buffer {
  return hashes.length === 1 ? (hashes[0] as Buffer) : folded(paired(hashes));
}

function besides(hashes: readonly Buffer[], at: number): Buffer[] {
  if (hashes.length === 1) return [];
  const sibling = hashes[at % 2 === 0 ? at + 1 : at - 1] as Buffer;
  return [sibling, ...besides(paired(hashes), Math.floor(at / 2))];
}

function paired(hashes: readonly Buffer[]): Buffer[] {
  return Array.from({ length: hashes.length / 2 }, (_, at) =>
    headsNode(hashes[2 * at] as Buffer, hashes[2 * at + 1] as Buffer),
  );
}
