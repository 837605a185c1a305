import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type RetentionDeps, turnRetention } from '../../activities/retention/index.js';
import { underRetentionLock } from '../../libs/persistence/index.js';

const everyMs = 3_600_000;

/** Looks hourly for what has outlived its period; one worker at a time. */
export function startRetention(deps: RetentionDeps, log: Logger): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;

  async function turn(): Promise<void> {
    await underRetentionLock(deps.dataSource, async () => {
      const outcome = await turnRetention(deps);
      if (outcome === 'mailed' || outcome === 'carried-out') log.info({ outcome }, 'retention');
      if (outcome === 'not-mailed') log.warn('administrators could not be mailed what will be erased: it stays');
    });
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await turn().catch((error: unknown) => log.warn({ err: error }, 'retention not looked at; tries again'));
      await pause(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}
