import { Client, type Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from '../keys/keyring.js';
import { EncryptingCodec } from './payload-codec.js';

/** How messages are stored by Temporal; the same for client and worker. `encryptWith`: null leaves them readable. */
export function dataConverter(encryptWith: Keyring | Uint8Array | null): DataConverter | undefined {
  return encryptWith ? { payloadCodecs: [new EncryptingCodec(encryptWith)] } : undefined;
}

export interface ClientOptions {
  connection: Connection;
  namespace: string;
  /** The installation's data keys in production, null elsewhere. */
  encryptWith: Keyring | Uint8Array | null;
}

export function createClient({ connection, namespace, encryptWith }: ClientOptions): Client {
  const converter = dataConverter(encryptWith);
  return new Client({ connection, namespace, ...(converter ? { dataConverter: converter } : {}) });
}
