import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskPlace } from './disk-place.js';
import { FileStoreUnavailable } from './errors.js';
import type { FilePlace } from './file-place.js';
import { type Bucket, S3Place } from './s3/s3-place.js';

/** Small files of our own, as they are: for what is no secret and must be readable without this program. */
export interface PlainStore {
  /** @throws FileStoreUnavailable */
  keep(name: string, content: Buffer): Promise<void>;
  /** Null where there is none. @throws FileStoreUnavailable */
  read(name: string): Promise<Buffer | null>;
}

/** A folder, or a bucket of an S3-compatible store. */
export type PlainPlace = { directory: string } | { bucket: Bucket };

export function openPlainStore(where: PlainPlace): PlainStore {
  const place: FilePlace = 'bucket' in where ? new S3Place(where.bucket) : new DiskPlace(where.directory);
  const partialFolder = 'bucket' in where ? join(tmpdir(), 'paizhao-uploads') : join(where.directory, 'partial');
  return {
    keep: (name, content) => told(() => keep(place, partialFolder, name, content)),
    read: (name) => told(() => place.read(name)),
  };
}

async function keep(place: FilePlace, partialFolder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(partialFolder, { recursive: true, mode: 0o700 });
  const path = join(partialFolder, randomUUID());
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600, flush: true });
    await place.keep(name, path);
  } finally {
    await rm(path, { force: true });
  }
}

/** What a disk says, in the words of a store. */
async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof FileStoreUnavailable || code === undefined) throw error;
    throw new FileStoreUnavailable(code);
  }
}
