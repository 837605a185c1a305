import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

interface Patience {
  /** In all, in ms. */
  limitMs: number;
  /** One attempt, in ms: a neighbor that took the call and then was taken away may never answer it. */
  attemptMs: number;
  betweenMs: number;
}

const usual: Patience = { limitMs: 120_000, attemptMs: 15_000, betweenMs: 1_000 };

/** Tries again every second while a neighbor is still starting, and says in plain words what it waits for. */
export async function waitFor<T>(
  what: string,
  log: Pick<Logger, 'warn'>,
  open: () => Promise<T>,
  { limitMs, attemptMs, betweenMs }: Patience = usual,
): Promise<T> {
  const limit = Date.now() + limitMs;
  for (;;) {
    try {
      return await within(attemptMs, open());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (Date.now() > limit)
        throw new Error(`${what} did not answer within ${limitMs / 1_000} s: ${why}`, { cause: error });
      log.warn({ why }, `waiting for ${what}`);
      await pause(betweenMs);
    }
  }
}

async function within<T>(ms: number, attempt: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = pause(ms, undefined, { signal: over.signal }).then(() => {
    throw new Error(`no answer within ${ms / 1_000} s`);
  });
  try {
    return await Promise.race([attempt, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}
