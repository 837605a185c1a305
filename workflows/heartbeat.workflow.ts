import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import { taskQueues } from '../libs/contracts/index.js';

/** A mail server may be away for most of a day; the watch notices the missing mail long before that, by itself. */
const { sendHeartbeats } = proxyActivities<Activities>({
  taskQueue: taskQueues.notices,
  startToCloseTimeout: '10m',
  scheduleToCloseTimeout: '20h',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '1h' },
});

/** Every Monday morning: the mail that says that everything runs. To whom it has left stands in PostgreSQL. */
export async function heartbeat(): Promise<void> {
  await sendHeartbeats({ now: new Date().toISOString() });
}
