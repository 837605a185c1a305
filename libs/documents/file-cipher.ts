import { type CipherGCM, createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto';
import { type DataKey, type Keyring, keyIdBytes } from '../keys/keyring.js';

/**
 * A stored file: `magic ‖ id of the data key ‖ wrap nonce ‖ wrapped key ‖ wrap tag ‖ nonce ‖ ciphertext ‖ tag`. Each file
 * has its own AES-256-GCM key, wrapped by a data key; the file's id is bound to both, so that two files cannot be
 * exchanged for one another on the disk. Files of before data keys had ids begin with `PZF1` and lack that field.
 */
const magic = Buffer.from('PZF2', 'ascii');
const unnamedMagic = Buffer.from('PZF1', 'ascii');
const nonceBytes = 12;
const keyBytes = 32;
const tagBytes = 16;
const wrapBytes = nonceBytes + keyBytes + tagBytes;

/** Enough of a file's beginning to unwrap its key. */
export const headBytes = magic.length + keyIdBytes + wrapBytes;

/** No data key of ours opens the file; `keyId` where the file names one. */
export class NoKeyFits extends Error {
  constructor(readonly keyId: string | null) {
    super('no data key opens the file');
  }
}

interface Head {
  under: DataKey;
  fileKey: Buffer;
  /** Where nonce and content begin. */
  end: number;
}

export function startEncryption(keys: Keyring, fileId: string): { header: Buffer; cipher: CipherGCM } {
  const key = randomBytes(keyBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`file:${fileId}`));
  return { header: Buffer.concat([headOf(keys.current, fileId, key), nonce]), cipher };
}

/** The plain bytes. Throws when the file was cut, altered or exchanged. @throws NoKeyFits */
export function decrypt(keys: Keyring, fileId: string, stored: Buffer): Buffer {
  const { fileKey, end } = unwrap(keys, fileId, stored);
  const body = end + nonceBytes;
  if (stored.length < body + tagBytes) throw new Error('the file is cut');
  return opened(
    createDecipheriv('aes-256-gcm', fileKey, stored.subarray(end, body)),
    `file:${fileId}`,
    stored.subarray(body, stored.length - tagBytes),
    stored.subarray(-tagBytes),
  );
}

/** Whether the current data key opens a file, by its first `headBytes`. @throws NoKeyFits */
export function isUnderCurrent(keys: Keyring, fileId: string, head: Buffer): boolean {
  return unwrap(keys, fileId, head).under === keys.current && head.subarray(0, magic.length).equals(magic);
}

/** The same file with its key wrapped under the current data key. @throws NoKeyFits */
export function rewrapped(keys: Keyring, fileId: string, stored: Buffer): Buffer {
  const { fileKey, end } = unwrap(keys, fileId, stored);
  return Buffer.concat([headOf(keys.current, fileId, fileKey), stored.subarray(end)]);
}

function headOf({ id, key }: DataKey, fileId: string, fileKey: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const wrap = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(fileId));
  const wrapped = Buffer.concat([wrap.update(fileKey), wrap.final()]);
  return Buffer.concat([magic, id, nonce, wrapped, wrap.getAuthTag()]);
}

function unwrap(keys: Keyring, fileId: string, stored: Buffer): Head {
  const found = stored.subarray(0, magic.length);
  if (stored.length < headBytes || !(found.equals(magic) || found.equals(unnamedMagic)))
    throw new Error('not a stored file');
  if (found.equals(unnamedMagic)) return unwrapUnnamed(keys, fileId, stored);
  const id = stored.subarray(magic.length, magic.length + keyIdBytes);
  const under = keys.find(id);
  if (under === null) throw new NoKeyFits(id.toString('hex'));
  return { under, fileKey: fileKeyAt(stored, magic.length + keyIdBytes, under, fileId), end: headBytes };
}

function unwrapUnnamed(keys: Keyring, fileId: string, stored: Buffer): Head {
  for (const under of keys.all) {
    try {
      const fileKey = fileKeyAt(stored, magic.length, under, fileId);
      return { under, fileKey, end: magic.length + wrapBytes };
    } catch {
      // another key may fit
    }
  }
  throw new NoKeyFits(null);
}

function fileKeyAt(stored: Buffer, at: number, { key }: DataKey, fileId: string): Buffer {
  const [nonce, wrapped, tag] = [nonceBytes, keyBytes, tagBytes].map((bytes) => {
    const start = at;
    at += bytes;
    return stored.subarray(start, at);
  }) as [Buffer, Buffer, Buffer];
  return opened(createDecipheriv('aes-256-gcm', key, nonce), `file-key:${fileId}`, wrapped, tag);
}

const boundTo = (fileId: string): Buffer => Buffer.from(`file-key:${fileId}`);

function opened(decipher: DecipherGCM, bound: string, body: Buffer, tag: Buffer): Buffer {
  decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
