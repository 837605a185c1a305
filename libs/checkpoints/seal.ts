import { canonicalize } from '../ledger/canonicalize.js';
import { NotACheckpoint } from './errors.js';
import { VerifierKey } from './keys.js';

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
}

const format = 'paizhao-seal';

/** The leaf's data: canonical JSON (RFC 8785), longer than the 32 bytes of an entry's leaf. */
export const sealText = ({ number, sealedAt, heads, key }: Seal): string =>
  canonicalize({ format, v: 1, number, sealedAt, heads: heads.toString('hex'), key: key.text });

/** @throws NotACheckpoint */
export function readSeal(text: string): Seal {
  const { number, sealedAt, heads, key, ...rest } = parsed(text);
  if (rest.format !== format || rest.v !== 1 || !Number.isSafeInteger(number) || Number(number) < 1)
    throw new NotACheckpoint('seal', 'it has another form', `${format}, version 1, with its number`);
  if (!isInstant(sealedAt) || typeof heads !== 'string' || !/^[0-9a-f]{64}$/.test(heads) || typeof key !== 'string')
    throw new NotACheckpoint('seal', 'it lacks time, heads or key', 'what was sealed');
  const seal = { number: Number(number), sealedAt, heads: Buffer.from(heads, 'hex'), key: VerifierKey.read(key) };
  if (sealText(seal) !== text) throw new NotACheckpoint('seal', 'it is not in canonical form', 'RFC 8785');
  return seal;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw new NotACheckpoint('seal', 'it is not JSON', 'what was sealed');
  }
}

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
