import { type Client, ScheduleAlreadyRunning, type ScheduleOptions } from '@temporalio/client';
import { scheduleIds, taskQueues, workflowTypes } from '../contracts/index.js';

/**
 * Nine in the morning, Shanghai; on rest days the digest itself stays silent, since a schedule knows no calendar. One
 * still at work is not overtaken; after a down-time the newest missed one is made good within the day.
 */
const digest: ScheduleOptions = {
  scheduleId: scheduleIds.digest,
  spec: { calendars: [{ hour: 9, minute: 0, comment: 'the daily digest' }], timezone: 'Asia/Shanghai' },
  action: {
    type: 'startWorkflow',
    workflowType: workflowTypes.digest,
    workflowId: scheduleIds.digest,
    taskQueue: taskQueues.licenses,
    args: [],
  },
  policies: { overlap: 'SKIP', catchupWindow: '12 hours' },
};

/** Mondays at nine, Shanghai. After a down-time the missed one is made good, for it says that things run again. */
const heartbeat: ScheduleOptions = {
  scheduleId: scheduleIds.heartbeat,
  spec: {
    calendars: [{ dayOfWeek: 'MONDAY', hour: 9, minute: 0, comment: 'the weekly heartbeat' }],
    timezone: 'Asia/Shanghai',
  },
  action: {
    type: 'startWorkflow',
    workflowType: workflowTypes.heartbeat,
    workflowId: scheduleIds.heartbeat,
    taskQueue: taskQueues.licenses,
    args: [],
  },
  policies: { overlap: 'SKIP', catchupWindow: '6 days' },
};

/** Makes the installation's schedules, or brings them up to date. Safe to repeat and to run at the same time. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const options of [digest, heartbeat]) {
    await client.schedule.create(options).catch(async (error: unknown) => {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      const { spec, action, policies } = options;
      await client.schedule.getHandle(options.scheduleId).update((known) => ({ ...known, spec, action, policies }));
    });
  }
}
