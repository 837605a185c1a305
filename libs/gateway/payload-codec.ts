import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

const encoding = 'binary/paizhao-aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts all that Temporal stores of our messages (AES-256-GCM, a key of its own derived from the installation's
 * data key). They hold no personal data anyway: this keeps a mistake from becoming a leak.
 */
export class EncryptingCodec implements PayloadCodec {
  readonly #key: Buffer;

  constructor(dataKey: Uint8Array) {
    this.#key = Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(), 'paizhao temporal payloads', 32));
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => ({ metadata: { encoding: Buffer.from(encoding) }, data: this.seal(payload) }));
  }

  /** What was stored before the codec was switched on is read as it is. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (isSealed(payload) ? this.open(payload) : payload));
  }

  private seal(payload: Payload): Uint8Array {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const text = Buffer.concat([cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]);
  }

  private open({ data }: Payload): Payload {
    const bytes = Buffer.from(data ?? []);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return PayloadMessage.decode(text);
  }
}

function isSealed({ metadata }: Payload): boolean {
  const name = metadata?.encoding;
  return name != null && Buffer.from(name).toString() === encoding;
}
