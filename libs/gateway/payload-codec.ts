import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { type DataKey, Keyring } from '../keys/keyring.js';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

const encoding = 'binary/paizhao-aes-256-gcm';
/** Metadata that names the data key; messages of before keys had names lack it. */
const keyName = 'paizhao-key';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts all that Temporal stores of our messages (AES-256-GCM, a key of its own derived from the installation's
 * data key). They hold no personal data anyway: this keeps a mistake from becoming a leak.
 */
export class EncryptingCodec implements PayloadCodec {
  readonly #keys: readonly DataKey[];

  /** @param keys the keyring, or its only key */
  constructor(keys: Keyring | Uint8Array) {
    this.#keys = (keys instanceof Keyring ? keys : new Keyring(keys)).all.map(messageKey);
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.seal(payload));
  }

  /** What was stored before the codec was switched on is read as it is. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (isSealed(payload) ? this.open(payload) : payload));
  }

  private seal(payload: Payload): Payload {
    const [current] = this.#keys;
    if (!current) throw new Error('a keyring is never empty');
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', current.key, iv);
    const text = Buffer.concat([cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()]);
    return {
      metadata: { encoding: Buffer.from(encoding), [keyName]: current.id },
      data: Buffer.concat([iv, cipher.getAuthTag(), text]),
    };
  }

  private open({ metadata, data }: Payload): Payload {
    const id = metadata?.[keyName];
    const candidates = id ? this.#keys.filter((key) => key.id.equals(id)) : this.#keys;
    let why: unknown = new Error('a message is encrypted under a data key that this process does not have');
    for (const { key } of candidates) {
      try {
        return PayloadMessage.decode(openedWith(key, Buffer.from(data ?? [])));
      } catch (error) {
        why = error; // another key may fit
      }
    }
    throw why;
  }
}

const messageKey = ({ id, key }: DataKey): DataKey => ({
  id,
  key: Buffer.from(hkdfSync('sha256', key, new Uint8Array(), 'paizhao temporal payloads', 32)),
});

function openedWith(key: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
}

function isSealed({ metadata }: Payload): boolean {
  const name = metadata?.encoding;
  return name != null && Buffer.from(name).toString() === encoding;
}
