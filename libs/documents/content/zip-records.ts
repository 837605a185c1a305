/** The records of a ZIP file (PKWARE's APPNOTE 6.3.10, chapters 4.3.7 to 4.3.16), read from their bytes. */

export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  end: 0x06054b50,
} as const;

export const recordBytes = { local: 30, central: 46, end64: 56, locator64: 20, end: 22 } as const;

/** What a local header and the central directory both say of an entry. */
export interface EntryRecord {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  nameBytes: number;
  extraBytes: number;
}

/** `at`: where the fields that both share begin, after the versions. */
const shared = (record: Buffer, at: number): EntryRecord => ({
  flags: record.readUInt16LE(at),
  method: record.readUInt16LE(at + 2),
  crc: record.readUInt32LE(at + 8),
  packed: record.readUInt32LE(at + 12),
  unpacked: record.readUInt32LE(at + 16),
  nameBytes: record.readUInt16LE(at + 20),
  extraBytes: record.readUInt16LE(at + 22),
});

export const localRecord = (record: Buffer): EntryRecord => shared(record, 6);

export const centralRecord = (record: Buffer): EntryRecord & { commentBytes: number; offset: number } => ({
  ...shared(record, 8),
  commentBytes: record.readUInt16LE(32),
  offset: record.readUInt32LE(42),
});

/** What both ends of an archive say of its directory. */
export interface EndRecord {
  disk: number;
  directoryDisk: number;
  /** On this disk. */
  entriesHere: number;
  entries: number;
  size: number;
  offset: number;
}

export const endRecord = (record: Buffer): EndRecord & { commentBytes: number } => ({
  disk: record.readUInt16LE(4),
  directoryDisk: record.readUInt16LE(6),
  entriesHere: record.readUInt16LE(8),
  entries: record.readUInt16LE(10),
  size: record.readUInt32LE(12),
  offset: record.readUInt32LE(16),
  commentBytes: record.readUInt16LE(20),
});

/** `rest`: of the record, behind its length. */
export const end64Record = (record: Buffer): EndRecord & { rest: number } => ({
  rest: long(record, 4),
  disk: record.readUInt32LE(16),
  directoryDisk: record.readUInt32LE(20),
  entriesHere: long(record, 24),
  entries: long(record, 32),
  size: long(record, 40),
  offset: long(record, 48),
});

/** Where the end of a large archive begins. */
export const locator64Record = (record: Buffer) => ({
  disk: record.readUInt32LE(4),
  offset: long(record, 8),
  disks: record.readUInt32LE(16),
});

const long = (record: Buffer, at: number): number => Number(record.readBigUInt64LE(at));

const wide = 0xffffffff;
/** Ids of extra fields (4.5, 4.6.9). */
const [zip64, secondName] = [0x0001, 0x7075];

/** The record with the sizes and the place that its extra field holds (4.5.3), where they do not fit into their own. */
export function widened<T extends EntryRecord & { offset?: number }>(record: T, extra: Buffer): T {
  const found = fieldIn(extra, zip64);
  if (found === null) return record;
  let at = 0;
  const next = (narrow: number): number => {
    if (narrow !== wide || at + 8 > found.length) return narrow;
    at += 8;
    return long(found, at - 8);
  };
  const unpacked = next(record.unpacked);
  const packed = next(record.packed);
  return { ...record, unpacked, packed, ...(record.offset === undefined ? {} : { offset: next(record.offset) }) };
}

/** A name that some programs show in place of the one before the data. */
export const hasSecondName = (extra: Buffer): boolean => fieldIn(extra, secondName) !== null;

/** An extra field is a row of fields, each behind its id and its length. */
function fieldIn(extra: Buffer, id: number): Buffer | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, end);
    at = end;
  }
  return null;
}

/** Flags of an entry. */
export const isEncrypted = (flags: number): boolean => (flags & 0x2041) !== 0;
export const hasDescriptor = (flags: number): boolean => (flags & 0x8) !== 0;

/** Sums and sizes as they were counted. */
export interface Counted {
  crc: number;
  packed: number;
  unpacked: number;
}

/**
 * How many bytes of a data descriptor stand here that says just this; null where none does. It has a signature or none,
 * and sizes of four bytes or of eight: only what was counted tells which.
 */
export function descriptorBytes(bytes: Buffer, { crc, packed, unpacked }: Counted): number | null {
  for (const sized of [4, 8]) {
    const plain = Buffer.alloc(4 + 2 * sized);
    plain.writeUInt32LE(crc, 0);
    plain.writeUInt32LE(packed, 4);
    plain.writeUInt32LE(unpacked, 4 + sized);
    const signed = Buffer.alloc(4);
    signed.writeUInt32LE(signatures.descriptor, 0);
    for (const form of [Buffer.concat([signed, plain]), plain])
      if (bytes.subarray(0, form.length).equals(form)) return form.length;
  }
  return null;
}
