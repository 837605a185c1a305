import { ArchiveNotAllowed } from '../errors.js';

/**
 * A ZIP archive: a record of its directory, and the end that leads to one, in either order, as the directory may lie in
 * the comment of the end. What the end says of counts and places does not matter: programs read archives that lie about
 * them.
 */
const zipEntry = Buffer.from('PK\x01\x02', 'latin1');
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
/** What archives begin with that programs find anywhere in a file. */
const anywhere: readonly [string, Buffer][] = [
  ['rar', Buffer.from('Rar!\x1a\x07', 'latin1')],
  ['7z', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')],
];
/** What stands at one place of an archive or a disk image. */
const atPlace: readonly [string, number, Buffer][] = [
  ['tar', 257, Buffer.from('ustar', 'latin1')],
  ['iso', 32_769, Buffer.from('CD001', 'latin1')],
];
/** The longest of them, less one byte. */
const overlap = 5;

/**
 * Passes the content on, and stops where it finds an archive that hides in it: one file can be a PDF or a picture to one
 * program and an archive to another.
 * @throws ArchiveNotAllowed
 */
export async function* withoutArchives(chunks: AsyncIterable<Buffer>, kind: string): AsyncGenerator<Buffer> {
  let seen = 0;
  let [hasEntry, hasEnd] = [false, false];
  let before = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const window = Buffer.concat([before, chunk]);
    hasEntry ||= window.includes(zipEntry);
    hasEnd ||= window.includes(zipEnd);
    const found = hasEntry && hasEnd ? 'zip' : archiveIn(window, seen - before.length);
    if (found) throw new ArchiveNotAllowed(found, `a part of the ${kind}`);
    seen += chunk.length;
    before = window.subarray(Math.max(0, window.length - overlap));
    yield chunk;
  }
}

/** `offset`: where the window begins in the file. */
function archiveIn(window: Buffer, offset: number): string | null {
  for (const [name, magic] of anywhere) if (window.includes(magic)) return name;
  for (const [name, place, magic] of atPlace) {
    const start = place - offset;
    if (start >= 0 && window.subarray(start, start + magic.length).equals(magic)) return name;
  }
  return null;
}
