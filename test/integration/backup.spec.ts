import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { commands } from '../../apps/cli/commands/index.js';
import { run, type World } from '../../apps/cli/run.js';
import { type BackupHead, type BackupRecord, opened, read, sealed, written } from '../../libs/backup/index.js';
import { type Config, loadConfig } from '../../libs/config/index.js';
import type { Cured } from '../../libs/gateway/index.js';
import { DatabaseSnapshot, migrate, type StoredTable } from '../../libs/persistence/index.js';
import { quickKey } from '../support/quick-key.js';
import { anInstallation } from '../support/served-installation.js';
import { emptyDatabase, type TestDatabase, testDatabase } from '../support/stack.js';
import { restoredDatabase, restoreFiles, storedInstallation, storedReleases } from '../support/stored-installations.js';

jest.setTimeout(120_000);

/** An export that has ended, with a name in it: under the data key alone, as every sheet. */
const aSheet = `
  with job as (insert into paizhao.jobs (id, kind, actor_kind, actor_id, asked, state, ended_at)
               values (gen_random_uuid(), 'export', 'person', 'x', '{}', 'done', clock_timestamp()) returning id)
  insert into paizhao.job_pieces (job_id, part, number, bytes) select id, 'result', 1, '\\x00' from job`;

const release = storedReleases().at(-1) ?? '';
const kept = storedInstallation(release);
const words = randomBytes(32).toString('base64');

interface Told {
  exitCode: number;
  // biome-ignore lint/suspicious/noExplicitAny: read as a script reads it
  json: any;
}

describe('a backup', () => {
  let folder: string;
  let source: TestDatabase;
  let config: Config;
  let taken: Told;
  const made: TestDatabase[] = [];
  const backupFile = (): string => join(folder, 'one.backup');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paizhao-backup-'));
    source = await restoredDatabase(release);
    await migrate(source.url, { appUrl: source.appUrl });
    config = configOf(source, join(folder, 'files'));
    restoreFiles(kept, join(folder, 'files'));
    await query(source, aSheet);
    taken = await cli(config, ['backup', backupFile()]);
  });

  afterAll(async () => {
    for (const database of [source, ...made]) await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const configOf = ({ url, appUrl }: TestDatabase, filesDir: string, more: Record<string, string> = {}): Config =>
    loadConfig({
      DATABASE_URL: appUrl,
      DATABASE_ADMIN_URL: url,
      PAIZHAO_DATA_KEY: kept.dataKey,
      FILES_DIR: filesDir,
      ...more,
    });

  async function cli(installation: Config, args: string[], key = words): Promise<Told> {
    const world: World = {
      entries: commands,
      version: '0',
      language: 'en',
      readText: () => `${key}\n`,
      installation: async () => installation,
      progress: () => undefined,
      deriveKey: quickKey,
    };
    const { exitCode, out, err } = await run([...args, '--key-file', 'key', '--json'], world);
    return { exitCode, json: JSON.parse(out || err) };
  }

  interface Place {
    database: TestDatabase;
    config: Config;
  }

  /** A database with nothing in it, not even tables, and an empty folder for files. */
  const elsewhere = async (): Promise<Place> => placeOn(await emptyDatabase());

  /** The same, with the tables that a restore would make. */
  const withTables = async (more?: Record<string, string>): Promise<Place> => placeOn(await testDatabase(), more);

  function placeOn(database: TestDatabase, more: Record<string, string> = {}): Place {
    made.push(database);
    return { database, config: configOf(database, join(folder, randomUUID()), more) };
  }

  const query = <T>(database: TestDatabase, sql: string): Promise<T[]> => asking(database, (ask) => ask<T>(sql));

  /** Over one connection: there are some eighty tables, and beginning one takes longer than asking of them all. */
  async function asking<R>(
    { url }: TestDatabase,
    work: (ask: <T>(sql: string) => Promise<T[]>) => Promise<R>,
  ): Promise<R> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(async <T>(sql: string) => (await client.query(sql)).rows as T[]);
    } finally {
      await client.end();
    }
  }

  /** Every row of every table, and whatever guards them. */
  const contentOf = (database: TestDatabase): Promise<Record<string, unknown>> =>
    asking(database, async (ask) => {
      const tables = await ask<{ name: string }>(
        `select relname as name from pg_class
          where relnamespace = 'paizhao'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`,
      );
      const content: Record<string, unknown> = {};
      for (const { name } of tables)
        content[name] = await ask(`select t::text as row from paizhao."${name}" t order by 1`);
      content.guards = await ask(
        `select c.relname, t.tgname, t.tgenabled from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = 'paizhao'::regnamespace and not t.tgisinternal order by 1, 2`,
      );
      return content;
    });

  async function filesIn({ filesDir }: Config): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    const entries = await readdir(filesDir ?? '', { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isFile()) found[entry.name] = (await readFile(join(entry.parentPath, entry.name))).toString('base64');
    return found;
  }

  async function expectUntouched({ database, config }: Place): Promise<void> {
    await asking(database, async (ask) => {
      const tables = await ask<{ name: string }>(
        `select relname as name from pg_class where relnamespace = to_regnamespace('paizhao') and relkind = 'r'
            and relname <> 'migrations'`,
      );
      for (const { name } of tables) expect([name, await ask(`select from paizhao."${name}"`)]).toEqual([name, []]);
    });
    expect(await filesIn(config)).toEqual({});
  }

  /** The backup as somebody who has its key could have written it otherwise. */
  async function rewritten(name: string, change: (record: BackupRecord) => BackupRecord | null): Promise<string> {
    const derive = quickKey(words);
    const bytes = await readFile(backupFile());
    async function* changed(): AsyncGenerator<BackupRecord> {
      for await (const record of read(opened(derive, Readable.from([bytes])))) {
        const other = change(record);
        if (other) yield other;
      }
    }
    const file = join(folder, `${name}.backup`);
    await writeFile(file, Readable.from(sealed(derive, written(changed()))));
    return file;
  }

  it('counts what is in it and names what must be kept apart', async () => {
    const files = Object.keys(kept.files).length;
    expect(taken).toMatchObject({ exitCode: 0, json: { files: { count: files }, missing: [], version: 1 } });
    expect(taken.json.dataKeys).toHaveLength(1);
    expect(taken.json.tables.ledger_events.rows).toBeGreaterThan(50);
  });

  it('shows nobody a name, a key or a token, and leaves nothing beside it', async () => {
    const bytes = await readFile(backupFile());
    for (const secret of [kept.dataKey, words, 'license', 'paizhao_app', ...Object.values(kept.tokens)])
      expect(bytes.includes(secret)).toBe(false);
    expect(await readdir(folder)).not.toContain('one.backup.partial');
  });

  it('comes back as every row, every guard and every file was', async () => {
    const target = await elsewhere();
    const { exitCode, json } = await cli(target.config, ['restore', '--leave-workflows', backupFile()]);
    expect({ exitCode, json }).toMatchObject({ exitCode: 0, json: { findings: [], streams: taken.json.streams } });
    expect(json.entries).toBe(taken.json.tables.ledger_events.rows);
    const nothingPassing = { jobs: [], job_pieces: [] };
    expect(await contentOf(target.database)).toEqual({ ...(await contentOf(source)), ...nothingPassing });
    expect(await filesIn(target.config)).toEqual(await filesIn(config));
  });

  it('counts on from its rows: what is appended to what came back meets no number that is taken', async () => {
    const target = await withTables();
    await cli(target.config, ['restore', '--leave-workflows', backupFile()]);
    const [last] = await query<{ id: string }>(source, 'select max(id) as id from paizhao.seal_notes');
    const append = "insert into paizhao.seal_notes (stream, upto_seq, entries) values ('house', 1, 1) returning id";
    const [next] = await query<{ id: string }>(target.database, append);
    expect(Number(last?.id)).toBeGreaterThan(0);
    expect(Number(next?.id)).toBe(Number(last?.id) + 1);
  });

  it('is healed right after it, where Temporal answers', async () => {
    const { database } = await withTables();
    const installation = await anInstallation(database, kept.dataKey);
    try {
      const { temporal, filesDir } = installation.config;
      const place = { ...configOf(database, filesDir ?? '', { SIMULATION: 'on' }), temporal };
      const { exitCode, json } = await cli(place, ['restore', backupFile()]);
      expect(exitCode).toBe(0);
      const { ended, ...open } = kept.licenses;
      const started = (json.heal.findings as Cured[]).map(({ licenseId, outcome }) => [licenseId, outcome]);
      expect(started.sort()).toEqual(
        Object.values(open)
          .map((licenseId) => [licenseId, 'cured'])
          .sort(),
      );
    } finally {
      await installation.close();
    }
  });

  it('is restored by an administrator who is no superuser', async () => {
    const { database, config: ofSuperuser } = await elsewhere();
    const role = `${database.name}_admin`;
    await query(database, `create role ${role} login createrole password 'admin'`);
    await query(database, `grant paizhao_ledger to ${role} with admin option`); // of this server's other databases
    await query(database, `alter database ${database.name} owner to ${role}`);
    const url = new URL(database.url);
    [url.username, url.password] = [role, 'admin'];
    const admin = configOf({ ...database, url: url.href }, ofSuperuser.filesDir ?? '');
    expect(await cli(admin, ['restore', '--leave-workflows', backupFile()])).toMatchObject({
      exitCode: 0,
      json: { findings: [] },
    });
    expect((await contentOf(database)).guards).toEqual((await contentOf(source)).guards);
    await database.drop();
    await query(source, `drop owned by ${role}; drop role ${role}`);
  });

  it('restores onto files that are there still', async () => {
    const { config: empty } = await withTables();
    const there = { ...empty, filesDir: config.filesDir };
    const { exitCode, json } = await cli(there, ['restore', '--leave-workflows', backupFile()]);
    expect({ exitCode, json }).toMatchObject({ exitCode: 0, json: { filesKept: Object.keys(kept.files).length } });
  });

  it('is read to its end without a place to restore it', async () => {
    const { exitCode, json } = await cli(config, ['restore', '--leave-workflows', backupFile(), '--check']);
    expect({ exitCode, json }).toMatchObject({ exitCode: 0, json: { tables: taken.json.tables } });
  });

  it('is of one moment: what others write meanwhile is not in it', async () => {
    const snapshot = await DatabaseSnapshot.open(source.appUrl);
    try {
      const before = await query<{ row: string }>(source, 'select t::text as row from paizhao.files t');
      await query(source, 'update paizhao.files set claimed_at = null');
      const seen: string[] = [];
      const files = (await snapshot.tables()).find(({ name }) => name === 'files') as StoredTable;
      for await (const rows of snapshot.rows(files)) seen.push(...rows);
      expect(seen.sort()).toEqual(before.map(({ row }) => row).sort());
    } finally {
      await snapshot.close();
    }
  });

  it('takes large rows a few at a time, also after many small ones', async () => {
    const { database } = await withTables();
    const fill = (from: number, upto: number, bytes: number) =>
      query(
        database,
        `insert into paizhao.given_up_records
         select n, (select string_agg(sha256(i::text::bytea), '') from generate_series(1, ${bytes / 32}) i)
           from generate_series(${from}, ${upto}) n`,
      );
    await fill(1, 3_000, 32);
    await fill(3_001, 3_020, 320_000);
    const snapshot = await DatabaseSnapshot.open(database.appUrl);
    try {
      const pages: { rows: number; characters: number }[] = [];
      for await (const rows of snapshot.rows({ name: 'given_up_records', columns: ['number', 'record'] }))
        pages.push({ rows: rows.length, characters: rows.join('').length });
      expect(pages.reduce((sum, { rows }) => sum + rows, 0)).toBe(3_020);
      expect(Math.max(...pages.map(({ characters }) => characters))).toBeLessThan(8 * 650_000);
    } finally {
      await snapshot.close();
    }
  });

  it('replaces no file', async () => {
    const before = await readFile(backupFile());
    expect(await cli(config, ['backup', backupFile()])).toMatchObject({
      exitCode: 1,
      json: { error: { code: 'backup-file-exists' } },
    });
    expect((await readFile(backupFile())).equals(before)).toBe(true);
  });

  it('names files that are on record and gone', async () => {
    const without = configOf(source, join(folder, 'nothing'));
    const { exitCode, json } = await cli(without, ['backup', join(folder, 'gone.backup')]);
    expect(exitCode).toBe(1);
    expect(json.missing).toHaveLength(Object.keys(kept.files).length);
  });

  describe('is refused, and leaves nothing behind,', () => {
    it('under another key', async () => {
      const target = await elsewhere();
      const told = await cli(target.config, ['restore', '--leave-workflows', backupFile()], 'x'.repeat(30));
      expect(told).toMatchObject({ exitCode: 2, json: { error: { code: 'backup-key-wrong' } } });
      await expectUntouched(target);
    });

    it('under a key that could be guessed', async () => {
      const told = await cli(config, ['restore', '--leave-workflows', backupFile()], 'secret');
      expect(told).toMatchObject({ exitCode: 2, json: { error: { code: 'backup-key-too-short' } } });
    });

    it('where the installation has another data key', async () => {
      const target = await withTables({ PAIZHAO_DATA_KEY: randomBytes(32).toString('base64') });
      const told = await cli(target.config, ['restore', '--leave-workflows', backupFile()]);
      expect(told).toMatchObject({ exitCode: 1, json: { error: { code: 'data-key-missing' } } });
      await expectUntouched(target);
    });

    it.each([
      ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
      ['cut just before its end', (bytes: Buffer) => bytes.subarray(0, -1)],
      ['changed near its end', (bytes: Buffer) => flipped(bytes, bytes.length - 20)],
      ['changed in the middle', (bytes: Buffer) => flipped(bytes, Math.floor(bytes.length / 2))],
    ])('when it was %s', async (what, changed) => {
      const target = await withTables();
      const file = join(folder, `${what}.backup`);
      await writeFile(file, changed(await readFile(backupFile())));
      const told = await cli(target.config, ['restore', '--leave-workflows', file]);
      expect(told).toMatchObject({ exitCode: 2, json: { error: { code: 'backup-damaged' } } });
      await expectUntouched(target);
    });

    it('onto a database that somebody uses', async () => {
      const before = await contentOf(source);
      const told = await cli(config, ['restore', '--leave-workflows', backupFile()]);
      expect(told).toMatchObject({ exitCode: 1, json: { error: { code: 'database-not-empty' } } });
      expect(await contentOf(source)).toEqual(before);
    });

    it.each([
      ['it is of a later release', onHead({ release: '99.0.0' }), 'backup-of-other-release'],
      ['its database had other migrations', onHead({ migrations: ['Ledger1795305600001'] }), 'backup-of-other-release'],
      ['a table lost a row', on('rows', ({ rows }) => ({ kind: 'rows', rows: rows.slice(1) })), 'backup-contradictory'],
      [
        'a file has another hash',
        on('bytes', ({ bytes }) => ({ kind: 'bytes', bytes: flipped(bytes, 9) })),
        'backup-contradictory',
      ],
      ['streams are not named', on('newest', () => ({ kind: 'newest', newest: [] })), 'backup-contradictory'],
      ['it has no end', (record: BackupRecord) => (record.kind === 'end' ? null : record), 'backup-contradictory'],
    ])('where %s', async (what, change, code) => {
      const target = await withTables();
      const told = await cli(target.config, ['restore', '--leave-workflows', await rewritten(what, change)]);
      expect(told).toMatchObject({ json: { error: { code } } });
      await expectUntouched(target);
    });

    it('where a chain does not end as it says, unless that is asked for', async () => {
      const shorter = on('newest', ({ newest }) => ({
        kind: 'newest',
        newest: newest.map(([stream, seq, hash]) => [stream, stream === 'house' ? seq + 1 : seq, hash]),
      }));
      const file = await rewritten('shorter', shorter);
      const target = await withTables();
      const told = await cli(target.config, ['restore', '--leave-workflows', file]);
      expect(told).toMatchObject({ exitCode: 1, json: { error: { code: 'restored-chain-broken' } } });
      await expectUntouched(target);
      const despite = await cli(target.config, ['restore', '--leave-workflows', file, '--despite-findings']);
      expect(despite).toMatchObject({ exitCode: 1, json: { findings: [{ stream: 'house', kind: 'head-differs' }] } });
    });

    it('when there is no such file, and when it is something else', async () => {
      const { config: empty } = await elsewhere();
      const none = await cli(empty, ['restore', '--leave-workflows', join(folder, 'none')]);
      expect(none).toMatchObject({ exitCode: 2, json: { error: { code: 'unreadable-file' } } });
      await writeFile(join(folder, 'text'), 'a text that is no backup at all, though long enough'.repeat(10));
      const text = await cli(empty, ['restore', '--leave-workflows', join(folder, 'text')]);
      expect(text).toMatchObject({ exitCode: 2, json: { error: { code: 'not-a-backup' } } });
    });
  });
});

type Of<K extends BackupRecord['kind']> = Extract<BackupRecord, { kind: K }>;

/** Changes the records of one kind. */
function on<K extends BackupRecord['kind']>(kind: K, change: (record: Of<K>) => BackupRecord) {
  return (record: BackupRecord): BackupRecord => (record.kind === kind ? change(record as Of<K>) : record);
}

function onHead(other: Partial<BackupHead>) {
  return on('head', ({ head }) => ({ kind: 'head', head: { ...head, ...other } }));
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] as number) ^ 1;
  return changed;
}
