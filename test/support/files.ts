import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export interface ZippedPart {
  name: string;
  content: Buffer | string;
  /** Packed with deflate, as programs do; else as it is. */
  stored?: boolean;
  /** Sizes stand behind the content, as programs write that do not know them before. */
  descriptor?: boolean | 'unsigned' | 'zip64';
  flags?: number;
  /** Further fields of its headers, each behind its id and its length. */
  extra?: Buffer;
  /** What the headers say instead of the truth. */
  claims?: { unpacked?: number; crc?: number; listedAs?: string; unlisted?: boolean };
}

/** A ZIP file, made by hand so that it can lie. */
export function zipOf(parts: readonly ZippedPart[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const fields = fieldsOf(part);
    const local = localOf(part, fields);
    locals.push(local);
    if (!part.claims?.unlisted) centrals.push(centralOf(part, fields, offset));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

interface WideEnd {
  here?: number;
  entries?: number;
  size?: number;
  offset?: number;
  disk?: number;
  directoryDisk?: number;
  locatorDisk?: number;
  locator?: number;
  disks?: number;
  /** Whether the end itself leaves it to these records. */
  marked?: boolean;
}

/** The same archive with the records for large ones before its end; they say what is claimed instead of the truth. */
export function withWideEnd(zipped: Buffer, { marked = true, ...claims }: WideEnd = {}): Buffer {
  const at = zipped.length - 22;
  const end = Buffer.from(zipped.subarray(at));
  const entries = end.readUInt16LE(10);
  const { here = entries, size = end.readUInt32LE(12), offset = end.readUInt32LE(16) } = claims;
  const wide = Buffer.alloc(76);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeUInt32LE(44, 4);
  wide.writeUInt32LE(claims.disk ?? 0, 16);
  wide.writeUInt32LE(claims.directoryDisk ?? 0, 20);
  wide.writeUInt32LE(here, 24);
  wide.writeUInt32LE(claims.entries ?? entries, 32);
  wide.writeUInt32LE(size, 40);
  wide.writeUInt32LE(offset, 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeUInt32LE(claims.locatorDisk ?? 0, 60);
  wide.writeUInt32LE(claims.locator ?? at, 64);
  wide.writeUInt32LE(claims.disks ?? 1, 72);
  if (marked) end.fill(0xff, 8, 20);
  return Buffer.concat([zipped.subarray(0, at), wide, end]);
}

function fieldsOf(part: ZippedPart) {
  const content = Buffer.from(part.content);
  const packed = part.stored ? content : deflateRawSync(content);
  const { unpacked = content.length, crc = crc32(content) } = part.claims ?? {};
  return {
    packed,
    unpacked,
    crc,
    flags: (part.flags ?? 0x800) | (part.descriptor ? 8 : 0),
    method: part.stored ? 0 : 8,
  };
}

type Fields = ReturnType<typeof fieldsOf>;

function localOf(part: ZippedPart, fields: Fields): Buffer {
  const { packed, unpacked, crc, flags, method } = fields;
  const name = Buffer.from(part.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  if (!part.descriptor) {
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(unpacked, 22);
  }
  const { extra = Buffer.alloc(0) } = part;
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra, packed, part.descriptor ? descriptorOf(part, fields) : Buffer.alloc(0)]);
}

function descriptorOf(part: ZippedPart, { packed, unpacked, crc }: Fields): Buffer {
  const wide = part.descriptor === 'zip64';
  const bytes = Buffer.alloc(wide ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed.length, 8);
  bytes.writeUInt32LE(unpacked, wide ? 16 : 12);
  return part.descriptor === 'unsigned' ? bytes.subarray(4) : bytes;
}

function centralOf(part: ZippedPart, fields: Fields, offset: number): Buffer {
  const { packed, unpacked, crc, flags, method } = fields;
  const name = Buffer.from(part.claims?.listedAs ?? part.name);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(flags, 8);
  record.writeUInt16LE(method, 10);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packed.length, 20);
  record.writeUInt32LE(unpacked, 24);
  const { extra = Buffer.alloc(0) } = part;
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name, extra]);
}

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export const contentTypes = (type = mainType): ZippedPart => ({
  name: '[Content_Types].xml',
  content: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
});

/** A small Word document, with further parts where they are wished. */
export const aDocx = (...more: ZippedPart[]): Buffer =>
  zipOf([contentTypes(), { name: 'word/document.xml', content: '<w:document/>'.repeat(50) }, ...more]);

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A gray PNG, with further chunks before its end where they are wished. */
export function aPng({
  width = 1,
  height = 1,
  chunks = [] as [string, Buffer][],
  texts = [] as Buffer[],
} = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...texts.map((text) => chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), text]))),
    chunk('IDAT', deflateSync(Buffer.alloc(2))),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

interface JpegShape {
  width?: number;
  height?: number;
  /** Before the picture. */
  comment?: Buffer | null;
  /** What stands behind the picture. */
  after?: Buffer;
}

/** The frame of a JPEG: its segments are in order, its picture is noise. */
export function aJpeg({ width = 10, height = 10, comment = null, after = Buffer.alloc(0) }: JpegShape = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    comment ? segment(0xfe, comment) : Buffer.alloc(0),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 3, 0xff, 0, 4, 0xff, 0xd0, 5]),
    Buffer.from([0xff, 0xd9]),
    after,
  ]);
}

/** A PDF by its header and its objects. */
export const aPdfOf = (objects = '1 0 obj\n<< /Type /Catalog >>\nendobj'): Buffer =>
  Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${objects}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1');

/** A PDF that keeps objects packed in a stream, as most programs do today. */
export function aPdfWithPacked(objects: string): Buffer {
  const packed = deflateSync(Buffer.from(objects, 'latin1'));
  const dictionary = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n5 0 obj\n${dictionary}\nstream\r\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n%%EOF\n', 'latin1'),
  ]);
}
