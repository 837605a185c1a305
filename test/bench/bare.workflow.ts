import { condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { executeUpdate } from '../../libs/contracts/handlers.js';
import type { BareActivities } from './bare-activities.js';

/** The bounds of `advance`, so that only the work behind it differs. */
const { noop } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '5s', scheduleToCloseTimeout: '30s' });

/** What a command costs in Temporal alone: an Update that runs one local activity which does nothing. */
export async function bare(): Promise<void> {
  setHandler(executeUpdate, async (commandId) => {
    await noop({ commandId });
    return { outcome: 'nothing', seq: 0 };
  });
  await condition(() => false);
}
