import { setTimeout as pause } from 'node:timers/promises';
import type { Watch } from './watch.js';

/** After a round that another process had; so that two of them never keep in step. */
const soonMs = 5_000;

/** Runs the rounds until it is stopped; a round in hand is finished first. */
export function keepWatch(watch: Pick<Watch, 'round'>, everyMs: number): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const round = await watch.round();
      const wait = round === 'elsewhere' ? Math.min(soonMs, everyMs) : everyMs;
      await pause(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined); // told to stop
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
