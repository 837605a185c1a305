import { join } from 'node:path';
import { bareActivities } from './bare-activities.js';
import { bareQueue } from './bare-part.js';
import { runBenchWorker } from './bench-worker.js';

runBenchWorker({
  taskQueue: bareQueue,
  workflowsPath: join(import.meta.dirname, 'bare.workflow.js'),
  activities: bareActivities,
});
