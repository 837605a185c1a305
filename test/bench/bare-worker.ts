import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { bareActivities } from './bare-activities.js';
import { bareQueue } from './bare-part.js';

/** The worker of the bare workflows, with the options of the product's own. A process to itself. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { address: { type: 'string' } } });
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const connection = await NativeConnection.connect({ address: values.address ?? '' });
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: join(import.meta.dirname, 'bare.workflow.js') });
  const worker = await Worker.create({
    connection,
    namespace: 'default',
    taskQueue: bareQueue,
    workflowBundle,
    activities: bareActivities,
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  });
  await worker.run();
  await connection.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
