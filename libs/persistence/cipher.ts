import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type DataKey, Keyring, keyIdBytes } from '../keys/keyring.js';
import { canonicalBytes } from '../ledger/canonicalize.js';
import { DataKeyMissing } from './data-key-missing.js';
import { OwnKeyGone } from './own-key-gone.js';

/** Version 1 named no key. */
const unnamed = 1;
const named = 2;
/** As 2, under a key that one record has for itself. */
const own = 3;
const ivBytes = 12;
const tagBytes = 16;

/** Bytes at the beginning of what was sealed that say under which key. */
export const sealedPrefixBytes = 1 + keyIdBytes;

/**
 * AES-256-GCM under the installation's data key. `place` names where the bytes belong (such as `person-mail:<id>`): it
 * is authenticated, so that a ciphertext moved to another row or column does not open.
 * Layout: version, id of the key, IV, tag, ciphertext.
 */
export class Cipher {
  /** How everything begins that is sealed under the current key. */
  readonly currentPrefix: Buffer;
  readonly #keys: Keyring;
  readonly #fingerprintKey: Buffer;

  /**
   * @param keys the keyring, or its only key
   * @param fingerprintKey the installation's own (`openCipher`); without it the one that goes with the current key
   */
  constructor(keys: Keyring | Uint8Array, fingerprintKey?: Uint8Array, version: number = named) {
    this.#keys = keys instanceof Keyring ? keys : new Keyring(keys);
    this.#fingerprintKey = Buffer.from(fingerprintKey ?? fingerprintKeyOf(this.#keys.current));
    this.currentPrefix = Buffer.concat([Buffer.from([version]), this.#keys.current.id]);
  }

  /** Seals under a key that one record has for itself; opens that, and whatever this cipher opens. */
  under(ownKey: Uint8Array): Cipher {
    const ours = this.#keys.all.map(({ key }) => key);
    return new Cipher(new Keyring(ownKey, ours), this.#fingerprintKey, own);
  }

  seal(place: string, plain: Uint8Array): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#keys.current.key, iv).setAAD(Buffer.from(place, 'utf8'));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([this.currentPrefix, iv, cipher.getAuthTag(), text]);
  }

  /**
   * Throws where place or bytes are not those of the sealing.
   * @throws DataKeyMissing where no key of ours opens it, OwnKeyGone where the record's own key is no more
   */
  open(place: string, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    if (bytes[0] === unnamed) return this.openUnnamed(place, bytes.subarray(1));
    if (bytes[0] !== named && bytes[0] !== own) throw new Error('These bytes were not sealed here.');
    const id = bytes.subarray(1, sealedPrefixBytes);
    const key = this.#keys.find(id);
    if (key === null) throw this.missing(bytes[0], id);
    return openUnder(key, place, bytes.subarray(sealedPrefixBytes));
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

  private missing(layout: number, id: Buffer): Error {
    if (layout === named) return new DataKeyMissing(id.toString('hex'));
    // A record that has a key opens neither what another one's sealed, nor what its own did before it was destroyed.
    return isUnderOwnKey(this.currentPrefix)
      ? new OwnKeyGone('These bytes belong to another record, or to a key that was destroyed.')
      : new OwnKeyGone();
  }

  private openUnnamed(place: string, body: Buffer): Buffer {
    for (const key of this.#keys.all) {
      const opened = opens(() => openUnder(key, place, body));
      if (opened) return opened;
    }
    throw new DataKeyMissing(null);
  }
}

/** Whether bytes were sealed under a record's own key. */
export const isUnderOwnKey = (sealed: Uint8Array): boolean => sealed[0] === own;

/** How everything begins that is sealed under an own key, whichever. */
export const ownPrefix: Buffer = Buffer.from([own]);

/** What fingerprints are keyed with in an installation that began with this data key. */
export const fingerprintKeyOf = ({ key }: DataKey): Buffer =>
  createHmac('sha256', key).update('paizhao fingerprint').digest();

function openUnder({ key }: DataKey, place: string, body: Buffer): Buffer {
  if (body.length < ivBytes + tagBytes) throw new Error('These bytes were cut.');
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place, 'utf8'))
    .setAuthTag(body.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(body.subarray(ivBytes + tagBytes)), decipher.final()]);
}

function opens(open: () => Buffer): Buffer | null {
  try {
    return open();
  } catch {
    return null; // another key may fit
  }
}
