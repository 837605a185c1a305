import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { compose as composeApi } from '../../apps/api/compose.js';
import { createApp } from '../../apps/api/create-app.js';
import { targetOf, withHealer } from '../../apps/cli/healer.js';
import { ApiClient } from '../../apps/demo/api-client.js';
import { type MailCatcher, startMailCatcher } from '../../apps/standalone/mail-catcher.js';
import { compose as composeWorker } from '../../apps/worker/composition.js';
import { type Config, loadConfig } from '../../libs/config/index.js';
import { connectionOptions, type HealReport, heal } from '../../libs/gateway/index.js';
import { createNamespace } from './license-world.js';
import { quietRuntime } from './quiet-runtime.js';
import { type TestDatabase, temporalAddress, workflowBundle } from './stack.js';

/** The settings of an installation on a test's database, in a Temporal namespace that knows nothing yet. */
export async function anInstallation(
  database: TestDatabase,
  dataKey: string,
): Promise<{ config: Config; mail: MailCatcher; filesDir: string; close(): Promise<void> }> {
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect(connectionOptions({ address: temporalAddress(), namespace }));
  await createNamespace(connection, namespace);
  await connection.close();
  const mail = await startMailCatcher();
  const filesDir = await mkdtemp(join(tmpdir(), 'paizhao-files-'));
  const checkpointsDir = await mkdtemp(join(tmpdir(), 'paizhao-checkpoints-'));
  const config = loadConfig({
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'paizhao@example.com',
    PAIZHAO_DATA_KEY: dataKey,
    PAIZHAO_CHECKPOINT_KEY: Buffer.alloc(32, 5).toString('base64'),
    CHECKPOINTS_DIR: checkpointsDir,
    FILES_DIR: filesDir,
    SIMULATION: 'on',
  });
  const close = async (): Promise<void> => {
    await mail.stop();
    for (const folder of [filesDir, checkpointsDir]) await rm(folder, { recursive: true, force: true });
  };
  return { config, mail, filesDir, close };
}

/** The worker of an installation, in this process. */
export async function serveWorker(config: Config): Promise<{ stop(): Promise<void> }> {
  quietRuntime();
  const silent = pino({ level: 'silent' });
  const { workers, close } = await composeWorker(config, ['licenses', 'notices'], workflowBundle().codePath, silent);
  const ended = Promise.all(workers.map((worker) => worker.run()));
  return {
    async stop() {
      for (const worker of workers) worker.shutdown();
      await ended;
      await close();
    },
  };
}

/** What `paizhao heal` does, or would do. */
export function healed(config: Config, act: boolean): Promise<HealReport> {
  return withHealer(targetOf(config), (deps) => heal(deps, { act, perSecond: 100, patienceMs: 10_000 }));
}

/** The api of an installation, in this process. */
export async function serveApi(
  config: Config,
): Promise<{ url: string; client(token: string | null): ApiClient; stop(): Promise<void> }> {
  const { runtime, close } = await composeApi(config, pino({ level: 'silent' }));
  const app = await createApp(runtime);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    url,
    client: (token) => new ApiClient(url, token),
    async stop() {
      await app.close();
      await close();
    },
  };
}
