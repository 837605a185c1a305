import { hash } from 'node:crypto';
import { canonicalBytes } from './canonicalize.js';

/** Who acted, as the ledger keeps it: a reference, never a name. */
export interface LedgerActor {
  kind: string;
  id: string;
}

/**
 * The whole of one ledger entry: exactly these members are hashed. `seq` counts from 1 within the stream;
 * `recordedAt` is the stream's own time and `storedAt` the database's clock (UTC, ISO 8601 with milliseconds);
 * `validOn` is the civil day in Asia/Shanghai on which the act is true. `data` holds no personal data.
 */
export interface Envelope {
  stream: string;
  seq: number;
  recordedAt: string;
  storedAt: string;
  validOn: string;
  actor: LedgerActor;
  commandId: string;
  type: string;
  v: number;
  data: unknown;
}

/** An entry as it lies in the chain: canonical bytes, the previous entry's hash, its own. */
export interface SealedEntry {
  stream: string;
  seq: number;
  body: Buffer;
  prev: Buffer;
  hash: Buffer;
}

/** `prev` of a stream's first entry. */
export const genesis: Buffer = Buffer.alloc(32);

const separator = Buffer.from([0]);

/** `sha256(0x00 ‖ prev ‖ body)`; the leading byte keeps an entry's hash apart from every other use of SHA-256. */
export function entryHash(prev: Uint8Array, body: Uint8Array): Buffer {
  // In one call: a hash object for each of a million entries outlives many a sweep of the memory.
  return hash('sha256', Buffer.concat([separator, prev, body]), 'buffer');
}

/** Links the envelopes, in the order given, to the entry whose hash is `prev`. */
export function seal(prev: Buffer, envelopes: readonly Envelope[]): SealedEntry[] {
  let last = prev;
  return envelopes.map((envelope) => {
    const body = canonicalBytes(envelope);
    const entry = { stream: envelope.stream, seq: envelope.seq, body, prev: last, hash: entryHash(last, body) };
    last = entry.hash;
    return entry;
  });
}

export function openBody(body: Uint8Array): Envelope {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return JSON.parse(bytes.toString('utf8')) as Envelope;
}
