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
  while (signature === zip.signatures.central) {
    await checkListed(source, unlisted);
    signature = await nextSignature(source);
  }
  if (unlisted.size > 0) throw new ZipMalformed('its directory lists other parts than it has');
  const size = source.position - directory;
  signature = await passZip64(source, signature);
  if (signature !== zip.signatures.end) throw new ZipMalformed('its directory does not end');
  await checkEnd(source, { entries: walked.size, directory, size });
}

async function nextSignature(source: ByteSource): Promise<number> {
  const bytes = await source.peek(4);
  return bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
}

async function walkEntry(source: ByteSource, sight: ZipSight): Promise<Walked> {
  const record = zip.localRecord(await source.take(zip.recordBytes.local));
  if (zip.isEncrypted(record.flags)) throw new ZipEncrypted();
  const name = await nameOf(source, record.nameBytes);
  const header = zip.widened(record, await source.take(record.extraBytes));
  sight.entry({ name });
  const counted = await unpack(source, header, sight);
  if (zip.hasDescriptor(header.flags)) await passDescriptor(source, counted);
  else if (!says(header, counted)) throw new ZipMalformed('a part is not as long as it says, or not whole');
  return { name, method: header.method, ...counted };
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

async function checkListed(source: ByteSource, entries: Map<number, Walked>): Promise<void> {
  const narrow = zip.centralRecord(await source.take(zip.recordBytes.central));
  const name = (await source.take(narrow.nameBytes)).toString('utf8');
  const record = zip.widened(narrow, await source.take(narrow.extraBytes));
  await source.pass(record.commentBytes);
  const walked = entries.get(record.offset);
  if (!walked || walked.name !== name || walked.method !== record.method || !says(record, walked))
    throw new ZipMalformed('its directory lists other parts than it has');
  entries.delete(record.offset);
}

const says = (record: zip.EntryRecord, { crc, packed, unpacked }: zip.Counted): boolean =>
  record.crc === crc && record.packed === packed && record.unpacked === unpacked;

/** Records for large archives, which some programs write for small ones too. */
async function passZip64(source: ByteSource, signature: number): Promise<number> {
  if (signature !== zip.signatures.end64) return signature;
  const rest = Number((await source.take(zip.recordBytes.end64)).readBigUInt64LE(4));
  if (rest !== 44) throw new ZipMalformed('its directory does not end');
  await source.pass(rest);
  if ((await nextSignature(source)) !== zip.signatures.locator64) throw new ZipMalformed('its directory does not end');
  await source.pass(zip.recordBytes.locator64);
  return nextSignature(source);
}

async function checkEnd(
  source: ByteSource,
  found: { entries: number; directory: number; size: number },
): Promise<void> {
  const end = zip.endRecord(await source.take(zip.recordBytes.end));
  const agrees =
    end.disk === 0 &&
    [found.entries, unknown16].includes(end.entries) &&
    [found.size, unknown32].includes(end.size) &&
    [found.directory, unknown32].includes(end.offset);
  if (!agrees) throw new ZipMalformed('its directory lists other parts than it has');
  if (end.commentBytes > 0 || (await source.peek(1)).length > 0)
    throw new ZipMalformed('something stands after its end');
}
