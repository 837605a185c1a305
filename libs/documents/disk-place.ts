import { constants, existsSync } from 'node:fs';
import { access, chmod, chown, mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FilePlace } from './file-place.js';

/** A file in a folder of this machine. A file under its final name is whole. */
export class DiskPlace implements FilePlace {
  constructor(private readonly directory: string) {}

  async keep(id: string, path: string): Promise<void> {
    const target = this.path(id);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await takeAfter(path, target);
    await rename(path, target);
    await syncFolder(dirname(target));
  }

  read(id: string): Promise<Buffer | null> {
    return unlessMissing(readFile(this.path(id)));
  }

  async readHead(id: string, bytes: number): Promise<Buffer | null> {
    const file = await unlessMissing(open(this.path(id), 'r'));
    if (file === null) return null;
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  async probe(): Promise<void> {
    // The first upload makes the folder.
    const folder = existsSync(this.directory) ? this.directory : dirname(this.directory);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const { bavail } = await statfs(folder);
    if (bavail === 0) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
  }

  /** Two characters of the id make the folder, so that no folder grows without bound. */
  private path(id: string): string {
    return join(this.directory, id.slice(0, 2), id);
  }
}

/** Who writes a file anew may be another user than the one that must go on reading it. */
async function takeAfter(path: string, target: string): Promise<void> {
  const [fresh, old] = await Promise.all([stat(path), unlessMissing(stat(target))]);
  if (old === null) return;
  if (old.uid !== fresh.uid || old.gid !== fresh.gid) await chown(path, old.uid, old.gid);
  await chmod(path, old.mode & 0o777);
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
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
