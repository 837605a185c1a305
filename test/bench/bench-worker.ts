import { parseArgs } from 'node:util';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

export interface BenchWorkerOptions {
  taskQueue: string;
  workflowsPath: string;
  activities: object;
}

/** A worker of the benchmark's own workflows, with the options of the product's own. A process to itself. */
export function runBenchWorker(options: BenchWorkerOptions): void {
  run(options).catch((error: unknown) => {
    process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
    process.exit(1);
  });
}

async function run({ taskQueue, workflowsPath, activities }: BenchWorkerOptions): Promise<void> {
  const { values } = parseArgs({ options: { address: { type: 'string' } } });
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const connection = await NativeConnection.connect({ address: values.address ?? '' });
  const workflowBundle = await bundleWorkflowCode({ workflowsPath });
  const worker = await Worker.create({
    connection,
    namespace: 'default',
    taskQueue,
    workflowBundle,
    activities,
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  });
  await worker.run();
  await connection.close();
  process.exit(0);
}
