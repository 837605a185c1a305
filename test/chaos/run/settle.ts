import { setTimeout as pause } from 'node:timers/promises';
import type { Scene } from './scene.js';

/** A claim of a killed sender lapses after two minutes; the attempts that met it wait longer from time to time. */
const patienceMs = 10 * 60_000;

const waitingSql = `
  select (select count(*) from paizhao.outbox where settled_at is null and leaves = 'alone' and digest_key is null)::int as messages,
         (select count(*) from paizhao.digests where settled_at is null)::int as together`;

/** Waits until no message needs a further attempt and `heal` has nothing to say; what is left then is stuck. */
export async function settle(
  scene: Scene,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<{ stuck: string[]; seconds: number }> {
  const begun = Date.now();
  let stuck: string[] = [];
  for (let round = 0; Date.now() - begun < patienceMs; round += 1) {
    signal.throwIfAborted();
    const [waiting] = await scene.query<{ messages: number; together: number }>(waitingSql);
    const { messages = 0, together = 0 } = waiting ?? {};
    stuck = messages + together > 0 ? [`${messages} messages and ${together} of several`] : await ailments(scene);
    if (stuck.length === 0) break;
    if (round % 15 === 0) say(`settling: ${stuck.length > 3 ? `${stuck.length} things` : stuck.join('; ')}`);
    await pause(1_000, undefined, { signal });
  }
  return { stuck, seconds: Math.round((Date.now() - begun) / 1_000) };
}

async function ailments(scene: Scene): Promise<string[]> {
  const { workerPolls, findings, fanOuts } = await scene.paizhao('heal');
  return [
    ...(workerPolls ? [] : ['no worker polls']),
    ...findings.map(({ licenseId, ailment }: { licenseId: string; ailment: string }) => `${licenseId}: ${ailment}`),
    ...fanOuts.map((eventId: string) => `fan-out of ${eventId} does not run`),
  ];
}
