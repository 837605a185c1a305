import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { choosePort } from '../../apps/standalone/free-port.js';
import { startPostgres } from '../../apps/standalone/postgres.js';
import type { Stack } from '../../apps/standalone/stack.js';
import type { Child } from '../../apps/standalone/supervise.js';
import { startTemporal } from '../../apps/standalone/temporal-server.js';

/**
 * Asks again until the answer is there: at once at first, four times a second where it takes longer, so that the asking
 * does not cost those who work on the answer. Fails with `what` after the limit.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  const begun = Date.now();
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    const waited = Date.now() - begun;
    if (waited > limitMs) throw new Error(`not within ${limitMs / 1_000} s: ${what}`);
    await pause(Math.min(25 + waited / 10, 250));
  }
}

/** The newest process of this name. */
export function running({ supervisor }: Stack, name: string): Child {
  const child = supervisor.children.findLast((each) => each.name === name);
  if (!child) throw new Error(`no ${name} runs`);
  return child;
}

export async function end(child: Child, signal: NodeJS.Signals): Promise<void> {
  process.kill(child.pid, signal);
  await child.ended;
}

/** The server and, where the system tells them, its backends, in the same moment. */
export async function killPostgres(stack: Stack): Promise<void> {
  const server = running(stack, 'postgres');
  for (const pid of [server.pid, ...childrenOf(server.pid)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it had just ended
    }
  }
  await server.ended;
}

function childrenOf(pid: number): number[] {
  try {
    const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return listed === '' ? [] : listed.split(' ').map(Number);
  } catch {
    return []; // not Linux: backends end by themselves when their server is gone
  }
}

/** The server on the same data and at the same address, with the settings that it had. */
export async function restartPostgres(stack: Stack, settings: { throwAway: boolean; flush: boolean }): Promise<void> {
  const { supervisor, database } = stack;
  const port = Number(new URL(database.superuserUrl).port);
  const options = { folder: join(supervisor.folder, 'postgres'), port, ...settings };
  // The memory that its backends share is theirs until the last of them has ended.
  for (const limit = Date.now() + 30_000; ; await pause(100)) {
    try {
      await startPostgres(supervisor, options);
      return;
    } catch (error) {
      if (Date.now() > limit) throw error;
    }
  }
}

/** All that Temporal knew is gone; a new server answers at the same address. */
export async function loseTemporal(stack: Stack, binary: string): Promise<void> {
  const { supervisor, temporal } = stack;
  const port = Number(temporal.address.split(':').at(-1));
  await end(running(stack, 'temporal'), 'SIGKILL');
  // A killed process of many threads has ended a moment before the last of them lets go of its sockets.
  await until('a free port', () => choosePort(port, 'PAIZHAO_TEMPORAL_PORT').catch(() => null));
  const databaseFile = join(supervisor.folder, 'temporal.db');
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${databaseFile}${ending}`, { force: true });
  await startTemporal(supervisor, { binary, databaseFile, port, headless: true });
}
