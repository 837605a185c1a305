import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const separator = Buffer.from([1]);

/**
 * The salted commitment (hex) that stands in the ledger for a text kept elsewhere:
 * `sha256(0x01 ‖ salt (32 bytes) ‖ UTF-8 text)`. Once text and salt are erased, nobody can tell from it what was said.
 */
export function commitmentOf(salt: Uint8Array, text: string): string {
  if (salt.length !== 32) throw new RangeError('A commitment needs a salt of 32 bytes.');
  return createHash('sha256').update(separator).update(salt).update(text, 'utf8').digest('hex');
}

export function newSalt(): Buffer {
  return randomBytes(32);
}

export function commitmentHolds(commitment: string, salt: Uint8Array, text: string): boolean {
  const expected = Buffer.from(commitmentOf(salt, text), 'hex');
  const given = Buffer.from(commitment, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
