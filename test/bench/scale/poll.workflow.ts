import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import type { PollActivities } from './poll-activities.js';

const { look } = proxyActivities<PollActivities>({ startToCloseTimeout: '1m' });

/** As many as a license workflow's own bound of 400 events leaves room for. */
const daysPerRun = 35;

/** The other way to watch a license, as it is often built: every day somebody looks whether something is due. */
export async function dailyPoll(from: number): Promise<void> {
  for (let day = from; day < from + daysPerRun; day += 1) {
    await sleep('1 day');
    await look({ day });
  }
  await continueAsNew<typeof dailyPoll>(from + daysPerRun);
}
