import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  BackupContradictory,
  type BackupEnd,
  type BackupHead,
  BackupOfOtherRelease,
  type BackupRecord,
  type DeriveKey,
  NotABackup,
  opened,
  read,
} from '../../../libs/backup/index.js';
import { version } from '../../../libs/config/version.js';
import type { Keyring } from '../../../libs/keys/keyring.js';
import { DataKeyMissing, migrationNames } from '../../../libs/persistence/index.js';
import { UsageError } from '../command.js';

/** What takes in what a backup holds, in its order; only after `end` it counts. */
export interface Target {
  /** Once the head says that the backup fits: before it, nothing is touched. */
  begin(head: BackupHead): Promise<void>;
  table(name: string, columns: readonly string[]): Promise<void>;
  rows(table: string, rows: string[]): Promise<void>;
  newest(newest: [stream: string, seq: number, hash: string][]): Promise<void>;
  file(key: string, bytes: Buffer): Promise<void>;
  end(end: BackupEnd): Promise<void>;
}

/** For who only wants to know whether a backup is whole. */
export const nothingTaken: Target = {
  begin: async () => undefined,
  table: async () => undefined,
  rows: async () => undefined,
  newest: async () => undefined,
  file: async () => undefined,
  end: async () => undefined,
};

export interface ReadWish {
  file: string;
  holds: BackupHead['holds'];
  derive: DeriveKey;
  /** Those of the installation that is restored; null where the backup is only read. */
  keys: Keyring | null;
  onProgress(what: string, done: number): void;
}

/**
 * Reads a backup to its end and hands on what is in it; every table and file has the hash that was written down.
 * @throws UsageError, NotABackup, BackupKeyWrong, BackupDamaged, BackupContradictory, BackupOfOtherRelease, DataKeyMissing
 */
export async function readBackup(wish: ReadWish, target: Target): Promise<{ head: BackupHead; end: BackupEnd }> {
  const reader = new BackupReader(wish, target);
  const bytes = createReadStream(wish.file, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>;
  try {
    for await (const record of read(opened(wish.derive, bytes))) await reader.take(record);
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new UsageError('unreadable-file', `"${wish.file}" cannot be read: ${code}`);
  }
  return reader.finished();
}

class BackupReader {
  private head: BackupHead | null = null;
  private end: BackupEnd | null = null;
  private table: { name: string; rows: number; hash: ReturnType<typeof createHash> } | null = null;
  private file: { key: string; bytes: number; sha256: string; parts: Buffer[]; held: number } | null = null;
  private readonly read: Omit<BackupEnd, 'missing'> = { tables: {}, streams: 0, files: { count: 0, bytes: 0 } };

  constructor(
    private readonly wish: ReadWish,
    private readonly target: Target,
  ) {}

  async take(record: BackupRecord): Promise<void> {
    if (record.kind === 'head') return this.begin(record.head);
    if (this.head === null) throw new NotABackup('it has no head');
    if (this.end) throw new BackupContradictory('it goes on after its end');
    if (record.kind === 'rows') return this.rows(record.rows);
    if (record.kind === 'bytes') return this.bytes(record.bytes);
    this.closeTable();
    if (this.file) throw new BackupContradictory(`the file ${this.file.key} is not whole`);
    switch (record.kind) {
      case 'table':
        this.table = { name: record.table.name, rows: 0, hash: createHash('sha256') };
        return this.target.table(record.table.name, record.table.columns);
      case 'newest':
        this.read.streams += record.newest.length;
        return this.newest(record.newest);
      case 'file':
        this.file = { ...record.file, parts: [], held: 0 };
        return this.closeFile();
      case 'end':
        return this.close(record.end);
    }
  }

  finished(): { head: BackupHead; end: BackupEnd } {
    if (this.head === null || this.end === null) throw new BackupContradictory('it has no end');
    return { head: this.head, end: this.end };
  }

  private async begin(head: BackupHead): Promise<void> {
    if (this.head) throw new BackupContradictory('it has two heads');
    mustBeReadable(head, this.wish.holds);
    const { keys } = this.wish;
    const [current] = head.dataKeys;
    if (keys && current && keys.find(Buffer.from(current, 'hex')) === null) throw new DataKeyMissing(current);
    this.head = head;
    await this.target.begin(head);
  }

  private async rows(rows: string[]): Promise<void> {
    const { table } = this;
    if (table === null) throw new BackupContradictory('there are rows of no table');
    for (const row of rows) table.hash.update(row).update('\n');
    table.rows += rows.length;
    await this.target.rows(table.name, rows);
    this.wish.onProgress(table.name, table.rows);
  }

  private closeTable(): void {
    const { table } = this;
    if (table === null) return;
    this.read.tables[table.name] = { rows: table.rows, sha256: table.hash.digest('hex') };
    this.table = null;
  }

  private async newest(newest: [string, number, string][]): Promise<void> {
    await this.target.newest(newest);
    this.wish.onProgress('streams', this.read.streams);
  }

  private async bytes(bytes: Buffer): Promise<void> {
    if (this.file === null) throw new BackupContradictory('there are bytes of no file');
    this.file.parts.push(bytes);
    this.file.held += bytes.length;
    await this.closeFile();
  }

  private async closeFile(): Promise<void> {
    const { file } = this;
    if (file === null || file.held < file.bytes) return;
    const bytes = Buffer.concat(file.parts);
    if (bytes.length !== file.bytes || createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      throw new BackupContradictory(`the file ${file.key} has another hash`);
    await this.target.file(file.key, bytes);
    this.file = null;
    this.read.files.count++;
    this.read.files.bytes += bytes.length;
    if (this.read.files.count % 100 === 0) this.wish.onProgress('files', this.read.files.count);
  }

  private async close(end: BackupEnd): Promise<void> {
    const { missing, ...written } = end;
    const differing = Object.keys({ ...written.tables, ...this.read.tables }).find(
      (name) => JSON.stringify(written.tables[name]) !== JSON.stringify(this.read.tables[name]),
    );
    if (differing) throw new BackupContradictory(`the table ${differing} has other rows than were counted`);
    if (written.streams !== this.read.streams || written.files.count !== this.read.files.count)
      throw new BackupContradictory('it has more or fewer streams or files than were counted');
    this.end = end;
    await this.target.end(end);
  }
}

function mustBeReadable({ format, version: form, holds, release, migrations }: BackupHead, asked: string): void {
  if (format !== 'paizhao-backup') throw new NotABackup('its head says otherwise');
  if (holds !== asked) throw new NotABackup(`it holds ${holds === 'own-keys' ? 'own keys alone' : 'all but own keys'}`);
  if (form !== 1 || isLater(release, version) || migrations.join() !== migrationNames.join())
    throw new BackupOfOtherRelease(release, version);
}

function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((release) => release.split('.').map(Number)) as [number[], number[]];
  const index = a.findIndex((part, at) => part !== b[at]);
  return index >= 0 && (a[index] as number) > (b[index] ?? 0);
}
