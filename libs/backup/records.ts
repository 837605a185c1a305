import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { BackupContradictory } from './errors.js';

/** What a backup is made of, in this order: a head; each table and its rows; the newest entries; the files; the end. */
export type BackupRecord =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'table'; table: TableForm }
  /** Rows of the table named last, each as PostgreSQL writes a row as text. */
  | { kind: 'rows'; rows: string[] }
  | { kind: 'newest'; newest: NewestEntry[] }
  /** A file of the document store, as encrypted as it lies there; its bytes follow. */
  | { kind: 'file'; file: { key: string; bytes: number; sha256: string } }
  | { kind: 'bytes'; bytes: Buffer }
  | { kind: 'end'; end: BackupEnd };

export interface BackupHead {
  format: 'paizhao-backup';
  version: 1;
  /** Everything but the keys of single people and texts, or those keys alone: they are kept apart. */
  holds: 'installation' | 'own-keys';
  /** Of the program that wrote it. */
  release: string;
  /** Names of the migrations that the database had. */
  migrations: string[];
  /** UTC instant of the snapshot, by the database's clock: everything committed before it is in here. */
  takenAt: string;
  /** Ids of the data keys of the installation, the current one first. The keys themselves are not in a backup. */
  dataKeys: string[];
  /** False where whoever wrote it knew of no document store: there are no files in here. */
  files: boolean;
}

export interface TableForm {
  name: string;
  /** In their order. */
  columns: string[];
}

/** Newest entry of a stream; hash in hex. */
export type NewestEntry = [stream: string, seq: number, hash: string];

export interface BackupEnd {
  /** By table; the hash is of every row's text, each with a line feed after it. */
  tables: Record<string, { rows: number; sha256: string }>;
  streams: number;
  files: { count: number; bytes: number };
  /** Storage keys of files that were on record, and not in the store. */
  missing: string[];
}

const kinds = ['head', 'table', 'rows', 'newest', 'file', 'bytes', 'end'] as const;
const prefixBytes = 5;
const [deflated, inflated] = [promisify(deflate), promisify(inflate)];

/** A record as bytes: its kind, the length of what follows (4 bytes, big-endian), JSON, compressed but for bytes. */
export async function* written(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  for await (const record of records) {
    const body =
      record.kind === 'bytes' ? record.bytes : await deflated(JSON.stringify(contentOf(record)), { level: 3 });
    const prefix = Buffer.alloc(prefixBytes);
    prefix[0] = kinds.indexOf(record.kind) + 1;
    prefix.writeUInt32BE(body.length, 1);
    yield prefix;
    yield body;
  }
}

/** @throws BackupContradictory */
export async function* read(plain: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  const held = new Held();
  for await (const bytes of plain) {
    held.add(bytes);
    for (let record = held.next(); record; record = held.next()) yield await understood(record);
  }
  if (held.length > 0) throw new BackupContradictory('it ends in the middle of a record');
}

const contentOf = (record: Exclude<BackupRecord, { kind: 'bytes' }>): unknown => {
  const { kind, ...content } = record;
  return Object.values(content)[0];
};

async function understood({ kind, body }: { kind: number; body: Buffer }): Promise<BackupRecord> {
  const name = kinds[kind - 1];
  if (name === undefined) throw new BackupContradictory(`it has a record of kind ${kind}`);
  if (name === 'bytes') return { kind: 'bytes', bytes: body };
  return { kind: name, [name]: JSON.parse((await inflated(body)).toString('utf8')) } as unknown as BackupRecord;
}

/** Bytes that wait until the record they belong to is whole; joined once for each record. */
class Held {
  private parts: Buffer[] = [];
  length = 0;
  private wanted = prefixBytes;

  add(bytes: Buffer): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }

  next(): { kind: number; body: Buffer } | null {
    if (this.length < this.wanted) return null;
    const [only] = this.parts;
    const all = only && this.parts.length === 1 ? only : Buffer.concat(this.parts);
    const end = prefixBytes + all.readUInt32BE(1);
    if (all.length < end) {
      this.keep(all);
      this.wanted = end;
      return null;
    }
    this.keep(all.subarray(end));
    this.wanted = prefixBytes;
    return { kind: all[0] as number, body: all.subarray(prefixBytes, end) };
  }

  private keep(rest: Buffer): void {
    this.parts = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
  }
}
