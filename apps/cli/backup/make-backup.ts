import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type BackupEnd,
  type BackupHead,
  type BackupRecord,
  type DeriveKey,
  sealed,
  written,
} from '../../../libs/backup/index.js';
import type { Config } from '../../../libs/config/index.js';
import { version } from '../../../libs/config/version.js';
import { type DocumentStore, documentStoreOf, noFileKeys } from '../../../libs/documents/index.js';
import { Conflict } from '../../../libs/domain/index.js';
import { keyringOf } from '../../../libs/keys/keyring.js';
import {
  createDataSource,
  DatabaseSnapshot,
  migrationNames,
  ownKeysTable,
  passingTables,
  StoredFileRepository,
  type StoredTable,
} from '../../../libs/persistence/index.js';
import { keptWhole } from '../kept-whole.js';

export interface BackupWish {
  file: string;
  /** Where the keys of single people, texts and files go, apart from all else: the newest only, in place of those before. */
  ownKeys: string;
  derive: DeriveKey;
  onProgress(what: string, done: number): void;
}

export interface BackupReport {
  head: BackupHead;
  end: BackupEnd;
  /** Size of the backup itself. */
  bytes: number;
}

const pieceBytes = 1_048_576;

/**
 * Writes the installation, as it is at one moment, into one encrypted file, while it goes on. The file has its name
 * once it is whole and on the disk.
 * @throws Conflict `backup-file-exists`, `database-of-other-release`
 */
export async function makeBackup(config: Config, wish: BackupWish): Promise<BackupReport> {
  if (existsSync(wish.file)) throw fileExists(wish.file);
  if (resolve(wish.file) === resolve(wish.ownKeys)) throw sameFile(wish.file);
  const url = (config.database.adminUrl ?? config.database.url).reveal();
  const snapshot = await DatabaseSnapshot.open(url);
  try {
    // The keys first: those that are newer than a backup serve it, older ones do not.
    await keptIn(wish.ownKeys, wish, new BackupWriter(snapshot, config, wish, 'own-keys'), true);
    const writer = new BackupWriter(snapshot, config, wish, 'installation');
    const bytes = await keptIn(wish.file, wish, writer, false);
    return { head: writer.head, end: writer.end, bytes };
  } finally {
    await snapshot.close();
  }
}

const fileExists = (file: string) =>
  new Conflict('backup-file-exists', `${file} is there already`, {
    remedy: 'Give a name that no file has: a backup replaces none.',
  });

const sameFile = (file: string) =>
  new Conflict('backup-file-exists', `the own keys would go into the backup itself, ${file}`, {
    remedy: 'Give another name to one of the two.',
  });

function keptIn(file: string, { derive }: BackupWish, writer: BackupWriter, replace: boolean): Promise<number> {
  const write = (partial: string) =>
    pipeline(
      () => sealed(derive, written(writer.records())),
      createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }),
    );
  return keptWhole(file, write, replace ? null : fileExists);
}

class BackupWriter {
  readonly head: BackupHead;
  private readonly store: DocumentStore | null;
  readonly end: BackupEnd = { tables: {}, streams: 0, files: { count: 0, bytes: 0 }, missing: [] };

  constructor(
    private readonly snapshot: DatabaseSnapshot,
    private readonly config: Config,
    private readonly wish: BackupWish,
    private readonly holds: BackupHead['holds'],
  ) {
    const { takenAt, migrations } = snapshot;
    mustBeOurs(migrations);
    const dataKeys = keyringOf(config).all.map(({ id }) => id.toString('hex'));
    this.store = holds === 'own-keys' ? null : documentStoreOf(config, noFileKeys);
    const files = this.store !== null;
    this.head = { format: 'paizhao-backup', version: 1, holds, release: version, migrations, takenAt, dataKeys, files };
  }

  async *records(): AsyncGenerator<BackupRecord> {
    yield { kind: 'head', head: this.head };
    const alone = this.holds === 'own-keys';
    for (const table of await this.snapshot.tables()) {
      if ((table.name === ownKeysTable) !== alone || passingTables.includes(table.name)) continue;
      yield { kind: 'table', table };
      yield* this.rows(table);
    }
    if (!alone) yield* this.newest();
    if (this.store) yield* this.files(this.store);
    yield { kind: 'end', end: this.end };
  }

  private async *newest(): AsyncGenerator<BackupRecord> {
    for await (const page of this.snapshot.newest()) {
      this.end.streams += page.length;
      yield { kind: 'newest', newest: page.map(({ stream, seq, hash }) => [stream, seq, hash]) };
    }
  }

  private async *rows(table: StoredTable): AsyncGenerator<BackupRecord> {
    const hash = createHash('sha256');
    let count = 0;
    for await (const rows of this.snapshot.rows(table)) {
      for (const row of rows) hash.update(row).update('\n');
      count += rows.length;
      yield { kind: 'rows', rows };
      this.wish.onProgress(table.name, count);
    }
    this.end.tables[table.name] = { rows: count, sha256: hash.digest('hex') };
  }

  private async *files(store: DocumentStore): AsyncGenerator<BackupRecord> {
    const missing: string[] = [];
    for await (const keys of this.snapshot.storageKeys()) {
      for (const key of keys) {
        const bytes = await store.readSealed(key);
        if (bytes === null) missing.push(key);
        else yield* this.file(key, bytes);
      }
      this.wish.onProgress('files', this.end.files.count);
    }
    this.end.missing.push(...(await this.stillOnRecord(missing)));
  }

  private *file(key: string, bytes: Buffer): Generator<BackupRecord> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    yield { kind: 'file', file: { key, bytes: bytes.length, sha256 } };
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield { kind: 'bytes', bytes: bytes.subarray(at, at + pieceBytes) };
    this.end.files.count++;
    this.end.files.bytes += bytes.length;
  }

  /** What was swept after the snapshot was taken is not missed. */
  private async stillOnRecord(keys: string[]): Promise<string[]> {
    if (keys.length === 0) return [];
    const url = this.config.database.url.reveal();
    const source = await createDataSource({ url, poolSize: 1, applicationName: 'paizhao-backup' }).initialize();
    try {
      const files = new StoredFileRepository(source.manager);
      const used = await Promise.all(keys.map((key) => files.isUsed(key)));
      return keys.filter((_, index) => used[index]);
    } finally {
      await source.destroy();
    }
  }
}

/** Rows of another form could not be put back by the release whose name the backup bears. */
function mustBeOurs(migrations: readonly string[]): void {
  if (migrations.join() === migrationNames.join()) return;
  throw new Conflict('database-of-other-release', `the database is not as release ${version} has it`, {
    remedy: 'Make the backup with the release that runs, or migrate first.',
  });
}
