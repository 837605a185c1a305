import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { BackupDamaged, BackupKeyWrong, NotABackup } from './errors.js';

/**
 * The file of a backup: a head of 80 bytes, then chunks of at most 64 KiB, each under AES-256-GCM with a nonce of its
 * number and a mark on the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015, as `age`
 * has it), so that no chunk can be changed, dropped, repeated, moved or added unseen. The key comes from the words of
 * the key file and a salt of the file's own by scrypt (RFC 7914); docs/backup.md describes the bytes.
 */
const magic = Buffer.from('paizhao-backup\n\x01', 'latin1');
const saltBytes = 32;
const checkBytes = 32;
const tagBytes = 16;

export const headBytes = magic.length + saltBytes + checkBytes;
export const chunkBytes = 65_536;

/** 128 MiB and about half a second for each guess at the words. */
const hard = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

/** What the words of a key file become for one backup. */
export type DeriveKey = (salt: Buffer) => Promise<Buffer>;

export const keyFromWords =
  (words: string): DeriveKey =>
  (salt) =>
    new Promise((resolve, reject) => {
      scrypt(words.normalize('NFKC'), salt, 32, hard, (error, key) => (error ? reject(error) : resolve(key)));
    });

export async function* sealed(derive: DeriveKey, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const keys = keysOf(await derive(salt), salt);
  yield Buffer.concat([magic, salt, keys.check]);
  let number = 0;
  for await (const { bytes, last } of inChunks(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', keys.content, nonce(number++, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * The plain bytes, each chunk authenticated before it is handed out. A consumer may use what it has seen only once the
 * end was reached.
 * @throws NotABackup, BackupKeyWrong, BackupDamaged
 */
export async function* opened(derive: DeriveKey, file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let keys: Keys | null = null;
  let number = 0;
  for await (const { bytes, last } of inChunks(file, chunkBytes + tagBytes, headBytes)) {
    if (keys === null) {
      keys = await keysOfHead(derive, bytes);
      if (last) throw new BackupDamaged('was cut', headBytes);
      continue;
    }
    yield openedChunk(keys, number++, bytes, last);
  }
}

interface Keys {
  content: Buffer;
  /** Tells a wrong key from changed content. */
  check: Buffer;
}

function keysOf(key: Buffer, salt: Buffer): Keys {
  const part = (use: string): Buffer => Buffer.from(hkdfSync('sha256', key, salt, `paizhao backup ${use}`, 32));
  return {
    content: part('content'),
    check: createHmac('sha256', part('check')).update(magic).update(salt).digest(),
  };
}

async function keysOfHead(derive: DeriveKey, head: Buffer): Promise<Keys> {
  if (!head.subarray(0, magic.length).equals(magic)) throw new NotABackup('it begins otherwise');
  if (head.length < headBytes) throw new BackupDamaged('was cut', head.length);
  const salt = head.subarray(magic.length, magic.length + saltBytes);
  const keys = keysOf(await derive(salt), salt);
  if (!timingSafeEqual(keys.check, head.subarray(magic.length + saltBytes))) throw new BackupKeyWrong();
  return keys;
}

function openedChunk(keys: Keys, number: number, bytes: Buffer, last: boolean): Buffer {
  const offset = headBytes + number * (chunkBytes + tagBytes);
  const plain = plainOf(keys, nonce(number, last), bytes);
  if (plain) return plain;
  // Whole, but marked as one that others follow.
  if (last && plainOf(keys, nonce(number, false), bytes)) throw new BackupDamaged('was cut', offset);
  if (!last && plainOf(keys, nonce(number, true), bytes)) throw new BackupDamaged('goes on after its end', offset);
  throw new BackupDamaged('was cut or changed', offset);
}

function plainOf({ content }: Keys, iv: Buffer, bytes: Buffer): Buffer | null {
  if (bytes.length < tagBytes) return null;
  const end = bytes.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', content, iv, { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  } catch {
    return null; // the tag is another one; said by whoever asked
  }
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Pieces of one size, the last one as long as is left; the very first of `firstBytes`. There is always one. */
async function* inChunks(
  source: AsyncIterable<Buffer>,
  bytesEach: number,
  firstBytes = bytesEach,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held = Buffer.alloc(0);
  let size = firstBytes;
  for await (const more of source) {
    held = Buffer.concat([held, more]);
    let start = 0;
    // A byte beyond a chunk shows that it is not the last.
    for (; held.length - start > size; size = bytesEach) {
      yield { bytes: held.subarray(start, start + size), last: false };
      start += size;
    }
    held = held.subarray(start);
  }
  yield { bytes: held, last: true };
}
