import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import type { DocumentStore, StoredDocument } from './document-store.js';
import { DocumentUnreadable, FileEmpty, FileTooLarge } from './errors.js';
import { decrypt, startEncryption } from './file-cipher.js';
import { checkMediaType, detectMediaType } from './media-type.js';

export interface DiskDocumentStoreOptions {
  directory: string;
  /** 32 bytes; wraps the key of each file. */
  dataKey: Buffer;
  maxBytes: number;
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Documents as encrypted files: written under a temporary name, synced, renamed, and the folder synced, so that a
 * file under its final name is whole. Plain bytes never touch the disk.
 */
export class DiskDocumentStore implements DocumentStore {
  constructor(private readonly options: DiskDocumentStoreOptions) {}

  async put(id: string, fileName: string, content: Readable): Promise<StoredDocument> {
    const target = this.path(id);
    const partial = join(this.partialFolder(), `${id}.partial`);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await mkdir(this.partialFolder(), { recursive: true, mode: 0o700 });
    const probe = new PassThrough();
    const detected = detectMediaType(probe);
    // A probe that fails because the upload was cut short has nothing to add to the upload's own error.
    detected.catch(() => undefined);
    let file: FileHandle | undefined;
    try {
      file = await open(partial, 'wx', 0o600);
      const { sha256, bytes } = await this.encryptInto(file, id, content, probe);
      const mediaType = checkMediaType(await detected, fileName);
      await file.sync();
      await file.close();
      await rename(partial, target);
      await syncFolder(dirname(target));
      return { id, sha256, bytes, mediaType };
    } catch (error) {
      content.resume();
      await file?.close().catch(() => undefined);
      await rm(partial, { force: true });
      throw error;
    } finally {
      probe.destroy();
    }
  }

  async read(id: string): Promise<Buffer> {
    let stored: Buffer;
    try {
      stored = await readFile(this.path(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new DocumentUnreadable(id, 'missing');
      throw error;
    }
    try {
      return decrypt(this.options.dataKey, id, stored);
    } catch {
      throw new DocumentUnreadable(id, 'altered');
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  async sweepPartial(olderThanMs: number): Promise<number> {
    const names = await readdir(this.partialFolder()).catch(() => [] as string[]);
    let removed = 0;
    for (const name of names) {
      const path = join(this.partialFolder(), name);
      const found = await stat(path).catch(() => null);
      if (found === null || Date.now() - found.mtimeMs < olderThanMs) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }

  private async encryptInto(
    file: FileHandle,
    id: string,
    content: Readable,
    probe: PassThrough,
  ): Promise<{ sha256: string; bytes: number }> {
    const { header, cipher } = startEncryption(this.options.dataKey, id);
    const hash = createHash('sha256');
    let bytes = 0;
    await file.write(header);
    // The caller's form reader must live on after a refusal, so that it can be answered.
    for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > this.options.maxBytes) throw new FileTooLarge(this.options.maxBytes);
      hash.update(chunk);
      // The probe stops reading when it knows the type; what it leaves unread is bounded by the size limit.
      if (!probe.destroyed) probe.write(chunk);
      const encrypted = cipher.update(chunk);
      if (encrypted.length > 0) await file.write(encrypted);
    }
    if (bytes === 0) throw new FileEmpty();
    if (!probe.destroyed) probe.end();
    await file.write(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
    return { sha256: hash.digest('hex'), bytes };
  }

  /** Two characters of the id make the folder, so that no folder grows without bound. */
  private path(id: string): string {
    if (!idShape.test(id)) throw new DocumentUnreadable(id, 'missing');
    return join(this.options.directory, id.slice(0, 2), id);
  }

  private partialFolder(): string {
    return join(this.options.directory, 'partial');
  }
}

/** A rename is durable once its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
