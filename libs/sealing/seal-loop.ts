import { setTimeout as pause } from 'node:timers/promises';
import type { Sealer } from './sealer.js';

const everyMs = 5_000;

/** Seals until it is stopped; a round in hand is finished first. */
export function keepSealing(sealer: Pick<Sealer, 'round'>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const round = await sealer.round();
      if (round === 'sealed') continue; // there may be more of it
      await pause(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined); // told to stop
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
