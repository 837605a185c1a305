import { continueAsNew, log, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import { type FanOutInput, taskQueues } from '../libs/contracts/index.js';

/** A batch paces itself to the set rate and beats as it goes; a worker lost in it is noticed within half a minute. */
const { carryBatch } = proxyActivities<Activities>({
  taskQueue: taskQueues.notices,
  startToCloseTimeout: '10m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '5m' },
});

const licensesPerBatch = 100;
const batchesPerRun = 50;
const minute = 60_000;

/**
 * Carries one company or house event to every license concerned, as commands. Which licenses are still to do stands
 * in PostgreSQL, and a command that arrived twice counts once, so this may be started again at any time.
 */
export async function fanOut(input: FanOutInput): Promise<void> {
  let fruitless = 0;
  for (let batch = 0; batch < batchesPerRun; batch += 1) {
    const { settled, postponed, left } = await carryBatch({ ...input, limit: licensesPerBatch });
    if (left === 0) return;
    fruitless = settled > 0 ? 0 : fruitless + 1;
    if (postponed > 0 || settled === 0) {
      log.warn('licenses could not be reached; they are tried again', { eventId: input.eventId, postponed, left });
      await sleep(Math.min(minute * 2 ** fruitless, 60 * minute), {
        summary: `${left} licenses left of ${workflowInfo().workflowId}`,
      });
    }
  }
  await continueAsNew<typeof fanOut>(input);
}
