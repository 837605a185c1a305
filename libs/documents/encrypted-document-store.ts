import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Keyring } from '../keys/keyring.js';
import type { DocumentStore, Fault, KeyPlace, StoredDocument, StoreHealth } from './document-store.js';
import { DocumentUnreadable, FileEmpty, FileStoreUnavailable, FileTooLarge } from './errors.js';
import { decrypt, headBytes, isKeyApart, NoKeyFits, startEncryption, withoutKey } from './file-cipher.js';
import type { FileKeys } from './file-keys.js';
import type { FilePlace } from './file-place.js';
import { Inspection } from './inspection.js';
import type { Scan, Scanner } from './scanner.js';

export interface EncryptedDocumentStoreOptions {
  /** Where finished files lie. */
  place: FilePlace;
  /** Folder for uploads until they are whole; on the disk of `place` where that is a disk. */
  partialFolder: string;
  /** Wrap the keys of files that hold theirs. */
  keys: Keyring;
  fileKeys: FileKeys;
  maxBytes: number;
  /** Null where nothing is scanned. */
  scanner: Scanner | null;
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Documents as encrypted files: checked, hashed, scanned and encrypted while they arrive, written under a temporary name
 * and synced, and kept once all of that is done. Plain bytes never touch the disk, names of clients neither.
 */
export class EncryptedDocumentStore implements DocumentStore {
  constructor(private readonly options: EncryptedDocumentStoreOptions) {}

  get maxBytes(): number {
    return this.options.maxBytes;
  }

  async put(id: string, fileName: string, content: Readable): Promise<StoredDocument> {
    checkId(id);
    let file: FileHandle | undefined;
    let scan: Scan | null = null;
    const partial = this.partial(id);
    try {
      scan = (await this.options.scanner?.begin()) ?? null;
      await mkdir(this.options.partialFolder, { recursive: true, mode: 0o700 });
      file = await open(partial, 'wx', 0o600);
      const { stored, key } = await this.takeIn({ id, fileName, content, file, scan });
      await scan?.verdict();
      await file.sync();
      await file.close();
      await this.kept(id, partial, key);
      return stored;
    } catch (error) {
      throw storeFault(error);
    } finally {
      content.resume();
      scan?.abandon();
      await file?.close().catch(() => undefined);
      await dropped(partial);
    }
  }

  async read(id: string): Promise<Buffer> {
    checkId(id);
    const stored = await this.stored(id);
    if (!understood(id, () => isKeyApart(stored))) {
      const { key, file } = understood(id, () => withoutKey(this.options.keys, id, stored));
      return understood(id, () => decrypt(key, id, file));
    }
    const key = await this.ownKey(id);
    return understood(id, () => decrypt(key, id, stored));
  }

  /** The key first: what is left where the rest fails cannot be read. */
  async remove(id: string): Promise<void> {
    checkId(id);
    await this.options.fileKeys.destroy(id);
    await this.asked(this.options.place.remove(id));
  }

  async sweepPartial(olderThanMs: number): Promise<number> {
    const folder = this.options.partialFolder;
    const names = await readdir(folder).catch(() => [] as string[]);
    let removed = 0;
    for (const name of names) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found === null || Date.now() - found.mtimeMs < olderThanMs) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }

  async keyPlace(id: string): Promise<KeyPlace> {
    checkId(id);
    const head = await this.asked(this.options.place.readHead(id, headBytes));
    if (head === null) throw new DocumentUnreadable(id, 'missing');
    if (understood(id, () => isKeyApart(head))) {
      await this.ownKey(id);
      return 'apart';
    }
    understood(id, () => withoutKey(this.options.keys, id, head));
    return 'inside';
  }

  async takeKeyOut(id: string): Promise<void> {
    checkId(id);
    const stored = await this.stored(id);
    if (understood(id, () => isKeyApart(stored))) return;
    const { key, file } = understood(id, () => withoutKey(this.options.keys, id, stored));
    await this.options.fileKeys.keep(id, key);
    await this.keepSealed(id, file);
  }

  readSealed(id: string): Promise<Buffer | null> {
    checkId(id);
    return this.asked(this.options.place.read(id));
  }

  async keepSealed(id: string, bytes: Buffer): Promise<void> {
    checkId(id);
    // A name of its own: whoever else does the same must not write into the file that is kept.
    const partial = this.partial(`${id}.${randomUUID()}`);
    try {
      await mkdir(this.options.partialFolder, { recursive: true, mode: 0o700 });
      await writeFile(partial, bytes, { flag: 'wx', mode: 0o600, flush: true });
      await this.asked(this.options.place.keep(id, partial));
    } finally {
      await dropped(partial);
    }
  }

  async probe(): Promise<StoreHealth> {
    const { place, scanner } = this.options;
    const [store, scanning] = await Promise.all([
      faultOf(this.asked(place.probe())),
      scanner ? faultOf(scanner.probe()) : ('off' as const),
    ]);
    return { store, scanner: scanning };
  }

  /** One pass: the content goes to hash, inspection, scanner and cipher, chunk by chunk. */
  private async stored(id: string): Promise<Buffer> {
    const stored = await this.asked(this.options.place.read(id));
    if (stored === null) throw new DocumentUnreadable(id, 'missing');
    return stored;
  }

  private async ownKey(id: string): Promise<Buffer> {
    const key = await this.options.fileKeys.find(id);
    if (key === 'none') throw new DocumentUnreadable(id, 'key-gone');
    if (key === 'sealed-elsewhere') throw new DocumentUnreadable(id, 'no-key');
    return key;
  }

  private async takeIn({
    id,
    fileName,
    content,
    file,
    scan,
  }: Intake): Promise<{ stored: StoredDocument; key: Buffer }> {
    const { key, header, cipher } = startEncryption(id);
    const hash = createHash('sha256');
    const inspected = new Inspection(fileName);
    let bytes = 0;
    await file.write(header);
    try {
      // The caller's form reader must live on after a refusal, so that it can be answered.
      for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > this.options.maxBytes) throw new FileTooLarge(this.options.maxBytes);
        hash.update(chunk);
        await Promise.all([inspected.give(chunk), scan?.give(chunk)]);
        const encrypted = cipher.update(chunk);
        if (encrypted.length > 0) await file.write(encrypted);
      }
      if (bytes === 0) throw new FileEmpty();
      const mediaType = await inspected.mediaType();
      await file.write(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
      return { stored: { id, sha256: hash.digest('hex'), bytes, mediaType }, key };
    } finally {
      inspected.abandon();
    }
  }

  /** A place that did not say that it has the file may have it all the same. */
  private async kept(id: string, partial: string, key: Buffer): Promise<void> {
    try {
      await this.options.fileKeys.keep(id, key);
      await this.options.place.keep(id, partial);
    } catch (error) {
      await this.remove(id).catch(() => undefined);
      throw error;
    }
  }

  private async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw storeFault(error);
    }
  }

  private partial(name: string): string {
    return join(this.options.partialFolder, `${name}.partial`);
  }
}

interface Intake {
  id: string;
  fileName: string;
  content: Readable;
  file: FileHandle;
  scan: Scan | null;
}

/** What cannot be removed now is swept later; it must not hide why the upload failed. */
const dropped = (partial: string): Promise<void> => rm(partial, { force: true }).catch(() => undefined);

function checkId(id: string): void {
  if (!idShape.test(id)) throw new DocumentUnreadable(id, 'missing');
}

function understood<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new DocumentUnreadable(id, error instanceof NoKeyFits ? 'no-key' : 'altered');
  }
}

const faultOf = (work: Promise<void>): Promise<Fault> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

const faultsOfDisks = [
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EMFILE',
  'ENFILE',
];

/** A full, missing or forbidden folder is the store's fault, not the caller's. */
function storeFault(error: unknown): unknown {
  const code = String((error as NodeJS.ErrnoException | null)?.code);
  return faultsOfDisks.includes(code) ? new FileStoreUnavailable(code) : error;
}
