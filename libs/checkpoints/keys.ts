import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { bytesOfBase64 } from './base64.js';
import { NotACheckpoint } from './errors.js';

/** Of the C2SP signed-note specification: Ed25519 over the text of a note. */
const ed25519 = 1;
const keyBytes = 32;

/** What Node reads keys from: the DER of PKCS #8 and SPKI before the 32 bytes of an Ed25519 key (RFC 8410). */
const privateHeader = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHeader = Buffer.from('302a300506032b6570032100', 'hex');

/** Names of logs and keys: visible ASCII that needs no escape in JSON, so that every reader takes the same for one. */
const nameForm = /^[!#-*,-[\]-~]+$/;

export const isLogName = (name: unknown): name is string => typeof name === 'string' && nameForm.test(name);

/** A public key as notes name it. */
export class VerifierKey {
  /** Of a note's signature: `SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)`, its first four bytes. */
  readonly id: Buffer;
  private readonly key: KeyObject;

  constructor(
    readonly name: string,
    readonly publicKey: Buffer,
  ) {
    if (!isLogName(name))
      throw new NotACheckpoint(
        'key',
        `"${name}" is no name of a key`,
        'visible ASCII without plus, quote and backslash',
      );
    const typed = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.from([ed25519]), publicKey]);
    this.id = createHash('sha256').update(typed).digest().subarray(0, 4);
    this.key = createPublicKey({ key: Buffer.concat([publicHeader, publicKey]), format: 'der', type: 'spki' });
  }

  /** `name+id+base64(0x01 ‖ public key)`, as the tools of transparency logs take it. */
  get text(): string {
    return `${this.name}+${this.id.toString('hex')}+${Buffer.concat([Buffer.from([ed25519]), this.publicKey]).toString('base64')}`;
  }

  /** What people compare: SHA-256 of the public key, in hex. */
  get fingerprint(): string {
    return createHash('sha256').update(this.publicKey).digest('hex');
  }

  verifies(text: string, signature: Buffer): boolean {
    return verifyBytes(null, Buffer.from(text, 'utf8'), this.key, signature);
  }

  /** Reads what `text` writes. @throws NotACheckpoint */
  static read(text: string): VerifierKey {
    const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
    const bytes = bytesOfBase64(encoded);
    if (!bytes || bytes.length !== keyBytes + 1 || bytes[0] !== ed25519) {
      throw new NotACheckpoint('key', 'it is not a public key', 'name+id+base64 of 0x01 and the 32 bytes of a key');
    }
    const key = new VerifierKey(name, bytes.subarray(1));
    if (key.id.toString('hex') !== id)
      throw new NotACheckpoint('key', 'its id is not that of its name and bytes', key.id.toString('hex'));
    return key;
  }
}

/** A key that signs; 32 random bytes are all of it (the seed of RFC 8032). */
export class SigningKey {
  private readonly key: KeyObject;
  readonly publicKey: Buffer;

  constructor(seed: Uint8Array) {
    if (seed.length !== keyBytes) throw new RangeError('A signing key must have 32 bytes.');
    this.key = createPrivateKey({ key: Buffer.concat([privateHeader, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.key).export({ format: 'der', type: 'spki' }).subarray(publicHeader.length);
  }

  as(name: string): VerifierKey {
    return new VerifierKey(name, this.publicKey);
  }

  sign(text: string): Buffer {
    return signBytes(null, Buffer.from(text, 'utf8'), this.key);
  }
}
