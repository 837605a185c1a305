import { condition, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import { taskQueues } from '../libs/contracts/index.js';
import { OpenSends } from './open-sends.js';

/** Needs only PostgreSQL, and must happen in the end: no bound. */
const { settleBounce } = proxyActivities<Activities>({
  taskQueue: taskQueues.notices,
  startToCloseTimeout: '30s',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/** A mail came back: what follows is put on record, and whoever stands in is told at once. */
export async function bounce(bounceId: string): Promise<void> {
  const { followUps } = await settleBounce({ bounceId, now: new Date().toISOString() });
  await Promise.all(
    followUps.map(async ({ licenseId, outboxKey }) => {
      const sends = new OpenSends(licenseId, () => undefined);
      sends.takeUp([outboxKey]);
      await condition(() => sends.count === 0);
    }),
  );
}
