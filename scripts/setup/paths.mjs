import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout; every command works on it, whatever the current folder is. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Data of this checkout only: databases, mail, locks. */
export const dataFolder = join(root, '.paizhao');

/**
 * Where downloads are kept for all checkouts of this user: `~/.cache/paizhao`,
 * or inside the checkout when there is no home folder that can be written.
 */
export function cacheFolder() {
  const home = process.env.HOME;
  const candidates = home ? [join(home, '.cache', 'paizhao')] : [];
  for (const folder of [...candidates, join(dataFolder, 'cache')]) {
    if (canWrite(folder)) return folder;
  }
  return join(dataFolder, 'cache');
}

export function homeIsWritable() {
  const home = process.env.HOME;
  return Boolean(home) && existsSync(home) && canWrite(home);
}

function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // no such home, or read-only: the next candidate is asked
  }
}
