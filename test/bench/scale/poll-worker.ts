import { join } from 'node:path';
import { runBenchWorker } from '../bench-worker.js';
import { pollActivities } from './poll-activities.js';
import { pollQueue } from './poll-queue.js';

runBenchWorker({
  taskQueue: pollQueue,
  workflowsPath: join(import.meta.dirname, 'poll.workflow.js'),
  activities: pollActivities,
});
