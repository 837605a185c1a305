import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ChannelSteps } from '../../../activities/channels/index.js';

const everyMs = 1_000;
/** After something went wrong, such as a database that is away. */
const afterFailureMs = 5_000;

/**
 * Drives the channels while the worker runs: asks what waits, and does it. Each endpoint and each robot has a lane of
 * its own, so that one that is slow keeps no other waiting. Any number of workers may do this at once.
 */
export function startChannelLoop(steps: ChannelSteps, log: Logger): { stop(): Promise<void> } {
  const lanes = new Map<string, Promise<void>>();
  const stopped = new AbortController();
  const { signal } = stopped;

  function lane(id: string, work: () => Promise<number>): void {
    if (lanes.has(id)) return;
    const run = async (): Promise<void> => {
      try {
        while (!signal.aborted && (await work()) > 0);
      } catch (error) {
        log.warn({ lane: id, why: nameOf(error) }, 'a channel lane ended early; its work is taken up again');
      } finally {
        lanes.delete(id);
      }
    };
    lanes.set(id, run());
  }

  async function turn(): Promise<void> {
    const waiting = await steps.waiting();
    if (waiting.feed) lane('feed', steps.spread);
    if (waiting.replays) lane('replays', async () => ((await steps.replay()) === null ? 0 : 1));
    for (const id of waiting.endpoints) lane(`webhook ${id}`, () => steps.deliverTo(id));
    for (const id of waiting.robots) lane(`robot ${id}`, () => steps.tell(id));
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const failed = await turn().then(
        () => false,
        (error: unknown) => {
          log.warn({ why: nameOf(error) }, 'the channels cannot be looked at; tries again');
          return true;
        },
      );
      await pause(failed ? afterFailureMs : everyMs, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(lanes.values());
  }

  const running = run();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}

/** Drivers like to repeat values in what they say. */
function nameOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: string };
  return [name, code].filter(Boolean).join(' ');
}
