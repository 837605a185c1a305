import { type CipherGCM, createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto';
import { type DataKey, type Keyring, keyIdBytes } from '../keys/keyring.js';

/**
 * A stored file: `magic ‖ nonce ‖ ciphertext ‖ tag`, under an AES-256-GCM key of its own that lies elsewhere; the file's id
 * is bound to it, so that two files cannot be exchanged for one another on the disk.
 *
 * Files of before 0.5.0 hold their key, wrapped by a data key: `PZF2 ‖ id of the data key ‖ wrap nonce ‖ wrapped key ‖
 * wrap tag ‖ nonce ‖ ciphertext ‖ tag`; those of before data keys had ids begin with `PZF1` and lack that field.
 */
const magic = Buffer.from('PZF3', 'ascii');
const namedMagic = Buffer.from('PZF2', 'ascii');
const unnamedMagic = Buffer.from('PZF1', 'ascii');
const magicBytes = magic.length;
const nonceBytes = 12;
const keyBytes = 32;
const tagBytes = 16;
const wrapBytes = nonceBytes + keyBytes + tagBytes;

/** Enough of a file's beginning to tell where its key is, and to unwrap one that it holds. */
export const headBytes = magicBytes + keyIdBytes + wrapBytes;

/** No data key of ours opens the file; `keyId` where the file names one. */
export class NoKeyFits extends Error {
  constructor(readonly keyId: string | null) {
    super('no data key opens the file');
  }
}

export function startEncryption(fileId: string): { key: Buffer; header: Buffer; cipher: CipherGCM } {
  const key = randomBytes(keyBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(fileId));
  return { key, header: Buffer.concat([magic, nonce]), cipher };
}

/** Whether the key of a file lies elsewhere; else it holds it. Throws for what is no stored file. */
export function isKeyApart(stored: Buffer): boolean {
  const found = stored.subarray(0, magicBytes);
  if (found.equals(magic) && stored.length >= magicBytes + nonceBytes + tagBytes) return true;
  const holds = found.equals(namedMagic) || found.equals(unnamedMagic);
  if (holds && stored.length >= headBytes) return false;
  throw new Error('not a stored file');
}

/** The plain bytes of a file whose key lies elsewhere. Throws when it was cut, altered or exchanged. */
export function decrypt(key: Buffer, fileId: string, stored: Buffer): Buffer {
  const body = magicBytes + nonceBytes;
  if (stored.length < body + tagBytes) throw new Error('the file is cut');
  return opened(
    createDecipheriv('aes-256-gcm', key, stored.subarray(magicBytes, body)),
    boundTo(fileId),
    stored.subarray(body, stored.length - tagBytes),
    stored.subarray(-tagBytes),
  );
}

/** The key that a file of before 0.5.0 holds, by its first `headBytes`, and the file without it. @throws NoKeyFits */
export function withoutKey(keys: Keyring, fileId: string, stored: Buffer): { key: Buffer; file: Buffer } {
  const isNamed = stored.subarray(0, magicBytes).equals(namedMagic);
  const at = magicBytes + (isNamed ? keyIdBytes : 0);
  const key = isNamed ? namedKey(keys, fileId, stored) : unnamedKey(keys, fileId, stored);
  return { key, file: Buffer.concat([magic, stored.subarray(at + wrapBytes)]) };
}

function namedKey(keys: Keyring, fileId: string, stored: Buffer): Buffer {
  const id = stored.subarray(magicBytes, magicBytes + keyIdBytes);
  const under = keys.find(id);
  if (under === null) throw new NoKeyFits(id.toString('hex'));
  return unwrapped(stored, magicBytes + keyIdBytes, under, fileId);
}

function unnamedKey(keys: Keyring, fileId: string, stored: Buffer): Buffer {
  for (const under of keys.all) {
    try {
      return unwrapped(stored, magicBytes, under, fileId);
    } catch {
      // another key may fit
    }
  }
  throw new NoKeyFits(null);
}

function unwrapped(stored: Buffer, at: number, { key }: DataKey, fileId: string): Buffer {
  const [nonce, wrapped, tag] = [nonceBytes, keyBytes, tagBytes].map((bytes) => {
    const start = at;
    at += bytes;
    return stored.subarray(start, at);
  }) as [Buffer, Buffer, Buffer];
  return opened(createDecipheriv('aes-256-gcm', key, nonce), Buffer.from(`file-key:${fileId}`), wrapped, tag);
}

const boundTo = (fileId: string): Buffer => Buffer.from(`file:${fileId}`);

function opened(decipher: DecipherGCM, bound: Buffer, body: Buffer, tag: Buffer): Buffer {
  decipher.setAAD(bound).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
