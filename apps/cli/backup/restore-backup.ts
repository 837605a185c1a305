import { BackupContradictory, type BackupEnd, type BackupHead, OwnKeysOlder } from '../../../libs/backup/index.js';
import { ConfigurationError, demanded } from '../../../libs/config/demanded.js';
import type { Config } from '../../../libs/config/index.js';
import {
  type DocumentStore,
  DocumentUnreadable,
  documentStoreOf,
  type FileKeys,
  noFileKeys,
} from '../../../libs/documents/index.js';
import { Conflict } from '../../../libs/domain/index.js';
import { type Keyring, keyringOf } from '../../../libs/keys/keyring.js';
import { ChainWalk, type Finding } from '../../../libs/ledger/index.js';
import { Cipher, DatabaseRefill, OwnFileKeys } from '../../../libs/persistence/index.js';
import { originOf, signingKeysOf } from '../../../libs/sealing/index.js';
import { nothingTaken, type ReadWish, readBackup, type Target } from './read-backup.js';

/** Where an installation is restored. */
export interface RestorePlace {
  /** Of the role that migrates, on an empty database. */
  adminUrl: string;
  appUrl: string;
  keys: Keyring;
  /** Null where this process was given neither a folder nor a bucket. */
  storeWith(fileKeys: FileKeys): DocumentStore | null;
  /** Name of the log of checkpoints that its key would begin; null without a key. */
  firstLog: string | null;
}

/** @throws ConfigurationError without the role that migrates */
export function placeOf(config: Config): RestorePlace {
  const [current] = signingKeysOf(config.checkpoints) ?? [];
  return {
    adminUrl: demanded(config.database.adminUrl, 'DATABASE_ADMIN_URL').reveal(),
    appUrl: config.database.url.reveal(),
    keys: keyringOf(config),
    storeWith: (fileKeys) => documentStoreOf(config, fileKeys),
    firstLog: current ? originOf(current) : null,
  };
}

export interface RestoreWish extends Omit<ReadWish, 'keys' | 'holds'> {
  /** File with the keys of single people, texts and files; null where it is lost: then all of that reads as erased. */
  ownKeys: string | null;
  /** Restore a ledger whose chains do not verify: it is what there is, and the findings are told. */
  despiteFindings: boolean;
}

export interface Restored {
  head: BackupHead;
  end: BackupEnd;
  /** Entries of the ledger; every one was verified. */
  entries: number;
  findings: Finding[];
  /** Files that were there already, under the same or another data key. */
  filesKept: number;
}

/**
 * Puts an installation back onto an empty database: all of it, verified, or nothing. Files that it added are taken away
 * again where it does not succeed.
 * @throws what `readBackup` does; Conflict `database-not-empty`, `restored-chain-broken`; ConfigurationError
 */
export async function restoreBackup(place: RestorePlace, wish: RestoreWish): Promise<Restored> {
  const refilling = new Refilling(place, wish);
  try {
    const { head, end } = await readBackup({ ...wish, holds: 'installation', keys: place.keys }, refilling);
    return { head, end, ...refilling.found() };
  } catch (error) {
    await refilling.takeBack();
    throw error;
  }
}

class Refilling implements Target {
  private refill: DatabaseRefill | null = null;
  private takenAt = '';
  private filled = false;
  private entries = 0;
  private readonly findings: Finding[] = [];
  private filesKept = 0;
  private readonly filesAdded: string[] = [];
  /** Carries files, and opens none: their keys come with the database. */
  private readonly store: DocumentStore | null;

  constructor(
    private readonly place: RestorePlace,
    private readonly wish: RestoreWish,
  ) {
    this.store = place.storeWith(noFileKeys);
  }

  async begin({ files, takenAt }: BackupHead): Promise<void> {
    this.takenAt = takenAt;
    if (files && this.store === null)
      throw new ConfigurationError(['FILES_DIR: is needed, or FILES_S3_URL, for the files in the backup']);
    this.refill = await DatabaseRefill.begin(this.place.adminUrl, this.place.appUrl);
  }

  async table(name: string, columns: readonly string[]): Promise<void> {
    const ours = this.open().tables.find((table) => table.name === name);
    if (ours?.columns.join() !== columns.join()) throw new BackupContradictory(`the table ${name} has another form`);
  }

  async rows(table: string, rows: string[]): Promise<void> {
    try {
      await this.open().insert(table, rows);
    } catch (error) {
      // Classes 22 and 23: no value of its column, or against a constraint.
      const code = String((error as { code?: unknown }).code);
      throw /^2[23]/.test(code) ? new BackupContradictory(`${table} does not take its rows in (${code})`) : error;
    }
  }

  async newest(newest: [stream: string, seq: number, hash: string][]): Promise<void> {
    await this.mustBeFilled();
    for (const [stream, seq, hash] of newest) {
      const walk = new ChainWalk(stream);
      for await (const row of this.open().chain(stream)) walk.next(row);
      const { checked, findings } = walk.result({ seq, hash });
      this.entries += checked;
      this.findings.push(...findings);
    }
  }

  async file(key: string, bytes: Buffer): Promise<void> {
    const { store } = this;
    if (store === null) throw new BackupContradictory('it has files, which its head denies');
    const there = await store.readSealed(key);
    // The key may have been taken out of the same file since.
    if (there && (there.equals(bytes) || (await this.isReadable(key)))) {
      this.filesKept++;
      return;
    }
    if (there === null) this.filesAdded.push(key);
    await store.keepSealed(key, bytes);
  }

  /** The place for whatever else must hold of the database before anybody may see it. */
  async end({ tables }: BackupEnd): Promise<void> {
    const refill = this.open();
    await this.mustBeFilled();
    for (const [name, { rows }] of Object.entries(tables)) {
      if ((await refill.count(name)) !== rows) throw new BackupContradictory(`the table ${name} took in other rows`);
    }
    if (this.entries !== tables.ledger_events?.rows)
      throw new BackupContradictory('its ledger has entries of streams that it does not name');
    this.mustBeSound();
    await refill.restLog(this.place.firstLog);
    this.refill = null; // from here on there is nothing to take back
    await refill.commit();
  }

  found(): Pick<Restored, 'entries' | 'findings' | 'filesKept'> {
    return { entries: this.entries, findings: this.findings, filesKept: this.filesKept };
  }

  async takeBack(): Promise<void> {
    if (this.refill === null) return;
    await this.refill.abandon();
    for (const key of this.filesAdded) await this.store?.remove(key);
  }

  private async mustBeFilled(): Promise<void> {
    if (this.filled) return;
    await this.ownKeys();
    await this.open().filled();
    this.filled = true;
  }

  /** Newer ones than the backup's lack those that were destroyed since: what they opened stays erased. */
  private async ownKeys(): Promise<void> {
    const { ownKeys: file, derive, onProgress } = this.wish;
    if (file === null) return;
    const begin = async ({ takenAt }: BackupHead): Promise<void> => {
      if (takenAt < this.takenAt) throw new OwnKeysOlder(takenAt, this.takenAt);
    };
    const target: Target = {
      ...nothingTaken,
      begin,
      table: (name, columns) => this.table(name, columns),
      rows: (table, rows) => this.rows(table, rows),
    };
    await readBackup({ file, derive, onProgress, holds: 'own-keys', keys: this.place.keys }, target);
  }

  private mustBeSound(): void {
    const [first] = this.findings;
    if (!first || this.wish.despiteFindings) return;
    const { stream, seq, what } = first;
    const more = this.findings.length > 1 ? ` (${this.findings.length} findings)` : '';
    throw new Conflict('restored-chain-broken', `the ledger in it does not verify: ${stream}, ${seq}: ${what}${more}`, {
      findings: this.findings.slice(0, 100),
      remedy: 'Take an earlier backup; --despite-findings restores what there is all the same.',
    });
  }

  private async isReadable(key: string): Promise<boolean> {
    const { sql } = this.open();
    try {
      await this.place.storeWith(new OwnFileKeys(sql, new Cipher(this.place.keys)))?.read(key);
      return true;
    } catch (error) {
      if (error instanceof DocumentUnreadable) return false;
      throw error;
    }
  }

  private open(): DatabaseRefill {
    if (this.refill === null) throw new BackupContradictory('it has no head');
    return this.refill;
  }
}
