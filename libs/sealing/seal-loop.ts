import { setTimeout as pause } from 'node:timers/promises';
import type { Sealer } from './sealer.js';

const everyMs = 5_000;
const gatherMs = 10 * 60_000;
/** A mail that was not taken is tried again after ten seconds at first. */
const mailMs = 10_000;

/** Seals until it is stopped; a round in hand is finished first. */
export const keepSealing = (sealer: Pick<Sealer, 'round'>): { stop(): Promise<void> } =>
  keepOn(async () => ((await sealer.round()) === 'sealed' ? 0 : everyMs)); // after a sealed one there may be more of it

/** Gathers now and then until it is stopped. */
export const keepGathering = (gather: () => Promise<void>): { stop(): Promise<void> } =>
  keepOn(async () => {
    await gather();
    return gatherMs;
  });

/** Looks for mails that are due until it is stopped; one in hand is finished first. */
export const keepMailing = (mail: () => Promise<void>): { stop(): Promise<void> } =>
  keepOn(async () => {
    await mail();
    return mailMs;
  });

/** `round` answers after how many milliseconds it wants the next one. */
function keepOn(round: () => Promise<number>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const wait = await round();
      if (wait === 0) continue;
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
