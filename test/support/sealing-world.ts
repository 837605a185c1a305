import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { SigningKey } from '../../libs/checkpoints/index.js';
import { openPlainStore } from '../../libs/documents/index.js';
import { append, lockHead, type NewEntry } from '../../libs/ledger/index.js';
import { createDataSource } from '../../libs/persistence/index.js';
import {
  type AuditFinding,
  type AuditWish,
  audit,
  type Pace,
  Sealer,
  type SecondStore,
  secondStore,
} from '../../libs/sealing/index.js';
import { copyOf, type TestDatabase, testDatabase } from './stack.js';

export const firstKey = new SigningKey(Buffer.alloc(32, 1));
export const secondKey = new SigningKey(Buffer.alloc(32, 2));

export interface SealerChoice {
  keys?: [SigningKey, ...SigningKey[]];
  store?: SecondStore | null;
  clock?: () => number;
  /** Null: its own. */
  pace?: Pace | null;
}

const atOnce: Pace = { entries: 1, milliseconds: 60_000, most: 10_000 };

const PLACE = join(tmpdir(), 'paizhao-sealing-');

export const aStream = (): string => `license/${randomUUID()}`;

const anEntry = (): NewEntry => ({
  validOn: '2026-11-26',
  actor: { kind: 'person', id: randomUUID() },
  commandId: randomUUID(),
  type: 'people-assigned',
  v: 1,
  data: { amount: 1_000_000 },
});

/** `now`: the stream's time; left out, the database's. */
export async function appendTo(source: DataSource, stream: string, count: number, now?: string): Promise<void> {
  await source.transaction(async (manager) => {
    const head = await lockHead(manager, stream);
    await append(manager, stream, head, now ?? head.clock, Array.from({ length: count }, anEntry));
  });
}

/** A ledger with nothing around it, a second store in a folder, and sealers that do not wait. */
export class SealingWorld {
  private constructor(
    readonly database: TestDatabase,
    readonly source: DataSource,
    readonly superuser: pg.Client,
    readonly folder: string,
  ) {}

  static async create(): Promise<SealingWorld> {
    return SealingWorld.on(await testDatabase(), await mkdtemp(PLACE));
  }

  /** As another was when it was left: with its entries and its checkpoints. */
  static async like({ database, folder }: SealingWorld): Promise<SealingWorld> {
    const own = await mkdtemp(PLACE);
    await cp(folder, own, { recursive: true });
    return SealingWorld.on(await copyOf(database), own);
  }

  private static async on(database: TestDatabase, folder: string): Promise<SealingWorld> {
    const source = await createDataSource({ url: database.appUrl }).initialize();
    const superuser = new pg.Client({ connectionString: database.url });
    await superuser.connect();
    return new SealingWorld(database, source, superuser, folder);
  }

  get store(): SecondStore {
    return secondStore(openPlainStore({ directory: this.folder }));
  }

  async close(): Promise<void> {
    await this.leave();
    await this.remove();
  }

  /** Nobody is connected to it any more; what is in it stays. */
  async leave(): Promise<void> {
    await this.superuser.end();
    await this.source.destroy();
  }

  /** Once it was left. */
  async remove(): Promise<void> {
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }

  append(stream: string, count: number, now?: string): Promise<void> {
    return appendTo(this.source, stream, count, now);
  }

  sealer({ keys = [firstKey], store = this.store, clock = Date.now, pace = atOnce }: SealerChoice = {}): Sealer {
    const log = { info: () => undefined, error: () => undefined };
    return new Sealer({ dataSource: this.source, keys, store, log, clock, ...(pace && { pace }) });
  }

  /** Appends to each and seals. */
  async sealed(streams: readonly string[], count = 1): Promise<void> {
    for (const stream of streams) await this.append(stream, count);
    expect(await this.sealer().round()).toBe('sealed');
  }

  /** Behind the product's back, as only a superuser with the triggers off can. */
  async tamper(sql: string, parameters: unknown[] = []): Promise<void> {
    await this.superuser.query('begin');
    await this.superuser.query('set local session_replication_role = replica');
    for (const each of sql.split(';')) await this.superuser.query(each, each.includes('$1') ? parameters : []);
    await this.superuser.query('commit');
  }

  /** Open alarms as `kind subject`. */
  async alarms(): Promise<string[]> {
    const rows = (await this.source.query(
      'select kind, subject from paizhao.alarms where cleared_at is null order by kind, subject',
    )) as { kind: string; subject: string }[];
    return rows.map(({ kind, subject }) => `${kind} ${subject}`);
  }

  audited(wish: Partial<AuditWish> = {}) {
    const { store } = this;
    return audit(this.source.manager, { read: (number) => store.read(number), trusted: null, known: [], ...wish });
  }

  /** What an audit finds, as `kind stream seq` or `kind checkpoint`. */
  async found(wish: Partial<AuditWish> = {}): Promise<string[]> {
    const { findings } = await this.audited(wish);
    return findings.map(({ kind, stream, seq, checkpoint }: AuditFinding) =>
      [kind, stream, seq, checkpoint].filter((part) => part !== undefined).join(' '),
    );
  }
}
