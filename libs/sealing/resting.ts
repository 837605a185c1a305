import type { EntityManager } from 'typeorm';
import type { Checkpoint } from '../checkpoints/index.js';
import { RestingLogRepository } from '../persistence/index.js';
import type { Mirror } from './mirror.js';

export interface LogEnd {
  /** Name of the log that the next checkpoint would belong to. */
  origin: string;
  /** Number of the newest one that the database has; 0 where it has none. */
  number: number;
}

/**
 * Whether a log goes on under its name. One that was restored might sign numbers again that were signed before, over
 * something else; it goes on once the second store, as it stands outside, ends where the database does.
 * @throws SealRefused where the store knows more than the database, or something else; FileStoreUnavailable
 */
export async function goesOn(manager: EntityManager, { origin, number }: LogEnd, mirror: Mirror | null) {
  const resting = new RestingLogRepository(manager);
  const found = await resting.of(origin);
  if (found === null) return true;
  if (found.outlived || !(await mirror?.endsAt(number))) return false;
  await resting.wake(origin);
  return true;
}

/**
 * What a checkpoint from elsewhere, the newest that anybody was mailed, says of a restored log: it goes on if that is
 * the database's newest, and never if it is a later one.
 */
export async function heldAgainst(manager: EntityManager, mailed: Checkpoint, newest: Checkpoint): Promise<void> {
  const { origin, size, root } = newest;
  if (mailed.origin !== origin || mailed.size < size) return;
  const resting = new RestingLogRepository(manager);
  if (mailed.size === size && mailed.root.equals(root)) await resting.wake(origin);
  else await resting.outlived(origin);
}
