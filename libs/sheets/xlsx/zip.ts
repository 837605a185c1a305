import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive; its bytes are asked for once, when its turn comes. */
export interface FileToPack {
  path: string;
  bytes: Iterable<Buffer> | AsyncIterable<Buffer>;
}

interface Packed {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

/** 1 January 1980: the archive of the same files is the same bytes on every day. */
const dosDate = 0x0021;
/** Sizes follow the bytes; paths are UTF-8. */
const flags = 0x0808;

/** A ZIP archive while it is made: of no file more than a chunk is in memory. Up to 4 GB. */
export async function* zip(files: Iterable<FileToPack>): AsyncGenerator<Buffer> {
  const directory: Packed[] = [];
  let at = 0;
  for (const { path, bytes } of files) {
    const file: Packed = { name: Buffer.from(path, 'utf8'), crc: 0, packed: 0, size: 0, at };
    const head = header(file);
    yield head;
    for await (const chunk of deflate(counted(bytes, file))) {
      file.packed += chunk.length;
      yield chunk;
    }
    const after = descriptor(file);
    yield after;
    at += head.length + file.packed + after.length;
    directory.push(file);
  }
  const entries = Buffer.concat(directory.map(entry));
  yield entries;
  yield end(directory.length, entries.length, at);
}

async function* counted(bytes: FileToPack['bytes'], file: Packed): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    file.crc = crc32(chunk, file.crc);
    file.size += chunk.length;
    yield chunk;
  }
}

function deflate(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // What fails in front fails the reader too: the pipeline destroys both ends.
  return pipeline(Readable.from(bytes), createDeflateRaw(), () => undefined);
}

function header({ name }: Packed): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(dosDate, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Packed): Buffer {
  const after = Buffer.alloc(16);
  after.writeUInt32LE(0x08074b50, 0);
  after.writeUInt32LE(crc, 4);
  after.writeUInt32LE(packed, 8);
  after.writeUInt32LE(size, 12);
  return after;
}

function entry({ name, crc, packed, size, at }: Packed): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(8, 10);
  head.writeUInt16LE(dosDate, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, name]);
}

function end(count: number, bytes: number, at: number): Buffer {
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(bytes, 12);
  last.writeUInt32LE(at, 16);
  return last;
}
