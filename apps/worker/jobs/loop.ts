import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { JobSteps } from '../../../activities/jobs/index.js';

const everyMs = 1_000;
/** After something went wrong, such as a database that is away. */
const afterFailureMs = 5_000;
const sweepEveryMs = 3_600_000;

/** Does what people have asked for in the background, one thing at a time; any number of workers may do so at once. */
export function startJobLoop(steps: JobSteps, log: Logger): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  let sweepAt = 0;

  async function turn(): Promise<void> {
    while (!signal.aborted && (await steps.next(signal)));
    if (signal.aborted || performance.now() < sweepAt) return;
    sweepAt = performance.now() + sweepEveryMs;
    while ((await steps.sweep()) > 0);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const failed = await turn().then(
        () => false,
        (error: unknown) => {
          const { name, code } = error as { name?: string; code?: string };
          log.warn({ why: [name, code].filter(Boolean).join(' ') }, 'jobs cannot be taken up; tries again');
          return true;
        },
      );
      await pause(failed ? afterFailureMs : everyMs, undefined, { signal }).catch(() => undefined);
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
