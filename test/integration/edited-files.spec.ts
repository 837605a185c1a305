import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../apps/standalone/postgres.js';
import { Supervisor } from '../../apps/standalone/supervise.js';
import { openPlainStore } from '../../libs/documents/index.js';
import { createDataSource, migrate } from '../../libs/persistence/index.js';
import { audit, Sealer, secondStore } from '../../libs/sealing/index.js';
import { appendTo, aStream, firstKey } from '../support/sealing-world.js';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..');
let folder: string;
let supervisor: Supervisor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paizhao-edited-'));
  supervisor = await Supervisor.claim(folder);
});
afterAll(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
});

const started = (port?: number) =>
  startPostgres(supervisor, {
    folder: join(folder, 'postgres'),
    throwAway: true,
    flush: true,
    installation: root,
    port,
  });

it('names the entry whose bytes were edited in the files of a stopped server', async () => {
  const server = await started();
  const appUrl = Object.assign(new URL(server.url), { username: 'paizhao_app', password: 'app' }).href;
  await migrate(server.url, { appUrl });
  const store = secondStore(openPlainStore({ directory: join(folder, 'checkpoints') }));
  const [one, two] = [aStream(), aStream()];
  const before = await createDataSource({ url: appUrl }).initialize();
  for (const stream of [one, two]) await appendTo(before, stream, 3);
  const log = { info: () => undefined, error: () => undefined };
  const pace = { entries: 1, milliseconds: 0, most: 100 };
  const sealer = new Sealer({ dataSource: before, keys: [firstKey], store, log, clock: Date.now, pace });
  expect(await sealer.round()).toBe('sealed');
  await before.destroy();
  const file = await ledgerFile(server.url);
  await server.stop();

  const bytes = readFileSync(file);
  const at = bytes.indexOf(Buffer.from(`"seq":2,"storedAt"`), bytes.indexOf(Buffer.from(two)));
  const amount = bytes.lastIndexOf(Buffer.from('1000000'), at);
  bytes.write('2000000', amount, 'latin1');
  writeFileSync(file, bytes);

  const again = await started(server.port);
  const after = await createDataSource({ url: appUrl }).initialize();
  const { findings } = await audit(after.manager, { read: (number) => store.read(number), trusted: null, known: [] });
  await after.destroy();
  await again.stop();
  expect(findings.map(({ kind, seq }) => [kind, seq])).toEqual([['changed', 2]]);
});

/** The file of the ledger's rows. Its pages' checksums are no longer looked at: who edits files can make them right, too. */
async function ledgerFile(url: string): Promise<string> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query('alter role paizhao_app set ignore_checksum_failure = on');
    await admin.query('checkpoint');
    const { rows } = await admin.query(
      `select current_setting('data_directory') || '/' || pg_relation_filepath('paizhao.ledger_events') as file`,
    );
    return rows[0].file as string;
  } finally {
    await admin.end();
  }
}
