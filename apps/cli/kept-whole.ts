import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that has its name once it is whole and on the disk: what is cut off leaves nothing under the name that was
 * asked for, nor beside it.
 * @param taken what is thrown where somebody has made the file meanwhile; null where it is replaced
 * @returns its bytes
 */
export async function keptWhole(
  file: string,
  write: (partial: string) => Promise<void>,
  taken: ((file: string) => Error) | null,
): Promise<number> {
  const partial = `${file}.partial`;
  await mkdir(dirname(file), { recursive: true });
  await rm(partial, { force: true });
  try {
    await write(partial);
    if (taken && existsSync(file)) throw taken(file);
    await rename(partial, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  const kept = await open(file, 'r');
  return kept
    .stat()
    .then(({ size }) => size)
    .finally(() => kept.close());
}
