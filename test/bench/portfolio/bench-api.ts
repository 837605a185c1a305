import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LocalDatabase, prepareDatabase } from '../../../apps/standalone/database.js';
import { firstAdminToken } from '../../../apps/standalone/first-admin.js';
import { choosePort } from '../../../apps/standalone/free-port.js';
import { startPostgres } from '../../../apps/standalone/postgres.js';
import { keptSecrets } from '../../../apps/standalone/secrets.js';
import type { Supervisor } from '../../../apps/standalone/supervise.js';
import { startTemporal } from '../../../apps/standalone/temporal-server.js';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';

export interface BenchDatabase extends LocalDatabase {
  dataKey: string;
  /** An administrator's, who reads every license; kept in the folder, for every run. */
  adminToken: string;
}

type Fail = (name: string) => { onUnexpectedExit: (how: string) => void };

/** PostgreSQL alone, its data kept in the folder. */
export async function startDatabase(supervisor: Supervisor, folder: string, failing: Fail): Promise<BenchDatabase> {
  const secrets = keptSecrets(folder);
  const postgres = await startPostgres(supervisor, { folder: join(folder, 'postgres'), ...failing('postgres') });
  const database = await prepareDatabase(postgres.url, secrets.databasePassword);
  const adminToken = await firstAdminToken(database.appUrl, secrets.dataKey, folder);
  if (adminToken === null) throw new Error(`The token of ${folder} is lost: begin anew with --fresh.`);
  return { ...database, dataKey: secrets.dataKey, adminToken };
}

/**
 * The product's API as it is, in a process of its own. No worker: no license of a sample has a workflow, and reading
 * asks for none; the Temporal server is there because the API does not start without one.
 */
export async function startApi(
  supervisor: Supervisor,
  folder: string,
  database: BenchDatabase,
  {
    temporalCli,
    failing,
    nodeArguments = [],
  }: {
    temporalCli: string | undefined;
    failing: Fail;
    nodeArguments?: readonly string[];
  },
): Promise<string> {
  const { temporalAddress, inherited } = loadLocalSettings();
  const temporal = await startTemporal(supervisor, {
    ...{ address: temporalAddress, binary: temporalCli, headless: true },
    ...failing('temporal'),
  });
  const port = await choosePort(undefined, 'PORT');
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(join(folder, 'files'), { recursive: true });
  const env = {
    ...inherited,
    ...{ NODE_ENV: 'development', TZ: 'UTC', LOG_LEVEL: 'warn', SIMULATION: 'off', RATE_LIMIT: 'off' },
    ...{ DATABASE_URL: database.appUrl, PAIZHAO_DATA_KEY: database.dataKey, FILES_DIR: join(folder, 'files') },
    ...{ TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: 'default', SMTP_URL: '', MAIL_FROM: '' },
    ...{ HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url },
  };
  const main = join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'main.js');
  const args = ['--enable-source-maps', ...nodeArguments, main];
  supervisor.start({ name: 'api', program: process.execPath, args, spawn: { env, cwd: folder }, ...failing('api') });
  await untilLive(url);
  return url;
}

async function untilLive(url: string): Promise<void> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await pause(100)) {
    const live = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (live?.ok) return;
  }
  throw new Error('The api did not answer within a minute; its log says more.');
}
