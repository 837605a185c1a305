import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const limitMs = 120_000;

/** Tries again every second while a neighbor is still starting, and says in plain words what it waits for. */
export async function waitFor<T>(what: string, log: Logger, open: () => Promise<T>): Promise<T> {
  const limit = Date.now() + limitMs;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (Date.now() > limit)
        throw new Error(`${what} did not answer within ${limitMs / 1_000} s: ${why}`, { cause: error });
      log.warn({ why }, `waiting for ${what}`);
      await pause(1_000);
    }
  }
}
