import './typescript-imports.cjs';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../../apps/standalone/postgres.js';
import { identify } from '../../apps/standalone/process-identity.js';
import { removeHandedOver } from '../../apps/standalone/server-user.js';
import { Supervisor } from '../../apps/standalone/supervise.js';
import { startTemporal } from '../../apps/standalone/temporal-server.js';

export interface TestServers {
  supervisor: Supervisor;
}

/**
 * One PostgreSQL and one Temporal server for all files of the `server` project, both forgetting everything at the
 * end, and the workflow bundle, unless `npm test` names the one that it has just built. The files find them through the
 * environment, in which Jest starts its workers.
 */
export default async function globalSetup(): Promise<void> {
  const root = join(__dirname, '..', '..');
  const runs = join(root, '.paizhao', 'test');
  await clearKilledRuns(runs);
  const folder = join(runs, String(process.pid));
  const supervisor = await Supervisor.claim(folder);
  (globalThis as { paizhaoTestServers?: TestServers }).paizhaoTestServers = { supervisor };
  const [postgres, temporal, bundle] = await Promise.all([
    startPostgres(supervisor, { folder: inMemory(join(folder, 'postgres')), throwAway: true, installation: root }),
    temporalCommand(root).then((binary) =>
      startTemporal(supervisor, { address: process.env.TEMPORAL_ADDRESS, binary, headless: true }),
    ),
    process.env.PAIZHAO_TEST_BUNDLE ?? bundleWorkflows(root, join(folder, 'workflow-bundle.js')),
  ]);
  process.env.PAIZHAO_TEST_PG_URL = postgres.url;
  process.env.PAIZHAO_TEST_TEMPORAL_ADDRESS = temporal.address;
  if (bundle) process.env.PAIZHAO_TEST_BUNDLE = bundle;
}

/**
 * Lets the cluster of a folder lie in memory, where there is room: a run makes and drops hundreds of databases of some
 * six hundred files each, and a disk's file system finds a place for each new file the more slowly the more it has just
 * lost.
 */
function inMemory(folder: string): string {
  mkdirSync(folder, { recursive: true });
  if (hasRoom(MEMORY)) symlinkSync(mkdtempSync(join(MEMORY, 'paizhao-test-')), join(folder, 'cluster'));
  return folder;
}

const MEMORY = '/dev/shm';

/** What the folder may hold is not yet there: a container may have less memory than that. */
function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return Math.min(bavail * bsize, process.availableMemory()) >= 4 * 2 ** 30;
}

/**
 * Runs that were killed left servers running; one that lives, by the number its name begins with, is left alone. What is
 * named after this process was left by another one that had its number, as in a container.
 */
async function clearKilledRuns(runs: string): Promise<void> {
  mkdirSync(runs, { recursive: true });
  for (const run of readdirSync(runs)) {
    const pid = Number.parseInt(run, 10);
    if (pid !== process.pid && identify(pid)) continue;
    const supervisor = await Supervisor.claim(join(runs, run));
    await supervisor.stop();
    removeHandedOver(join(runs, run, 'postgres', 'cluster'));
    rmSync(join(runs, run), { recursive: true, force: true });
  }
}

async function temporalCommand(root: string): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts', 'temporal-path.mjs')], {
    cwd: root,
  });
  return stdout.trim() || undefined;
}

async function bundleWorkflows(root: string, file: string): Promise<string | undefined> {
  if (!existsSync(join(root, 'workflows', 'index.ts'))) return undefined;
  await promisify(execFile)(process.execPath, [join(root, 'scripts', 'setup', 'bundle.mjs'), file], { cwd: root });
  return file;
}
