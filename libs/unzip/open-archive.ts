import { closeSync, openSync, readSync } from 'node:fs';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { NotAnArchive } from './not-an-archive.js';

/** Files of a ZIP by their names. Nothing of it is unpacked onto a disk, and no file is ever whole in memory. */
interface Archive {
  readonly names: readonly string[];
  /** From its beginning, whenever it is asked for. @throws NotAnArchive where its bytes are not what the ZIP says */
  read(name: string): AsyncIterable<Buffer>;
  close(): void;
}

const stored = 0;
const deflated = 8;
const mostFiles = 0xffff;
const longestName = 255;
/** Beyond the first megabyte nothing honest shrinks more: a small file that unpacks into a huge one is refused unread. */
const mostGrowth = 200;
const always = 1_048_576;
/** Of a file before its data, but for its name. */
const localHeaderBytes = 30;
const firstBytes = Buffer.from('PK', 'latin1');

/** Whether it begins as a ZIP does; false also where it cannot be read. */
export function isArchive(path: string): boolean {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return false; // whoever reads it as something else says why
  }
  try {
    const bytes = Buffer.alloc(2);
    return readSync(fd, bytes) === 2 && bytes.equals(firstBytes);
  } catch {
    return false; // a folder, say
  } finally {
    closeSync(fd);
  }
}

/**
 * Opens a ZIP, stored or deflated. Refused is whatever two readers could take for two things: names twice or that climb,
 * files that overlap, a name before the data other than that in the directory; what is encrypted; and what grows beyond
 * measure. @throws NotAnArchive
 */
export async function openArchive(path: string): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  const zip = await refusing(() => openPromise(path, options));
  try {
    if (zip.comment !== '') throw new NotAnArchive('there is a comment after its files');
    const entries = await entriesOf(zip);
    return { names: [...entries.keys()], read: (name) => bytesOf(zip, entries.get(name)), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const names = new Set<string>();
  await refusing(async () => {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (names.has(fileName)) throw new NotAnArchive(`${quoted(fileName)} is there twice`);
      if (entries.size === mostFiles) throw new NotAnArchive(`it holds more than ${mostFiles} files`);
      names.add(fileName);
      check(entry);
      if (!fileName.endsWith('/')) entries.set(fileName, entry);
    }
  });
  await checkPlaces(zip, [...entries.values()]);
  return entries;
}

function check(entry: Entry): void {
  const { fileName, fileNameRaw, compressedSize, uncompressedSize, compressionMethod } = entry;
  // The reader takes other bytes by a table or by a second name, and other readers do not.
  if (/[^ -~]/.test(fileName) || fileName !== fileNameRaw.toString('latin1'))
    throw new NotAnArchive(`${quoted(fileName)} is a name that could be read in two ways`);
  if (fileName.endsWith('/') && uncompressedSize > 0)
    throw new NotAnArchive(`${quoted(fileName)} is a folder with bytes`);
  if (fileName.length > longestName) throw new NotAnArchive('a name is too long');
  if (entry.isEncrypted())
    throw new NotAnArchive(
      `${quoted(fileName)} is encrypted`,
      'Decrypt the whole file before: no bundle is encrypted.',
    );
  if (compressionMethod !== stored && compressionMethod !== deflated)
    throw new NotAnArchive(`${quoted(fileName)} is compressed in a way that is not read here (${compressionMethod})`);
  if (uncompressedSize > always + compressedSize * mostGrowth)
    throw new NotAnArchive(`${quoted(fileName)} would unpack into ${uncompressedSize} bytes from ${compressedSize}`);
}

/** Each file has a place of its own, under its own name. */
async function checkPlaces(zip: ZipFile, entries: Entry[]): Promise<void> {
  entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of entries) {
    const { fileName, relativeOffsetOfLocalHeader: begin, compressedSize } = entry;
    if (begin < end) throw new NotAnArchive(`${quoted(fileName)} lies inside another file`);
    const local = await refusing(() => zip.readLocalFileHeaderPromise(entry));
    if (!local.fileName.equals(entry.fileNameRaw))
      throw new NotAnArchive(`${quoted(fileName)} has another name before its data`);
    end = begin + localHeaderBytes + local.fileName.length + local.extraField.length + compressedSize;
  }
}

async function* bytesOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer, void, undefined> {
  if (!entry) throw new RangeError('there is no file of this name');
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
  } catch (error) {
    throw refusal(error, `${quoted(entry.fileName)}: `);
  }
}

async function refusing<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw refusal(error);
  }
}

/** What the reader says of the file; errors of the disk stay what they are. */
function refusal(error: unknown, where = ''): unknown {
  if (error instanceof NotAnArchive || (error as NodeJS.ErrnoException).syscall !== undefined) return error;
  return new NotAnArchive(`${where}${(error as Error).message}`);
}

const quoted = (name: string): string => JSON.stringify(name);
