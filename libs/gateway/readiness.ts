import type { Connection } from '@temporalio/client';
import { taskQueues } from '../contracts/index.js';

/** Which kinds of worker asked for work lately. */
export interface Pollers {
  licenses: boolean;
  notices: boolean;
}

const workflowTasks = 1; // temporal.api.enums.v1.TaskQueueType
const activityTasks = 2;

/** A poll lasts a minute at most, so a worker that lives is never silent for longer. */
const lately = 75_000;

/** Does a worker poll each of the queues? Throws when the server does not answer. */
export async function pollers(connection: Connection, namespace: string): Promise<Pollers> {
  const [licenses, notices] = await Promise.all([
    polled(connection, namespace, taskQueues.licenses, workflowTasks),
    polled(connection, namespace, taskQueues.notices, activityTasks),
  ]);
  return { licenses, notices };
}

async function polled(
  connection: Connection,
  namespace: string,
  name: string,
  taskQueueType: number,
): Promise<boolean> {
  const queue = await connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType });
  return queue.pollers.some(
    ({ lastAccessTime }) => lastAccessTime && Date.now() - Number(lastAccessTime.seconds) * 1_000 < lately,
  );
}
