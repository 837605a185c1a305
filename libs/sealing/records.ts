import {
  type CheckpointRecord,
  leafTilesOf,
  MissingTile,
  readCheckpoint,
  readNote,
  readSeal,
  type SealedRange,
  type SigningKey,
  signersOf,
  TileReader,
  writeRecord,
} from '../checkpoints/index.js';
import type { CheckpointEntity, CheckpointRepository, StoredRange } from '../persistence/index.js';
import { SealRefused } from './refused.js';
import type { Sealed } from './seal-batch.js';

/**
 * What the database has of its last checkpoint, if the key that it names is one of these and signed it, and its parts
 * belong together.
 * @throws SealRefused
 */
export function openedCheckpoint({ number, size, seal, note }: CheckpointEntity, keys: readonly SigningKey[]): Sealed {
  const { checkpoint, sealed, signers } = readOrRefuse(() => {
    const signed = readNote(note);
    const read = readCheckpoint(signed.text);
    const ours = keys.map((key) => key.as(read.origin));
    return { checkpoint: read, sealed: readSeal(seal), signers: signersOf(signed, ours) };
  });
  if (!keys.some(({ publicKey }) => publicKey.equals(sealed.key.publicKey))) throw new SealRefused('key', { number });
  const isSigned = signers.some(({ text }) => text === sealed.key.text);
  if (!isSigned || checkpoint.size !== size || sealed.number !== number) throw new SealRefused('signature', { number });
  return { checkpoint, seal: sealed };
}

/** What the second store should have under a number, from the database; null where that knows of none. */
export async function recordBytes(checkpoints: CheckpointRepository, number: number): Promise<Buffer | null> {
  const entity = await checkpoints.byNumber(number);
  return entity ? writeRecord(await recordOf(checkpoints, entity)) : checkpoints.givenUp(number);
}

/** The records as the database itself has them, for an audit without a second store. */
export const recordsIn =
  (checkpoints: CheckpointRepository) =>
  (number: number): Promise<Buffer | null> =>
    recordBytes(checkpoints, number);

/** Of a checkpoint whose parts are in the database. @throws SealRefused where that lacks parts */
async function recordOf(repository: CheckpointRepository, entity: CheckpointEntity): Promise<CheckpointRecord> {
  const before = await repository.before(entity.number);
  const from = before?.size ?? 0;
  const ranges = await repository.ranges(from, entity.size - 1);
  const last = ranges.at(-1);
  const held = last ? last.firstLeaf + last.upto - last.after : from;
  if (held !== entity.size - 1) throw new SealRefused('log-tree', { number: entity.number });
  const reader = new TileReader(await repository.logTiles(leafTilesOf({ from, to: held })));
  return {
    from,
    ranges: readOrRefuse(() => ranges.map((range) => sealedRange(range, reader))),
    seal: entity.seal,
    note: entity.note,
  };
}

const sealedRange = ({ firstLeaf, stream, after, upto }: StoredRange, reader: TileReader): SealedRange => ({
  stream,
  after,
  leaves: reader.leaves({ from: firstLeaf, to: firstLeaf + upto - after }),
});

function readOrRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MissingTile) throw new SealRefused('log-tree');
    if (Object(error).code === 'not-a-checkpoint') throw new SealRefused('signature');
    throw error;
  }
}
