import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';

/** What a follower is told: a number that grows with each change, the job, and whether it will change any more. */
export interface Told {
  version: number;
  ended: boolean;
  data: object;
}

const lookEveryMs = 500;
/** Proxies cut a line on which nothing is said. */
const beatEveryMs = 15_000;
/** Then the follower comes again. */
const longestMs = 600_000;
/** So soon a token that was revoked hears nothing more. */
const askAgainMs = 30_000;

/**
 * Server-sent events: the job whenever it has changed, with the version as id, until it has ended. Each event says all,
 * so that whoever comes again misses nothing; one that has the last already is told so by 204, and comes no more.
 *
 * @param look rejects where the job may not be seen any more: that ends it too
 * @param mayStill asked now and then; rejects where the follower may hear nothing more
 */
export async function streamJob(
  response: Response,
  lastSeen: number | null,
  first: Told,
  { look, mayStill }: { look: () => Promise<Told>; mayStill: () => Promise<void> },
  over: AbortSignal,
  againMs = askAgainMs,
): Promise<void> {
  if (first.ended && lastSeen === first.version) {
    response.status(204).end();
    return;
  }
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  response.write('retry: 3000\n\n');
  let [seen, told] = [lastSeen, first];
  const began = performance.now();
  let [spoke, asked] = [began, began];
  try {
    while (!over.aborted) {
      if (told.version !== seen) {
        response.write(`id: ${told.version}\nevent: job\ndata: ${JSON.stringify(told.data)}\n\n`);
        [seen, spoke] = [told.version, performance.now()];
      }
      if (told.ended || performance.now() - began > longestMs) break;
      if (performance.now() - spoke > beatEveryMs) {
        response.write(': still here\n\n');
        spoke = performance.now();
      }
      await pause(lookEveryMs, undefined, { signal: over, ref: false });
      if (performance.now() - asked >= againMs) {
        await mayStill();
        asked = performance.now();
      }
      told = await look();
    }
  } catch (error) {
    if (!over.aborted) throw error;
  } finally {
    response.end();
  }
}
