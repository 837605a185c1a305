import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { commands } from '../../apps/cli/commands/index.js';
import { type RotationReport, rotate } from '../../apps/cli/rotation.js';
import { run, type World } from '../../apps/cli/run.js';
import type { ApiClient } from '../../apps/demo/api-client.js';
import { type Config, loadConfig } from '../../libs/config/index.js';
import { Keyring, keyringOf } from '../../libs/keys/keyring.js';
import {
  Cipher,
  createDataSource,
  JobPieceRepository,
  migrate,
  openCipher,
  plainByteColumns,
  sealedColumns,
  underRotationLock,
} from '../../libs/persistence/index.js';
import { anInstallation, healed, serveApi, serveWorker } from '../support/served-installation.js';
import type { TestDatabase } from '../support/stack.js';
import { restoredDatabase, restoreFiles, storedInstallation, storedReleases } from '../support/stored-installations.js';

jest.setTimeout(120_000);

const newKey = randomBytes(32).toString('base64');

describe.each(storedReleases())('the keys of an installation that began with %s', (release) => {
  const kept = storedInstallation(release);
  const { licenses, tokens } = kept;
  let database: TestDatabase;
  let source: DataSource;
  let installation: Awaited<ReturnType<typeof anInstallation>>;
  let worker: Awaited<ReturnType<typeof serveWorker>>;

  beforeAll(async () => {
    database = await restoredDatabase(release);
    await migrate(database.url, { appUrl: database.appUrl });
    source = await createDataSource({ url: database.appUrl }).initialize();
    installation = await anInstallation(database, kept.dataKey);
    restoreFiles(kept, installation.filesDir);
    worker = await serveWorker(installation.config);
    await healed(installation.config, true);
  });

  afterAll(async () => {
    await worker?.stop();
    await installation?.close();
    await source?.destroy();
    await database?.drop();
  });

  /** The installation with these keys, the current one first. */
  function under(current: string, ...others: string[]): Config {
    const { dataKey, otherDataKeys } = loadConfig({
      DATABASE_URL: database.appUrl,
      PAIZHAO_DATA_KEY: current,
      PAIZHAO_OTHER_DATA_KEYS: others.join(','),
    });
    return { ...installation.config, dataKey, otherDataKeys };
  }

  async function cli(
    config: Config,
    ...args: string[]
  ): Promise<{ exitCode: number; report: RotationReport; out: string }> {
    const world: World = {
      entries: commands,
      version: '0',
      language: 'en',
      readText: () => '',
      installation: async () => config,
      progress: () => undefined,
    };
    const { exitCode, out } = await run(['rotate-keys', ...args, '--json'], world);
    return { exitCode, report: JSON.parse(out), out };
  }

  const counted = ({ columns, files }: RotationReport) =>
    [...columns, ...(files ? [files] : [])].reduce(
      (sum, { current, other, unreadable }) => ({
        current: sum.current + current,
        other: sum.other + other,
        unreadable: sum.unreadable + unreadable.length,
      }),
      { current: 0, other: 0, unreadable: 0 },
    );

  it('keeps fingerprints by the first key, whichever process starts first and however', async () => {
    const asked = { act: 'anything' };
    const first = new Cipher(Buffer.from(kept.dataKey, 'base64')).fingerprint(asked);
    const both = new Keyring(Buffer.from(newKey, 'base64'), [Buffer.from(kept.dataKey, 'base64')]);
    expect((await openCipher(source.manager, both)).fingerprint(asked)).toBe(first);
    const admin = await createDataSource({ url: database.url }).initialize();
    await admin.query('delete from paizhao.sealed_keys').finally(() => admin.destroy());
    expect((await openCipher(source.manager, both)).fingerprint(asked)).toBe(first);
  });

  const idempotent = { key: randomUUID(), body: { kind: 'new' } };

  const sheet = Buffer.from('统一社会信用代码,名称\n'.repeat(20_000));
  const jobId = randomUUID();
  const pieces = async (config: Config): Promise<JobPieceRepository> =>
    new JobPieceRepository(source.manager, await openCipher(source.manager, keyringOf(config)));

  it('seals the sheets of jobs too', async () => {
    await source.query(
      `insert into paizhao.jobs (id, kind, actor_kind, actor_id, asked) values ($1, 'import', 'person', 'x', '{}')`,
      [jobId],
    );
    const old = new Cipher(Buffer.from(kept.dataKey, 'base64'));
    await new JobPieceRepository(source.manager, old).keep({ id: jobId }, 'input', [sheet]);
    const read = await (await pieces(under(newKey, kept.dataKey))).readWhole(jobId, 'input');
    expect(read.equals(sheet)).toBe(true);
  });

  it('counts what is under which key and changes nothing', async () => {
    const { exitCode, report, out } = await cli(under(newKey, kept.dataKey));
    expect(exitCode).toBe(1);
    expect(counted(report)).toMatchObject({ unreadable: 0 });
    expect(counted(report).other).toBeGreaterThan(10);
    expect(out).not.toContain(newKey);
    expect(await cli(under(newKey, kept.dataKey))).toMatchObject({ report: { columns: report.columns } });
  });

  it('goes on behind a file that cannot be had, and names it', async () => {
    const [path = ''] = Object.keys(kept.files);
    const place = join(installation.filesDir, path);
    await rename(place, `${place}.aside`);
    await mkdir(place);
    const { report } = await cli(under(newKey, kept.dataKey)).finally(async () => {
      await rmdir(place);
      await rename(`${place}.aside`, place);
    });
    expect(report.files?.unreadable).toEqual([{ id: expect.any(String), why: 'out-of-reach' }]);
  });

  it('is done by one process at a time', async () => {
    await underRotationLock(source, async () => {
      const refused = rotate(under(newKey, kept.dataKey), { act: true, onProgress: () => undefined });
      await expect(refused).rejects.toMatchObject({ code: 'rotation-running', kind: 'conflict' });
      expect((await cli(under(newKey, kept.dataKey))).report.columns.length).toBeGreaterThan(0);
    });
  });

  it('goes on where it was cut off, beside an api that reads and writes', async () => {
    const api = await serveApi(under(newKey, kept.dataKey));
    try {
      const officer = api.client(tokens.officer);
      const made = await officer.post(`/licenses/${licenses.preparing}/filings`, idempotent.body, idempotent.key);
      expect(made.status).toBe(201);
      const cut = rotate(under(newKey, kept.dataKey), {
        act: true,
        onProgress: (what) => {
          if (what.startsWith('private_texts')) throw new Error('cut off');
        },
      });
      await expect(cut).rejects.toThrow('cut off');
      const [done] = await Promise.all([
        cli(under(newKey, kept.dataKey), '--do'),
        ...Array.from({ length: 10 }, async () => {
          const path = await materialPath(officer);
          expect((await officer.get(path)).body).toContain('%PDF-1.4');
        }),
      ]);
      expect(done.exitCode).toBe(0);
      expect(counted(done.report)).toMatchObject({ unreadable: 0 });
    } finally {
      await api.stop();
    }
  });

  it('leaves nothing that needs the old key', async () => {
    const { exitCode, report } = await cli(under(newKey));
    expect(exitCode).toBe(0);
    expect(counted(report)).toMatchObject({ other: 0, unreadable: 0 });
    expect((await (await pieces(under(newKey))).readWhole(jobId, 'input')).equals(sheet)).toBe(true);
    expect(report.keys).toEqual({
      current: new Keyring(Buffer.from(newKey, 'base64')).current.id.toString('hex'),
      others: [],
    });
    const api = await serveApi(under(newKey));
    try {
      const officer = api.client(tokens.officer);
      expect((await officer.get(await materialPath(officer))).body).toContain('%PDF-1.4');
      // What was asked under the first key is known again under the second.
      const again = await officer.post(`/licenses/${licenses.preparing}/filings`, idempotent.body, idempotent.key);
      expect(again).toMatchObject({ status: 201, body: { filingId: expect.any(String) } });
      const other = await officer.post(`/licenses/${licenses.preparing}/filings`, { kind: 'change' }, idempotent.key);
      expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    } finally {
      await api.stop();
    }
  });

  it('names what a lost key takes with it, and no process starts without it', async () => {
    const lost = randomBytes(32).toString('base64');
    await expect(openCipher(source.manager, new Keyring(Buffer.from(lost, 'base64')))).rejects.toMatchObject({
      code: 'data-key-missing',
      kind: 'unavailable',
    });
    await expect(serveApi(under(lost))).rejects.toMatchObject({ code: 'data-key-missing' });
  });

  it('keeps nothing half-written among the files', async () => {
    const names = await readdir(installation.filesDir, { recursive: true });
    expect(names.filter((name) => name.endsWith('.partial'))).toEqual([]);
    for (const path of Object.keys(kept.files)) {
      const stored = await readFile(join(installation.filesDir, path));
      expect(stored.subarray(0, 4).toString()).toBe('PZF3');
    }
  });

  async function materialPath(officer: Pick<ApiClient, 'get'>): Promise<string> {
    const { body } = await officer.get(`/licenses/${licenses.filed}/filings/new-1`);
    const [material] = Object.values(body.materials).flat() as [{ materialId: string }];
    return `/licenses/${licenses.filed}/filings/new-1/materials/${material.materialId}/content`;
  }
});

it('knows every column of bytes: sealed, or plain', async () => {
  const release = storedReleases().at(-1) ?? '';
  const database = await restoredDatabase(release);
  await migrate(database.url, { appUrl: database.appUrl });
  const source = await createDataSource({ url: database.url }).initialize();
  try {
    const rows = (await source.query(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'paizhao' and c.data_type = 'bytea' and t.table_type = 'BASE TABLE'`,
    )) as { name: string }[];
    const known = [...sealedColumns.map(({ table, column }) => `${table}.${column}`), ...plainByteColumns];
    expect(rows.map(({ name }) => name).sort()).toEqual(known.sort());
    for (const { table, column } of sealedColumns) {
      const [may] = await source.query(`select has_column_privilege('paizhao_app', $1, $2, 'update') as may`, [
        `paizhao.${table}`,
        column,
      ]);
      expect([table, column, may]).toEqual([table, column, { may: true }]);
    }
  } finally {
    await source.destroy();
    await database.drop();
  }
});
