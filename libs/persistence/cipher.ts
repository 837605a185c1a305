import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { canonicalBytes } from '../ledger/canonicalize.js';

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + ivBytes + tagBytes;

/**
 * AES-256-GCM under the installation's data key. `place` names where the bytes belong (such as `person-mail:<id>`): it
 * is authenticated, so that a ciphertext moved to another row or column does not open.
 * Layout: version, IV, tag, ciphertext.
 */
export class Cipher {
  readonly #key: Buffer;
  readonly #fingerprintKey: Buffer;

  constructor(dataKey: Uint8Array) {
    if (dataKey.length !== 32) throw new RangeError('The data key must have 32 bytes.');
    this.#key = Buffer.from(dataKey);
    this.#fingerprintKey = createHmac('sha256', this.#key).update('paizhao fingerprint').digest();
  }

  seal(place: string, plain: Uint8Array): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(place, 'utf8'));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), text]);
  }

  /** Throws where key, place or bytes are not those of the sealing. */
  open(place: string, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== version || bytes.length < headerBytes) throw new Error('These bytes were not sealed here.');
    const iv = bytes.subarray(1, 1 + ivBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, iv, { authTagLength: tagBytes })
      .setAAD(Buffer.from(place, 'utf8'))
      .setAuthTag(bytes.subarray(1 + ivBytes, headerBytes));
    return Buffer.concat([decipher.update(bytes.subarray(headerBytes)), decipher.final()]);
  }

  sealText(place: string, text: string): Buffer {
    return this.seal(place, Buffer.from(text, 'utf8'));
  }

  openText(place: string, sealed: Uint8Array): string {
    return this.open(place, sealed).toString('utf8');
  }

  /** Keyed hash (hex) of a request, by which a repeat is told from another body. Tells nothing about its content. */
  fingerprint(request: unknown): string {
    return createHmac('sha256', this.#fingerprintKey).update(canonicalBytes(request)).digest('hex');
  }
}
