import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GivenKeys, type Keyring, keyringOf } from '../keys/keyring.js';
import { ClamdScanner } from './clamd.js';
import { DiskPlace } from './disk-place.js';
import type { DocumentStore } from './document-store.js';
import { EncryptedDocumentStore } from './encrypted-document-store.js';
import type { FileKeys } from './file-keys.js';
import { type Bucket, S3Place } from './s3/s3-place.js';

export interface DocumentStoreOptions {
  /** Where files are kept; with a bucket only what is still arriving. */
  directory: string;
  bucket?: Bucket | null;
  keys: Keyring;
  fileKeys: FileKeys;
  maxBytes: number;
  /** Address of the virus scanner: host:port, or the path of its socket; none where it is left out. */
  clamd?: string | null;
}

export function openDocumentStore(options: DocumentStoreOptions): DocumentStore {
  const { directory, bucket, keys, fileKeys, maxBytes, clamd } = options;
  return new EncryptedDocumentStore({
    place: bucket ? new S3Place(bucket) : new DiskPlace(directory),
    partialFolder: join(directory, 'partial'),
    keys,
    fileKeys,
    maxBytes,
    scanner: clamd ? new ClamdScanner(clamd) : null,
  });
}

/** What a process was given of files. */
export interface GivenFiles extends GivenKeys {
  filesDir: string | null;
  bucket: (Omit<Bucket, 'secretKey'> & { secretKey: { reveal(): string } }) | null;
  clamd: string | null;
  http: { uploadMaxBytes: number };
}

/** Null where the process was given neither a folder nor a bucket. */
export function documentStoreOf(given: GivenFiles, fileKeys: FileKeys): DocumentStore | null {
  const { filesDir, bucket, clamd, http } = given;
  const directory = filesDir ?? (bucket && join(tmpdir(), 'paizhao-uploads'));
  if (directory === null) return null;
  return openDocumentStore({
    directory,
    bucket: bucket && { ...bucket, secretKey: bucket.secretKey.reveal() },
    keys: keyringOf(given),
    fileKeys,
    maxBytes: http.uploadMaxBytes,
    clamd,
  });
}
