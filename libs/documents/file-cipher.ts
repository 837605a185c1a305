import { type CipherGCM, createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto';

/**
 * A stored file: `magic ‖ wrap nonce ‖ wrapped key ‖ wrap tag ‖ nonce ‖ ciphertext ‖ tag`. Each file has its own
 * AES-256-GCM key, wrapped by the installation's data key; the file's id is bound to both, so that two files cannot
 * be exchanged for one another on the disk.
 */
const magic = Buffer.from('PZF1', 'ascii');
const nonceBytes = 12;
const keyBytes = 32;
const tagBytes = 16;
const headerBytes = magic.length + nonceBytes + keyBytes + tagBytes + nonceBytes;

export const overheadBytes = headerBytes + tagBytes;

export function startEncryption(dataKey: Buffer, fileId: string): { header: Buffer; cipher: CipherGCM } {
  const key = randomBytes(keyBytes);
  const wrapNonce = randomBytes(nonceBytes);
  const wrap = createCipheriv('aes-256-gcm', dataKey, wrapNonce).setAAD(Buffer.from(`file-key:${fileId}`));
  const wrapped = Buffer.concat([wrap.update(key), wrap.final()]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`file:${fileId}`));
  return { header: Buffer.concat([magic, wrapNonce, wrapped, wrap.getAuthTag(), nonce]), cipher };
}

/** The plain bytes. Throws when the file was cut, altered, exchanged, or written under another data key. */
export function decrypt(dataKey: Buffer, fileId: string, stored: Buffer): Buffer {
  if (stored.length < overheadBytes || !stored.subarray(0, magic.length).equals(magic))
    throw new Error('not a stored file');
  let at = magic.length;
  const take = (bytes: number): Buffer => {
    const start = at;
    at += bytes;
    return stored.subarray(start, at);
  };
  const wrapNonce = take(nonceBytes);
  const wrapped = take(keyBytes);
  const wrapTag = take(tagBytes);
  const nonce = take(nonceBytes);
  const key = open(createDecipheriv('aes-256-gcm', dataKey, wrapNonce), `file-key:${fileId}`, wrapped, wrapTag);
  const body = stored.subarray(headerBytes, stored.length - tagBytes);
  return open(createDecipheriv('aes-256-gcm', key, nonce), `file:${fileId}`, body, stored.subarray(-tagBytes));
}

function open(decipher: DecipherGCM, bound: string, body: Buffer, tag: Buffer): Buffer {
  decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
