import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { SheetTooLarge, SheetUnreadable } from '../table.js';

/** Files of an archive by their path. */
export type Unpacked = Map<string, Buffer>;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const [stored, deflated] = [0, 8];
/** Of a workbook: a few dozen; charts and pictures make it some hundred. */
const mostEntries = 2_000;

/**
 * Unpacks the wanted files of a ZIP archive by its directory, and no more of them than `mostBytes` altogether, whatever
 * the archive says of their size. Encrypted, split and 64-bit archives are refused: no spreadsheet program writes them.
 *
 * @throws SheetTooLarge, SheetUnreadable
 */
export async function unzip(archive: Buffer, wanted: (path: string) => boolean, mostBytes: number): Promise<Unpacked> {
  const files: Unpacked = new Map();
  let left = mostBytes;
  for (const entry of entriesOf(archive)) {
    if (!wanted(entry.path)) continue;
    if (files.has(entry.path)) throw new SheetUnreadable(`it holds ${entry.path} twice`);
    if (entry.size > left) throw new SheetTooLarge('unpacked bytes', mostBytes);
    const bytes = await contentOf(archive, entry, left, mostBytes);
    left -= bytes.length;
    files.set(entry.path, bytes);
  }
  return files;
}

interface Entry {
  path: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

function* entriesOf(archive: Buffer): Generator<Entry> {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > mostEntries) throw new SheetUnreadable('it holds too many files');
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entrySignature) throw broken();
    const nameLength = archive.readUInt16LE(at + 28);
    if ((archive.readUInt16LE(at + 8) & 1) === 1) throw new SheetUnreadable('it is encrypted');
    yield {
      path: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** The directory's end is the last thing in the archive, but for a comment. */
function endOf(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 0xffff; at -= 1)
    if (archive.readUInt32LE(at) === endSignature) return at;
  throw broken();
}

async function contentOf(archive: Buffer, entry: Entry, left: number, mostBytes: number): Promise<Buffer> {
  const { at, packed, size } = entry;
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== localSignature) throw broken();
  const from = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  if (from + packed > archive.length) throw broken();
  const bytes = await unpacked(archive.subarray(from, from + packed), entry.method, left, mostBytes);
  if (bytes.length !== size || crc32(bytes) !== entry.crc) throw broken();
  return bytes;
}

/** Besides the thread of whoever asks: that one has others to serve. */
const inflated = promisify<Buffer, { maxOutputLength: number; chunkSize: number }, Buffer>(inflateRaw);
const chunkSize = 1_048_576;

async function unpacked(bytes: Buffer, method: number, left: number, mostBytes: number): Promise<Buffer> {
  if (method === stored) return bytes;
  if (method !== deflated) throw new SheetUnreadable('it is packed by an unusual method');
  try {
    return await inflated(bytes, { maxOutputLength: Math.max(1, left), chunkSize });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new SheetTooLarge('unpacked bytes', mostBytes);
    throw broken();
  }
}

const broken = (): SheetUnreadable => new SheetUnreadable('the archive is broken');
