import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { commands } from '../../apps/cli/commands/index.js';
import { type Examination, examine } from '../../apps/cli/doctor/examine.js';
import { run, type World } from '../../apps/cli/run.js';
import { type Config, loadConfig } from '../../libs/config/index.js';
import { migrate } from '../../libs/persistence/index.js';
import { anInstallation, healed, serveApi, serveWorker } from '../support/served-installation.js';
import { emptyDatabase, type TestDatabase, temporalAddress } from '../support/stack.js';
import { restoredDatabase, restoreFiles, storedInstallation } from '../support/stored-installations.js';

jest.setTimeout(120_000);

/** An installation with licenses in it, brought to life, and then broken in one way after the other. */
const kept = storedInstallation('0.1.0');
let database: TestDatabase;
let admin: pg.Client;
let config: Config;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await restoredDatabase('0.1.0');
  closers.push(() => database.drop());
  await migrate(database.url, { appUrl: database.appUrl });
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  closers.push(() => admin.end());
  const installation = await anInstallation(database, kept.dataKey);
  closers.push(installation.close);
  restoreFiles(kept, installation.filesDir);
  const worker = await serveWorker(installation.config);
  closers.push(worker.stop);
  const api = await serveApi(installation.config);
  closers.push(api.stop);
  config = { ...installation.config, http: { ...installation.config.http, publicUrl: api.url } };
  await healed(config, true);
});

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

const errorsIn = ({ findings }: Examination): string[] =>
  findings.filter(({ level }) => level === 'error').map(({ check }) => check);

/** The one finding of a check that says what is wrong. */
function finding({ findings }: Examination, check: string) {
  return findings.find((found) => found.check === check && found.level !== 'ok');
}

/** Breaks the installation, looks at it, and mends it. */
async function whileBroken(breaking: string, mending: string): Promise<Examination> {
  await admin.query(breaking);
  try {
    return await examine(config);
  } finally {
    await admin.query(mending);
  }
}

it('finds nothing wrong with an installation that is well, and says what it looked at', async () => {
  const examination = await examine(config);
  expect(examination.findings.filter(({ level }) => level !== 'ok')).toEqual([]);
  expect(examination.skipped).toEqual([]);
  expect(new Set(examination.findings.map(({ check }) => check)).size).toBe(20);
});

it('tells people in their language, and scripts by its status', async () => {
  const world: World = {
    entries: commands,
    version: '0',
    language: 'zh',
    readText: () => '',
    installation: async () => config,
    progress: () => undefined,
  };
  const well = await run(['doctor'], world);
  expect(well).toMatchObject({ exitCode: 0, out: expect.stringMatching(/个错误，0 个注意。$/) });
  for (const line of well.out.split('\n')) expect(line).toMatch(/\p{Script=Han}/u);
  await admin.query('alter table paizhao.ledger_heads disable trigger ledger_heads_stay');
  const broken = await run(['doctor', '--lang', 'en', '--json'], world);
  await admin.query('alter table paizhao.ledger_heads enable trigger ledger_heads_stay');
  expect(broken.exitCode).toBe(1);
  const { healthy, findings } = JSON.parse(broken.out);
  expect(healthy).toBe(false);
  expect(findings.find(({ check }: { check: string }) => check === 'ledger-guards')).toEqual({
    check: 'ledger-guards',
    level: 'error',
    what: expect.stringContaining('ledger_heads_stay is disabled'),
    where: expect.stringContaining(database.name),
    remedy: expect.stringContaining('triggers'),
  });
});

describe('names what is broken in the database', () => {
  const filed = kept.licenses.filed;
  it.each<[string, string, RegExp, string, string]>([
    [
      'a right that was taken away',
      'role-rights',
      /outbox/,
      'revoke insert on paizhao.outbox from paizhao_app',
      'grant insert on paizhao.outbox to paizhao_app',
    ],
    [
      'a function that may not be called',
      'role-rights',
      /ledger_append/,
      'revoke execute on function paizhao.ledger_append(text, bigint, bytea, bytea[], bytea[]) from paizhao_app',
      'grant execute on function paizhao.ledger_append(text, bigint, bytea, bytea[], bytea[]) to paizhao_app',
    ],
    [
      'a right that goes round the ledger',
      'role-rights',
      /ledger_events delete/,
      'grant delete on paizhao.ledger_events to paizhao_app',
      'revoke delete on paizhao.ledger_events from paizhao_app',
    ],
    [
      'a trigger that was dropped',
      'ledger-guards',
      /ledger_events_append_only is missing/,
      'drop trigger ledger_events_append_only on paizhao.ledger_events',
      `create trigger ledger_events_append_only before update or delete or truncate on paizhao.ledger_events
         for each statement execute function paizhao.ledger_is_append_only()`,
    ],
    [
      'a trigger that was switched off',
      'ledger-guards',
      /ledger_heads_stay is disabled/,
      'alter table paizhao.ledger_heads disable trigger ledger_heads_stay',
      'alter table paizhao.ledger_heads enable trigger ledger_heads_stay',
    ],
    [
      'a trigger without which nothing is noted for sealing',
      'ledger-guards',
      /ledger_heads_seal is disabled/,
      'alter table paizhao.ledger_heads disable trigger ledger_heads_seal',
      'alter table paizhao.ledger_heads enable trigger ledger_heads_seal',
    ],
    [
      'a ledger with another owner',
      'ledger-guards',
      /owned by postgres/,
      'alter table paizhao.ledger_heads owner to postgres',
      'alter table paizhao.ledger_heads owner to paizhao_ledger',
    ],
    [
      'a migration that has not run',
      'migrations',
      /HouseDecisions/,
      `update paizhao.migrations set name = 'x' || name where name like 'HouseDecisions%'`,
      `update paizhao.migrations set name = substr(name, 2) where name like 'xHouse%'`,
    ],
    [
      'a database of a later release',
      'migrations',
      /newer than this program.*Later/,
      `insert into paizhao.migrations ("timestamp", name) values (9, 'Later9')`,
      `delete from paizhao.migrations where name = 'Later9'`,
    ],
    [
      'a snapshot that is behind its ledger',
      'chains',
      new RegExp(filed),
      `update paizhao.snapshots set seq = seq - 1 where license_id = '${filed}'`,
      `update paizhao.snapshots set seq = seq + 1 where license_id = '${filed}'`,
    ],
    [
      'law that a license pins and nobody has',
      'law',
      /no-such-pack@1/,
      `update paizhao.snapshots set state = jsonb_set(state, '{pins,pack}', '"no-such-pack@1"') where license_id = '${filed}'`,
      `update paizhao.snapshots set state = jsonb_set(state, '{pins,pack}', '"cn-vats-current@1"') where license_id = '${filed}'`,
    ],
    [
      'a wake-up that did not come',
      'wake-ups',
      new RegExp(filed),
      `update paizhao.snapshots set wake_at = wake_at - interval '20 years' where license_id = '${filed}'`,
      `update paizhao.snapshots set wake_at = wake_at + interval '20 years' where license_id = '${filed}'`,
    ],
  ])('%s', async (_, check, what, breaking, mending) => {
    const examination = await whileBroken(breaking, mending);
    expect(finding(examination, check)).toMatchObject({
      level: 'error',
      what: { en: expect.stringMatching(what), zh: expect.stringMatching(/\p{Script=Han}/u) },
      remedy: { en: expect.any(String), zh: expect.any(String) },
    });
  });

  it('heads that do not belong to their chains', async () => {
    const stream = `license/${filed}`;
    const examination = await whileBroken(
      `set session_replication_role = replica;
       update paizhao.ledger_heads set seq = seq - 1 where stream = '${stream}'`,
      `update paizhao.ledger_heads set seq = seq + 1 where stream = '${stream}';
       set session_replication_role = default`,
    );
    expect(finding(examination, 'chains')?.what.en).toContain(stream);
  });

  it('messages that wait', async () => {
    const asked = `(select key from paizhao.outbox where not simulated order by key limit 1)`;
    const examination = await whileBroken(
      `update paizhao.outbox set state = 'queued', settled_at = null, stored_at = stored_at - interval '90 days' where key = ${asked}`,
      `update paizhao.outbox set state = 'sent', settled_at = changed_at, stored_at = stored_at + interval '90 days' where key = ${asked}`,
    );
    expect(finding(examination, 'messages')).toMatchObject({ level: 'error' });
  });

  it('alarms that are open', async () => {
    const examination = await whileBroken(
      `insert into paizhao.alarms (id, kind, subject, details, raised_at)
       select gen_random_uuid(), 'robot-refused', 'robot ' || n, '{}', now() from generate_series(1, 4) n`,
      `delete from paizhao.alarms`,
    );
    expect(finding(examination, 'alarms')).toMatchObject({
      level: 'warning',
      where: expect.stringMatching(/^robot \d, robot \d, robot \d, …$/),
      what: { en: expect.stringMatching(/^4 open: A chat robot/), zh: expect.stringContaining('（4）：群机器人') },
      remedy: { en: 'See robot-refused in docs/runbook.md.' },
    });
  });
});

describe('names what does not answer', () => {
  const others = (env: Record<string, string>): Config =>
    loadConfig({
      DATABASE_URL: database.appUrl,
      TEMPORAL_ADDRESS: temporalAddress(),
      TEMPORAL_NAMESPACE: config.temporal.namespace,
      PAIZHAO_DATA_KEY: kept.dataKey,
      PUBLIC_URL: config.http.publicUrl,
      ...env,
    });
  const withPassword = (password: string): string => {
    const url = new URL(database.appUrl);
    url.password = password;
    return url.href;
  };

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['a database that is away', { DATABASE_URL: 'postgres://paizhao_app:app@127.0.0.1:9/none' }, 'database', /answer/],
    ['a Temporal server that is away', { TEMPORAL_ADDRESS: '127.0.0.1:9' }, 'temporal', /does not answer/],
    ['a namespace that is not there', { TEMPORAL_NAMESPACE: 'no-such-namespace' }, 'temporal', /no such namespace/],
    ['a namespace without workers', { TEMPORAL_NAMESPACE: 'default' }, 'workers', /No worker polls/],
    ['a namespace without its schedules', { TEMPORAL_NAMESPACE: 'default' }, 'schedules', /digest/],
    ['a mail server that is away', { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@example.com' }, 'mail', /answer/],
    ['a key under which nothing was stored', { PAIZHAO_DATA_KEY: randomBytes(32).toString('base64') }, 'data-key', /./],
    ['a folder of files that is not there', { FILES_DIR: '/no/such/folder' }, 'files', /missing/],
    ['files that are not in their folder', { FILES_DIR: tmpdir() }, 'files', /on record are missing/],
    [
      'a bucket that is away',
      { FILES_S3_URL: 'http://127.0.0.1:9/papers', FILES_S3_KEY_ID: 'id', FILES_S3_SECRET_KEY: ':app@' },
      'files',
      /bucket cannot be used.*ECONNREFUSED/,
    ],
    [
      'a virus scanner that is away',
      { FILES_DIR: tmpdir(), CLAMD_ADDRESS: '127.0.0.1:9' },
      'files',
      /scanner does not/,
    ],
    ['a folder of law that cannot be read', { LAW_FOLDER: '/no/such/folder' }, 'law-folder', /no folder/],
  ])('%s', async (_, env, check, what) => {
    const examination = await examine(others(env));
    expect(errorsIn(examination)).toContain(check);
    expect(finding(examination, check)?.what.en).toMatch(what);
    expect(JSON.stringify(examination)).not.toMatch(/:app@/);
  });

  it('files that no key opens, and older keys that are still in use', async () => {
    const fresh = { PAIZHAO_DATA_KEY: randomBytes(32).toString('base64'), FILES_DIR: config.filesDir ?? '' };
    const lost = await examine(others(fresh));
    expect(finding(lost, 'files')?.what.en).toMatch(/^No data key opens these files: [0-9a-f-]{36}/);
    const both = await examine(others({ ...fresh, PAIZHAO_OTHER_DATA_KEYS: kept.dataKey }));
    expect(finding(both, 'files')).toBeUndefined();
    expect(finding(both, 'data-key')).toMatchObject({ level: 'warning', where: 'PAIZHAO_OTHER_DATA_KEYS' });
  });

  it('a mail server that refuses the log-in, without telling the password', async () => {
    const server = new SMTPServer({
      allowInsecureAuth: true,
      hideSTARTTLS: true,
      onAuth: (_, __, answer) => answer(new Error('535 no')),
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    try {
      const { port } = listening.address() as AddressInfo;
      const url = `smtp://someone:wrong-secret@127.0.0.1:${port}`;
      const examination = await examine(others({ SMTP_URL: url, MAIL_FROM: 'a@example.com' }));
      expect(finding(examination, 'mail')).toMatchObject({
        level: 'error',
        where: `127.0.0.1:${port}`,
        what: { en: 'The mail server refuses the log-in (EAUTH, 535)' },
      });
      expect(JSON.stringify(examination)).not.toContain('wrong-secret');
    } finally {
      await new Promise<void>((closed) => server.close(() => closed()));
    }
  });

  it('what could not be looked at because of it', async () => {
    const examination = await examine(others({ DATABASE_URL: withPassword('wrong'), TEMPORAL_ADDRESS: '127.0.0.1:9' }));
    expect(finding(examination, 'database')).toBeDefined();
    expect(examination.skipped).toEqual(expect.arrayContaining(['chains', 'workers', 'workflows']));
  });

  it('a workflow that is missing', async () => {
    const examination = await examine(others({ TEMPORAL_NAMESPACE: 'default' }));
    expect(finding(examination, 'workflows')?.what.en).toMatch(/no workflow runs/);
  });
});

it('a database that no release has migrated yet', async () => {
  const empty = await emptyDatabase();
  try {
    const url = new URL(database.appUrl);
    url.pathname = `/${empty.name}`;
    const examination = await examine(
      loadConfig({ DATABASE_URL: url.href, TEMPORAL_ADDRESS: '127.0.0.1:9', PAIZHAO_DATA_KEY: kept.dataKey }),
    );
    expect(finding(examination, 'migrations')).toMatchObject({ remedy: { en: expect.stringContaining('migrate') } });
  } finally {
    await empty.drop();
  }
});
