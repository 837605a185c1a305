import { condition, continueAsNew, log, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import { type FollowUp, taskQueues } from '../libs/contracts/index.js';
import { OpenSends } from './open-sends.js';

/** Needs only PostgreSQL, and must happen in the end: no bound. */
const { openDigests, giveUpDigest } = proxyActivities<Activities>({
  taskQueue: taskQueues.notices,
  startToCloseTimeout: '60s',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '1h' },
});

/** As for a single message; the next day's digest finds nobody still at work. */
const { sendDigest } = proxyActivities<Activities>({
  taskQueue: taskQueues.notices,
  startToCloseTimeout: '90s',
  scheduleToCloseTimeout: '20h',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '1h' },
});

const digestsAtOnce = 200;

/**
 * What waited, told to each person in one message. Who is to be told stands in PostgreSQL, and nobody gets two digests
 * of a day, so this may be started again at any time.
 */
export async function digest(): Promise<void> {
  const { digestKeys } = await openDigests({ now: new Date().toISOString(), limit: digestsAtOnce });
  await Promise.all(digestKeys.map(deliver));
  if (digestKeys.length === digestsAtOnce) await continueAsNew<typeof digest>();
}

/** Never rejects: a digest that fails is given up into a state that people see. */
async function deliver(digestKey: string): Promise<void> {
  const request = () => ({ digestKey, now: new Date().toISOString() });
  const { followUps } = await sendDigest(request()).catch((error: unknown) => {
    log.warn('digest given up', { digestKey, error: String(error) });
    return giveUpDigest(request());
  });
  await Promise.all(followUps.map(tell));
}

async function tell({ licenseId, outboxKey }: FollowUp): Promise<void> {
  const sends = new OpenSends(licenseId, () => undefined);
  sends.takeUp([outboxKey]);
  await condition(() => sends.count === 0);
}
