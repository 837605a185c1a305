import { crc32 } from 'node:zlib';
import type { ByteSource } from './byte-source.js';
import { inflate } from './inflate.js';
import * as zip from './zip-records.js';

/** The archive is not as a careful program writes one. */
export class ZipMalformed extends Error {}

export class ZipEncrypted extends Error {}

export interface ZipEntry {
  /** As its bytes say, UTF-8. */
  name: string;
}

export interface ZipSight {
  /** Before an entry is unpacked: what it throws ends the walk. */
  entry(entry: ZipEntry): void;
  /** Each unpacked piece of it. */
  piece(piece: Buffer): void;
}

interface Walked extends zip.Counted {
  name: string;
  method: number;
}

const mostNameBytes = 255;
const unknown32 = 0xffffffff;
const unknown16 = 0xffff;

/**
 * Walks through a ZIP file from its first byte to its last while it arrives: every entry is unpacked and counted, and
 * what its headers, the directory and the end say must be what was found. So there is no second archive in it that
 * another program would see: nothing before, between and behind, no entry that only one of the lists knows.
 * @throws ZipMalformed, ZipEncrypted, ContentEnds, what `sight` throws
 */
export async function walkZip(source: ByteSource, sight: ZipSight): Promise<void> {
  const walked = new Map<number, Walked>();
  let signature = await nextSignature(source);
  while (signature === zip.signatures.local) {
    const offset = source.position;
    walked.set(offset, await walkEntry(source, sight));
    signature = await nextSignature(source);
  }
  const directory = source.position;
  const unlisted = new Map(walked);
  let last: Buffer = Buffer.alloc(0);
  while (signature === zip.signatures.central) {
    last = await checkListed(source, unlisted);
    signature = await nextSignature(source);
  }
  if (unlisted.size > 0) throw new ZipMalformed('its directory lists other parts than it has');
  const found = { entries: walked.size, offset: directory, size: source.position - directory };
  const isLarge = signature === zip.signatures.end64;
  if (isLarge) await checkEnd64(source, found);
  else if (isLocator(last)) throw new ZipMalformed('its directory does not end');
  if ((await nextSignature(source)) !== zip.signatures.end) throw new ZipMalformed('its directory does not end');
  await checkEnd(source, found, isLarge);
}

async function nextSignature(source: ByteSource): Promise<number> {
  const bytes = await source.peek(4);
  return bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
}

async function walkEntry(source: ByteSource, sight: ZipSight): Promise<Walked> {
  const record = zip.localRecord(await source.take(zip.recordBytes.local));
  if (zip.isEncrypted(record.flags)) throw new ZipEncrypted();
  const name = await nameOf(source, record.nameBytes);
  const header = widened(record, await source.take(record.extraBytes));
  sight.entry({ name });
  const counted = await unpack(source, header, sight);
  if (zip.hasDescriptor(header.flags)) await passDescriptor(source, counted);
  else if (!says(header, counted)) throw new ZipMalformed('a part is not as long as it says, or not whole');
  return { name, method: header.method, ...counted };
}

function widened<T extends zip.EntryRecord>(record: T, extra: Buffer): T {
  if (zip.hasSecondName(extra)) throw new ZipMalformed('a part has two names');
  return zip.widened(record, extra);
}

/** Names stay within the archive, and are such that every system reads them alike. */
async function nameOf(source: ByteSource, bytes: number): Promise<string> {
  if (bytes === 0 || bytes > mostNameBytes) throw new ZipMalformed('a part has no name, or a very long one');
  const name = (await source.take(bytes)).toString('utf8');
  const leads = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  if (leads || /[\\\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]/.test(name))
    throw new ZipMalformed('the name of a part leads out of the document');
  return name;
}

async function unpack(source: ByteSource, header: zip.EntryRecord, sight: ZipSight): Promise<zip.Counted> {
  const start = source.position;
  let [crc, unpacked] = [0, 0];
  const see = (piece: Buffer): void => {
    crc = crc32(piece, crc);
    unpacked += piece.length;
    sight.piece(piece);
  };
  if (header.method === 8) await inflated(source, see);
  else if (header.method === 0) await source.pass(header.packed, see);
  else throw new ZipMalformed('a part is packed in an unusual way');
  return { crc, packed: source.position - start, unpacked };
}

async function inflated(source: ByteSource, see: (piece: Buffer) => void): Promise<void> {
  try {
    await inflate(source, 'raw', see);
  } catch (error) {
    if (error instanceof Error && 'errno' in error) throw new ZipMalformed('a part cannot be unpacked');
    throw error;
  }
}

async function passDescriptor(source: ByteSource, counted: zip.Counted): Promise<void> {
  const bytes = zip.descriptorBytes(await source.peek(24), counted);
  if (bytes === null) throw new ZipMalformed('a part is not as long as it says, or not whole');
  await source.pass(bytes);
}

/** Gives the whole record. */
async function checkListed(source: ByteSource, entries: Map<number, Walked>): Promise<Buffer> {
  const head = await source.take(zip.recordBytes.central);
  const narrow = zip.centralRecord(head);
  const name = await source.take(narrow.nameBytes);
  const extra = await source.take(narrow.extraBytes);
  const comment = await source.take(narrow.commentBytes);
  const record = widened(narrow, extra);
  const walked = entries.get(record.offset);
  if (!walked || walked.name !== name.toString('utf8') || walked.method !== record.method || !says(record, walked))
    throw new ZipMalformed('its directory lists other parts than it has');
  entries.delete(record.offset);
  return Buffer.concat([head, name, extra, comment]);
}

const says = (record: zip.EntryRecord, { crc, packed, unpacked }: zip.Counted): boolean =>
  record.crc === crc && record.packed === packed && record.unpacked === unpacked;

/** Some programs look for the record before the end, whether or not the end leaves anything to it. */
const isLocator = (last: Buffer): boolean =>
  last.length > 0 && last.readUInt32LE(last.length - zip.recordBytes.locator64) === zip.signatures.locator64;

type Found = Pick<zip.EndRecord, 'entries' | 'size' | 'offset'>;

/** Records for large archives, which some programs write for small ones too. */
async function checkEnd64(source: ByteSource, found: Found): Promise<void> {
  const at = source.position;
  const end = zip.end64Record(await source.take(zip.recordBytes.end64));
  if (end.rest !== 44 || (await nextSignature(source)) !== zip.signatures.locator64)
    throw new ZipMalformed('its directory does not end');
  const locator = zip.locator64Record(await source.take(zip.recordBytes.locator64));
  const leadsHere = locator.disk === 0 && locator.disks === 1 && locator.offset === at;
  if (!leadsHere || !agrees(end, found)) throw new ZipMalformed('its directory lists other parts than it has');
}

/** `isLarge`: the record before it says what it may leave open. */
async function checkEnd(source: ByteSource, found: Found, isLarge: boolean): Promise<void> {
  const end = zip.endRecord(await source.take(zip.recordBytes.end));
  if (!agrees(isLarge ? filledIn(end, found) : end, found))
    throw new ZipMalformed('its directory lists other parts than it has');
  if (end.commentBytes > 0 || (await source.peek(1)).length > 0)
    throw new ZipMalformed('something stands after its end');
}

const agrees = (end: zip.EndRecord, { entries, size, offset }: Found): boolean =>
  end.disk === 0 &&
  end.directoryDisk === 0 &&
  end.entriesHere === entries &&
  end.entries === entries &&
  end.size === size &&
  end.offset === offset;

function filledIn(end: zip.EndRecord, { entries, size, offset }: Found): zip.EndRecord {
  return {
    ...end,
    entriesHere: end.entriesHere === unknown16 ? entries : end.entriesHere,
    entries: end.entries === unknown16 ? entries : end.entries,
    size: end.size === unknown32 ? size : end.size,
    offset: end.offset === unknown32 ? offset : end.offset,
  };
}
