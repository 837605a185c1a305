import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HealReport } from '../../libs/gateway/index.js';
import { loadLawFolder } from '../../libs/law/index.js';
import { type LocalDatabase, prepareDatabase } from './database.js';
import { firstAdminToken } from './first-admin.js';
import { choosePort } from './free-port.js';
import { healAtBoot } from './heal-at-boot.js';
import {
  type IdentityProviderOptions,
  type LocalIdentityProvider,
  startIdentityProvider,
} from './identity-provider.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { OperatorProblem } from './operator-problem.js';
import { startPostgres } from './postgres.js';
import { keptSecrets } from './secrets.js';
import { removeHandedOver } from './server-user.js';
import { type Child, Supervisor } from './supervise.js';
import { type RunningTemporal, startTemporal } from './temporal-server.js';

export interface StackOptions {
  /** All data of the stack. */
  folder: string;
  /** Throws away what an earlier run left in the folder, and the database of this one when it stops. */
  fresh?: boolean;
  /** With `fresh`: PostgreSQL flushes to the disk all the same, as where data is kept. */
  flush?: boolean;
  /** With `fresh`: what this run leaves stays when it stops, for a later start that is not fresh. */
  keep?: boolean;
  /** The built product, the folder `dist`. */
  dist: string;
  /** The Temporal CLI, unless `temporalAddress` names a server that runs already. */
  temporalCli: string | undefined;
  temporalAddress: string | undefined;
  /** Allows licenses whose time is skipped. */
  simulation: boolean;
  ports?: Partial<Record<'api' | 'postgres' | 'temporal' | 'temporalUi' | 'mailSmtp' | 'mailHttp', number>>;
  /** Signs everybody in, to try things; null or left out for none. */
  identity?: IdentityProviderOptions | null;
  /** Rule packs and calendars beside those that ship. */
  lawFolder?: string | null;
  /** Environment that api and worker inherit. */
  inherited: Record<string, string>;
  /** Further arguments to Node for api and worker, such as those of its profiler. */
  nodeArguments?: string[];
  /** Told each step, as a plain line. */
  onStep: (line: string) => void;
  /** A part ended although nobody asked it to. */
  onUnexpectedExit: (name: string, how: string) => void;
}

export interface Stack {
  apiUrl: string;
  mail: MailCatcher;
  identity: LocalIdentityProvider | null;
  temporal: RunningTemporal;
  database: LocalDatabase;
  dataKey: string;
  /** For the first administrator, until `adminTokenWasShown`; null at every later start. */
  adminToken: string | null;
  supervisor: Supervisor;
  /** `more`: beside, or in place of, what every process here inherits. `as` names a further worker, and its log. */
  startWorker(more?: Record<string, string>, as?: string): Promise<Child>;
  /** What the heal at this start found, when it is through; null for a fresh folder, or where it did not finish. */
  healed: Promise<HealReport | null>;
}

const readyLimitMs = 60_000;

/** The one that a development server brings. */
const namespace = 'default';

/**
 * Starts the whole product on this machine: PostgreSQL, Temporal with its pages, a mailbox, worker and api. Returns
 * when the api says that it is ready. `supervisor.stop()` ends everything.
 *
 * @throws OperatorProblem with a way out; whatever had started has been stopped
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const supervisor = await Supervisor.claim(options.folder);
  if (options.fresh) empty(options.folder);
  try {
    return await startParts(supervisor, options);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

/** All but the account of running processes, which the supervisor has just made its own. */
function empty(folder: string): void {
  removeHandedOver(join(folder, 'postgres', 'cluster'));
  for (const name of readdirSync(folder)) {
    if (name !== 'processes.json') rmSync(join(folder, name), { recursive: true, force: true });
  }
  mkdirSync(join(folder, 'logs'));
}

async function startParts(supervisor: Supervisor, options: StackOptions): Promise<Stack> {
  const { folder, ports = {}, onStep, fresh = false } = options;
  const watched = (name: string) => ({ onUnexpectedExit: (how: string) => options.onUnexpectedExit(name, how) });
  // Before anything starts, so that a wrong file is named here; heal in this process needs the law too.
  if (options.lawFolder) loadLawFolder(options.lawFolder);
  const secrets = keptSecrets(folder);
  const identity = options.identity ? await startIdentityProvider(options.identity) : null;
  if (identity) supervisor.onStop(() => identity.stop());
  const [postgres, temporal, mail] = await Promise.all([
    startPostgres(supervisor, {
      folder: join(folder, 'postgres'),
      port: ports.postgres,
      throwAway: fresh && !options.keep,
      flush: options.flush ?? (!fresh || options.keep),
      ...watched('postgres'),
    }),
    startTemporal(supervisor, {
      address: options.temporalAddress,
      binary: options.temporalCli,
      databaseFile: join(folder, 'temporal.db'),
      port: ports.temporal,
      uiPort: ports.temporalUi,
      ...watched('temporal'),
    }),
    startMailCatcher({ folder: join(folder, 'mail'), smtpPort: ports.mailSmtp, httpPort: ports.mailHttp }),
  ]);
  supervisor.onStop(() => mail.stop());
  onStep('PostgreSQL, Temporal and the mailbox run');
  const database = await prepareDatabase(postgres.url, secrets.databasePassword);
  const adminToken = await firstAdminToken(database.appUrl, secrets.dataKey, folder);
  onStep('database is up to date');

  const apiPort = await choosePort(ports.api, 'PORT');
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const environment = {
    ...options.inherited,
    NODE_ENV: 'development',
    TZ: 'UTC',
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_UI_URL: temporal.uiUrl ?? '',
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'Paizhao <paizhao@localhost>',
    PAIZHAO_DATA_KEY: secrets.dataKey,
    PAIZHAO_OTHER_DATA_KEYS: (secrets.otherDataKeys ?? []).join(','),
    PAIZHAO_CHECKPOINT_KEY: secrets.checkpointKey,
    PAIZHAO_OTHER_CHECKPOINT_KEYS: (secrets.otherCheckpointKeys ?? []).join(','),
    CHECKPOINTS_DIR: join(folder, 'checkpoints'),
    FILES_DIR: join(folder, 'files'),
    LAW_FOLDER: options.lawFolder ?? '',
    HOST: '127.0.0.1',
    PORT: String(apiPort),
    PUBLIC_URL: apiUrl,
    SIMULATION: options.simulation ? 'on' : 'off',
    LOG_LEVEL: 'info',
    ...(identity ? identity.settings : {}),
  } as const;
  const run = (name: 'api' | 'worker', more: Record<string, string> = {}, as: string = name): Child =>
    supervisor.start({
      name: as,
      program: process.execPath,
      args: [...(options.nodeArguments ?? []), join(options.dist, 'apps', name, 'main.js')],
      spawn: { env: { ...environment, ...more }, cwd: folder },
      ...watched(as),
    });
  keepEnvironment(supervisor, environment);
  const worker = run('worker');
  const api = run('api');
  await untilReady(apiUrl, [worker, api]);
  onStep('api and worker are ready');
  const healing = { databaseUrl: database.appUrl, temporal: { address: temporal.address, namespace } };
  const healed = options.fresh
    ? null
    : startHeal(supervisor, { ...healing, simulation: environment.SIMULATION }, onStep);
  return {
    apiUrl,
    mail,
    identity,
    temporal,
    database,
    dataKey: secrets.dataKey,
    adminToken,
    supervisor,
    startWorker: async (more, as) => run('worker', more, as),
    healed: healed ?? Promise.resolve(null),
  };
}

function startHeal(
  supervisor: Supervisor,
  target: Parameters<typeof healAtBoot>[0],
  onStep: (line: string) => void,
): Promise<HealReport | null> {
  const stopping = new AbortController();
  const healed = healAtBoot(target, stopping.signal, onStep);
  supervisor.onStop(async () => {
    stopping.abort();
    await healed;
  });
  return healed;
}

/** By it `paizhao heal` finds a stack that runs; holds secrets. */
function keepEnvironment(supervisor: Supervisor, environment: Record<string, string>): void {
  const file = join(supervisor.folder, 'environment.json');
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(environment), { mode: 0o600 });
  supervisor.onStop(async () => rmSync(file, { force: true }));
}

/** Ready means: the database answers, Temporal answers, and a worker polls. */
async function untilReady(apiUrl: string, children: Child[]): Promise<void> {
  const limit = Date.now() + readyLimitMs;
  while (Date.now() < limit) {
    for (const child of children) if (child.hasEnded()) throw didNotStart(child);
    if (await answersReady(apiUrl)) return;
    await pause(50);
  }
  throw didNotStart(children[1] as Child);
}

async function answersReady(apiUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${apiUrl}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}

function didNotStart(child: Child): OperatorProblem {
  const lastLines = readFileSync(child.logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
  return new OperatorProblem(
    'server-did-not-start',
    `The ${child.name} did not become ready.\n${lastLines}`,
    `The lines above say why; all of its log is in ${child.logFile}.`,
  );
}
