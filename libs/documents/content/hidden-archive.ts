import { ArchiveNotAllowed } from '../errors.js';

const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
const zipEndBytes = 22;
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
const overlap = zipEndBytes - 1;

/**
 * Passes the content on, and stops where it finds an archive that hides in it: one file can be a PDF or a picture to one
 * program and an archive to another.
 * @throws ArchiveNotAllowed
 */
export async function* withoutArchives(chunks: AsyncIterable<Buffer>, kind: string): AsyncGenerator<Buffer> {
  let seen = 0;
  let before = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const window = Buffer.concat([before, chunk]);
    const found = archiveIn(window, seen - before.length);
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
  for (let at = window.indexOf(zipEnd); at >= 0; at = window.indexOf(zipEnd, at + 1)) {
    if (at + zipEndBytes <= window.length && endsZip(window.subarray(at), offset + at)) return 'zip';
  }
  return null;
}

/** Whether these 22 bytes can be the end of a ZIP archive, and not four that happen to stand so in a picture. */
function endsZip(end: Buffer, position: number): boolean {
  const disks = [end.readUInt16LE(4), end.readUInt16LE(6)];
  const [here, entries] = [end.readUInt16LE(8), end.readUInt16LE(10)];
  const [size, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  const fits = (start === 0xffffffff || size === 0xffffffff || start + size <= position) && size >= 46 * entries;
  return disks.every((disk) => disk === 0 || disk === 0xffff) && here === entries && entries > 0 && fits;
}
