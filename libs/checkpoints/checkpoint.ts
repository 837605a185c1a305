import { bytesOfBase64 } from './base64.js';
import { NotACheckpoint } from './errors.js';
import { isLogName } from './keys.js';

/** What a checkpoint says, in the form of the C2SP tlog-checkpoint specification; without extension lines. */
export interface Checkpoint {
  /** Names the log for ever. */
  origin: string;
  /** Leaves of the tree. */
  size: number;
  root: Buffer;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Reads the text of a note. @throws NotACheckpoint that names the line */
export function readCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', size = '', encoded = '', ...more] = lines;
  const root = bytesOfBase64(encoded);
  if (!isLogName(origin)) throw new NotACheckpoint('line 1', 'it names no log', 'the origin');
  if (!/^[1-9]\d{0,14}$/.test(size))
    throw new NotACheckpoint('line 2', 'it is not a size', 'a whole number without leading zeros, from 1 to 15 digits');
  if (root?.length !== 32) throw new NotACheckpoint('line 3', 'it is not a root hash', 'base64 of 32 bytes');
  if (more.length !== 1 || more[0] !== '')
    throw new NotACheckpoint('line 4', 'there is more than origin, size and root', 'three lines');
  return { origin, size: Number(size), root };
}
