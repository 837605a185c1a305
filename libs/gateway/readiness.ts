import type { Connection } from '@temporalio/client';
import { taskQueues } from '../contracts/index.js';

/** Which kinds of worker asked for work lately, and by which law they work. */
export interface Pollers {
  licenses: boolean;
  notices: boolean;
  /** Short digests of the law of those workers, each once; `unknown` of a worker that does not tell. */
  laws: string[];
  /** Releases of those workers, each once; `unknown` of a worker that does not tell. */
  versions: string[];
}

const workflowTasks = 1; // temporal.api.enums.v1.TaskQueueType
const activityTasks = 2;

/** A poll lasts a minute at most, so a worker that lives is never silent for longer. */
const lately = 75_000;

/** A worker tells the server its release, and by which law it works, in the one text that it sends with each poll. */
export function workerIdentity(process: string, version: string, lawDigest: string): string {
  return `${process} v:${version} law:${shortDigest(lawDigest)}`;
}

/** Long enough to tell laws apart; it stands in every event that a worker writes. */
export function shortDigest(lawDigest: string): string {
  return lawDigest.slice(0, 12);
}

/** Does a worker poll each of the queues? Throws when the server does not answer. */
export async function pollers(connection: Connection, namespace: string): Promise<Pollers> {
  const [licenses, notices] = await Promise.all([
    polledBy(connection, namespace, taskQueues.licenses, workflowTasks),
    polledBy(connection, namespace, taskQueues.notices, activityTasks),
  ]);
  const told = (what: RegExp) =>
    [...new Set([...licenses, ...notices].map((identity) => what.exec(identity)?.[1] ?? 'unknown'))].sort();
  const [laws, versions] = [told(/ law:([0-9a-f]+)$/), told(/ v:(\S+) law:/)];
  return { licenses: licenses.length > 0, notices: notices.length > 0, laws, versions };
}

/** The identities of the workers that polled a queue lately. */
async function polledBy(
  connection: Connection,
  namespace: string,
  name: string,
  taskQueueType: number,
): Promise<string[]> {
  const queue = await connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType });
  return queue.pollers
    .filter(({ lastAccessTime }) => lastAccessTime && Date.now() - Number(lastAccessTime.seconds) * 1_000 < lately)
    .map(({ identity }) => identity ?? '');
}

/** For how many seconds the oldest task of each queue has been waiting for a worker; 0 where none waits. */
export async function backlogSeconds(
  connection: Connection,
  namespace: string,
): Promise<Record<keyof typeof taskQueues, number>> {
  const [licenses, notices] = await Promise.all([
    backlogOf(connection, namespace, taskQueues.licenses, workflowTasks),
    backlogOf(connection, namespace, taskQueues.notices, activityTasks),
  ]);
  return { licenses, notices };
}

async function backlogOf(
  connection: Connection,
  namespace: string,
  name: string,
  taskQueueType: number,
): Promise<number> {
  const queue = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name },
    taskQueueType,
    reportStats: true,
  });
  return Number(queue.stats?.approximateBacklogAge?.seconds ?? 0);
}
