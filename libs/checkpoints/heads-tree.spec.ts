import fc from 'fast-check';
import {
  bucketHash,
  bucketOf,
  type HeadsTile,
  HeadsTree,
  headsTilesOf,
  rootByBucket,
  type StreamHead,
} from './heads-tree.js';

const head = (stream: string, seq: number): StreamHead => ({ stream, seq, hash: Buffer.alloc(32, seq % 256) });

/** The tree over these heads, changed bucket by bucket as a sealer changes it: each time from tiles that were kept. */
function grown(batches: readonly (readonly StreamHead[])[]): { tiles: HeadsTile[]; heads: Map<string, StreamHead> } {
  const tiles = new Map<string, HeadsTile>();
  const heads = new Map<string, StreamHead>();
  for (const batch of batches) {
    for (const each of batch) heads.set(each.stream, each);
    const buckets = [...new Set(batch.map(({ stream }) => bucketOf(stream)))];
    const places = headsTilesOf(buckets).map(({ tier, index }) => `${tier}/${index}`);
    const tree = new HeadsTree(places.flatMap((place) => tiles.get(place) ?? []));
    expect(tree.isWhole(buckets)).toBe(true);
    for (const bucket of buckets) tree.set(bucket, bucketHash(inBucket(heads, bucket)));
    for (const tile of tree.changed()) tiles.set(`${tile.tier}/${tile.index}`, tile);
  }
  return { tiles: [...tiles.values()], heads };
}

const bucketOfHead = new WeakMap<StreamHead, number>();

/** Asked of every head for every bucket. */
function inBucket(heads: ReadonlyMap<string, StreamHead>, bucket: number): StreamHead[] {
  return [...heads.values()].filter((each) => {
    const known = bucketOfHead.get(each) ?? bucketOf(each.stream);
    bucketOfHead.set(each, known);
    return known === bucket;
  });
}

const batches = fc.array(
  fc.array(
    fc
      .record({ stream: fc.uuid().map((id) => `license/${id}`), seq: fc.integer({ min: 1, max: 9 }) })
      .map(({ stream, seq }) => head(stream, seq)),
    { minLength: 1, maxLength: 20 },
  ),
  { minLength: 1, maxLength: 4 },
);

describe('the tree of heads', () => {
  it('has one root, however it came about', () => {
    fc.assert(
      fc.property(batches, (some) => {
        const at = (all: readonly (readonly StreamHead[])[]) => new HeadsTree(grown(all).tiles).root().toString('hex');
        expect(at(some)).toBe(at([[...new Map(some.flat().map((each) => [each.stream, each])).values()].reverse()]));
      }),
    );
  });

  it('proves the head of a stream, and that a stream has none', () => {
    fc.assert(
      fc.property(batches, fc.uuid(), (some, stranger) => {
        const { tiles, heads } = grown(some);
        const tree = new HeadsTree(tiles);
        for (const stream of [...[...heads.keys()].slice(0, 3), `license/${stranger}`]) {
          const bucket = bucketOf(stream);
          const siblings = tree.siblings(bucket);
          const led = (held: readonly StreamHead[]) => rootByBucket(bucket, bucketHash(held), siblings);
          const held = inBucket(heads, bucket);
          expect(led(held)).toEqual(tree.root());
          expect(led([...held, head('license/another', 1)])).not.toEqual(tree.root());
          const older = held.map((each) => ({ ...each, seq: each.seq - 1 }));
          if (held.length > 0) expect(led(older)).not.toEqual(tree.root());
        }
      }),
    );
  });

  it('takes no proof of another length', () => {
    expect(rootByBucket(1, bucketHash([]), new HeadsTree([]).siblings(1).slice(1))).toBeNull();
  });

  it('sees that tiles do not belong together', () => {
    const { tiles, heads } = grown([[head('license/a', 1), head('license/b', 2)]]);
    const bucket = bucketOf('license/a');
    for (const tile of tiles) {
      const changed = { ...tile, hashes: Buffer.from(tile.hashes.map((byte) => byte ^ 1)) };
      const tree = new HeadsTree(tiles.map((each) => (each === tile ? changed : each)));
      const whole = tree.isWhole([...heads.keys()].map(bucketOf)) && tree.root().equals(new HeadsTree(tiles).root());
      expect(whole).toBe(false);
    }
    expect(new HeadsTree(tiles).isWhole([bucket])).toBe(true);
  });
});
