import { crc32 } from 'node:zlib';

/**
 * A file of an archive. Its content is asked for when its turn comes, so that one file at a time is in memory. Of what is
 * given in pieces no more than one piece is: it is asked for twice, first for its size and checksum, which stand before it.
 */
export interface ArchivedFile {
  /** Relative, with `/`; in UTF-8. */
  path: string;
  content: () => Buffer | Promise<Buffer> | AsyncIterable<Buffer>;
}

/** A name that could lead out of the folder into which somebody unpacks, or that another system reads otherwise. */
const unsafe = /^\/|^$|\\|(^|\/)\.{0,2}(\/|$)|[\p{Cc}\p{Cf}:*?"<>|]|[. ](\/|$)/u;
/** Without ZIP64, which no pack of a filing comes near. */
const mostBytes = 0xffff_ffff;
const mostFiles = 0xffff;

const utf8Names = 0x0800;
const version = 20;
/** Unix, so that the rights below are read as such. */
const madeBy = (3 << 8) | version;
const readable = (0o100644 << 16) >>> 0;
/** 1980-01-01 00:00, the first day that the format knows: an archive tells no time. */
const noDate = 0x0021;
const noTime = 0;

/**
 * A ZIP archive, stored without compression, in the order given and without any time. Written here and not by a
 * library, because an archive of today must come out the same, byte for byte, under whatever version of the product
 * somebody asks for it years later: a compressor, an extra field or a default that a library changes would change it.
 * A spec holds its bytes; they never change.
 * @throws RangeError for an unsafe or repeated path, beyond 65,535 files or 4 GB, and where pieces differ the second time
 */
export async function* zipOf(files: Iterable<ArchivedFile>): AsyncGenerator<Buffer, void, undefined> {
  const directory: Buffer[] = [];
  const paths = new Set<string>();
  let offset = 0;
  for (const { path, content } of files) {
    if (unsafe.test(path) || paths.has(path))
      throw new RangeError(`not a path for an archive: ${JSON.stringify(path)}`);
    paths.add(path);
    const given = await content();
    const about = { name: Buffer.from(path), ...(await measured(given)) };
    const local = localHeader(about);
    directory.push(directoryHeader(about, offset));
    offset += local.length + about.size;
    if (offset > mostBytes || paths.size > mostFiles) throw new RangeError('too large for an archive without ZIP64');
    yield local;
    if (Buffer.isBuffer(given)) yield given;
    else yield* again(about, content() as AsyncIterable<Buffer>);
  }
  const central = Buffer.concat(directory);
  if (offset + central.length > mostBytes) throw new RangeError('too large for an archive without ZIP64');
  yield central;
  yield endOf(paths.size, central.length, offset);
}

interface Measured {
  crc: number;
  size: number;
}

interface Described extends Measured {
  name: Buffer;
}

async function measured(given: Buffer | AsyncIterable<Buffer>): Promise<Measured> {
  if (Buffer.isBuffer(given)) return { crc: crc32(given), size: given.length };
  let [crc, size] = [0, 0];
  for await (const piece of given) [crc, size] = [summed(piece, crc), size + piece.length];
  return { crc, size };
}

/** `crc32` makes 0 of any sum for an empty piece whose memory somebody has asked for, such as who packed it. */
const summed = (piece: Buffer, sum: number): number => (piece.length === 0 ? sum : crc32(piece, sum));

/** The pieces, which are those that were measured. */
async function* again({ name, crc, size }: Described, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [now, length] = [0, 0];
  for await (const piece of pieces) {
    [now, length] = [summed(piece, now), length + piece.length];
    yield piece;
  }
  if (now !== crc || length !== size) throw new RangeError(`${String(name)} changed while it was written`);
}

/** What both headers of a file have in common, from its needed version to the length of its name. */
function common({ name, crc, size }: Described): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(0, 4);
  fields.writeUInt16LE(noTime, 6);
  fields.writeUInt16LE(noDate, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localHeader(about: Described): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(about), about.name]);
}

function directoryHeader(about: Described, offset: number): Buffer {
  const start = Buffer.from('PK\x01\x02\x00\x00', 'latin1');
  start.writeUInt16LE(madeBy, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(readable, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([start, common(about), rest, about.name]);
}

function endOf(files: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
