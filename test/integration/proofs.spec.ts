import {
  bucketHash,
  isConsistent,
  leafHash,
  type OpenedRecord,
  readRecord,
  rootByBucket,
  rootByInclusion,
} from '../../libs/checkpoints/index.js';
import { readStream } from '../../libs/ledger/index.js';
import { CheckpointRepository } from '../../libs/persistence/index.js';
import { Proofs } from '../../libs/sealing/index.js';
import { aStream, SealingWorld } from '../support/sealing-world.js';

jest.setTimeout(60_000);

let world: SealingWorld;
let proofs: Proofs;
let streams: string[];
let records: OpenedRecord[];

/** Seven checkpoints over a few hundred entries, so that tiles of the log are full and partly so. */
beforeAll(async () => {
  world = await SealingWorld.create();
  streams = [1, 2, 3].map(aStream);
  for (let count = 0; count < 7; count += 1) await world.sealed(streams, 20 + count);
  records = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7].map(async (number) => readRecord((await world.store.read(number)) as Buffer)),
  );
  proofs = new Proofs(new CheckpointRepository(world.source.manager));
});
afterAll(() => world.close());

const newest = () => records.at(-1) as OpenedRecord;

describe('a proof from the database', () => {
  it('shows of every entry that it is in the newest checkpoint, and in older ones from where it was sealed', async () => {
    const [stream = ''] = streams;
    for (const { seq, hash } of await readStream(world.source.manager, stream)) {
      for (const { checkpoint, ranges } of [newest(), records[2] as OpenedRecord]) {
        const range = ranges.find((each) => each.stream === stream);
        const upto = (range?.after ?? 0) + (range?.leaves.length ?? 0) / 32;
        const proof = await proofs.inclusion(stream, seq, checkpoint.size);
        expect(proof === null).toBe(seq > upto);
        if (proof) {
          expect(proof.hashes.length).toBeLessThanOrEqual(10);
          expect(rootByInclusion(leafHash(hash), proof.index, proof.size, proof.hashes)).toEqual(checkpoint.root);
        }
      }
    }
    expect(await proofs.inclusion(stream, 10_000, newest().checkpoint.size)).toBeNull();
  });

  it('shows that each checkpoint goes on from each before it', async () => {
    for (const { checkpoint: old } of records) {
      for (const { checkpoint: young } of records.filter(({ checkpoint }) => checkpoint.size >= old.size)) {
        const proof = await proofs.consistency(old.size, young.size);
        expect(isConsistent([old.size, old.root], [young.size, young.root], proof)).toBe(true);
      }
    }
  });

  it('shows which entry is the newest of a stream, and that a stream has none', async () => {
    const { checkpoint, seal, sealed } = newest();
    const { index, size, hashes } = await proofs.inclusionOf(checkpoint.size - 1, checkpoint.size);
    expect(rootByInclusion(leafHash(Buffer.from(seal)), index, size, hashes)).toEqual(checkpoint.root);
    for (const stream of [...streams, aStream()]) {
      const { bucket, heads, siblings } = await proofs.heads(stream);
      expect(rootByBucket(bucket, bucketHash(heads), siblings)).toEqual(sealed.heads);
      const own = heads.find((head) => head.stream === stream);
      expect(own?.seq).toBe(streams.includes(stream) ? 161 : undefined);
    }
  });
});
