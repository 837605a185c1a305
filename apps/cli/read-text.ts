import { readFileSync } from 'node:fs';
import { UsageError } from './command.js';

const inWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** The text of a file in UTF-8, without a byte order mark. @throws UsageError `unreadable-file` */
export function readText(path: string): string {
  const refuse = (why: string) => new UsageError('unreadable-file', `"${path}" cannot be read: ${why}`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refuse(inWords[code ?? ''] ?? code ?? String(error));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('it is not text in UTF-8');
  }
}
