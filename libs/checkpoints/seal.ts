import { randomBytes } from 'node:crypto';
import { canonicalize } from '../ledger/canonicalize.js';
import type { Checkpoint } from './checkpoint.js';
import { NotACheckpoint } from './errors.js';
import { isLogName, VerifierKey } from './keys.js';

/**
 * The last leaf under every checkpoint: what the entries alone do not say. Since it is in the tree, whoever has a later
 * checkpoint has it too.
 */
export interface Seal {
  /** Of the checkpoint: 1, 2, 3 … */
  number: number;
  /** By the database's clock (UTC). */
  sealedAt: string;
  /** Root of the tree of heads. */
  heads: Buffer;
  /** Signs from this checkpoint on. */
  key: VerifierKey;
  /** Of the first checkpoint of a log that takes the place of another one. */
  continues?: Continued;
}

/** The end of a log that could not go on, as the one that takes its place names it. */
export interface Continued extends Checkpoint {
  /** Its first leaves that are the first ones of the new log too: the size of one of its checkpoints, or 0. */
  kept: number;
  /** Entries among its other leaves that were no longer on record. */
  gone: number;
}

const format = 'paizhao-seal';

/** The leaf's data: canonical JSON (RFC 8785), longer than the 32 bytes of an entry's leaf. */
export const sealText = ({ number, sealedAt, heads, key, continues }: Seal): string =>
  canonicalize({
    format,
    v: 1,
    number,
    sealedAt,
    heads: heads.toString('hex'),
    key: key.text,
    ...(continues ? { continues: { ...continues, root: continues.root.toString('hex') } } : {}),
  });

/**
 * A name for the log that takes the place of another one. It must not follow from that one's end: a backup may be restored
 * twice, and two logs that go on from the same end in their own ways must not have one name.
 */
export const newOrigin = (): string => `paizhao/${randomBytes(16).toString('hex')}`;

/** Longer than any transaction that appends: an entry is stored when that begins, and seen when it ends. */
const patienceMs = 5 * 60_000;

/** What was stored before this instant is under a checkpoint of `sealedAt`, unless it was put in afterwards. */
export const sealedUpTo = (sealedAt: string): string => new Date(Date.parse(sealedAt) - patienceMs).toISOString();

/** @throws NotACheckpoint */
export function readSeal(text: string): Seal {
  const { number, sealedAt, heads, key, continues, ...rest } = parsed(text);
  if (rest.format !== format || rest.v !== 1 || !isCount(number) || number < 1)
    throw new NotACheckpoint('seal', 'it has another form', `${format}, version 1, with its number`);
  if (!isInstant(sealedAt) || typeof heads !== 'string' || !/^[0-9a-f]{64}$/.test(heads) || typeof key !== 'string')
    throw new NotACheckpoint('seal', 'it lacks time, heads or key', 'what was sealed');
  const seal: Seal = { number, sealedAt, heads: Buffer.from(heads, 'hex'), key: VerifierKey.read(key) };
  if (continues !== undefined) seal.continues = continuedIn(Object(continues));
  if (sealText(seal) !== text) throw new NotACheckpoint('seal', 'it is not in canonical form', 'RFC 8785');
  return seal;
}

function continuedIn({ origin, size, root, kept, gone }: Record<string, unknown>): Continued {
  if (!isLogName(origin) || typeof root !== 'string' || !/^[0-9a-f]{64}$/.test(root) || !isCount(size))
    throw new NotACheckpoint('seal', 'continues: it names no end of a log', 'its origin, size and root');
  if (!isCount(kept) || kept > size || !isCount(gone))
    throw new NotACheckpoint('seal', 'continues: it does not say what was kept', 'kept and gone');
  return { origin, size, root: Buffer.from(root, 'hex'), kept, gone };
}

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1e15;

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw new NotACheckpoint('seal', 'it is not JSON', 'what was sealed');
  }
}

/** Also of a day that there is: whoever verifies computes with it. */
function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString() === value;
}
