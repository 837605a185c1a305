import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfigOrExit, version } from '../../libs/config/index.js';
import { taskQueues } from '../../libs/contracts/index.js';
import { proveCore } from '../../libs/domain/index.js';
import { lawHere, loadLawFolder } from '../../libs/law/index.js';
import { createLogger } from '../../libs/log/index.js';
import { compose, type QueueName } from './composition.js';
import { keepHealthFile } from './health-file.js';
import { installRuntime } from './runtime.js';

const config = loadConfigOrExit('SMTP_URL');
const log = createLogger({ process: 'worker', version, level: config.logLevel });
const queues = queuesFrom(process.argv.slice(2)) ?? config.worker.queues;
const bundle = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));

installRuntime(log);
try {
  if (config.lawFolder) loadLawFolder(config.lawFolder);
  proveCore();
  const { workers, stopLoops, close } = await compose(config, queues, bundle, log);
  const polls = () => workers.every((worker) => worker.getState() === 'RUNNING');
  const health = config.worker.healthFile ? keepHealthFile(config.worker.healthFile, polls) : null;
  log.info({ queues, law: lawHere() }, 'polling');
  // Together with the workers, which listen to the same signals: a container is given thirty seconds for all of it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopLoops());
  // Each ends by a signal, or by an error that stops the others too.
  await Promise.all(workers.map((worker) => worker.run().catch((error: unknown) => stopAll(workers, error))));
  health?.stop();
  await close();
  log.info('stopped');
  process.exit(0);
} catch (error) {
  log.fatal({ err: error }, 'the worker ended');
  process.exit(1);
}

function stopAll(workers: { getState(): string; shutdown(): void }[], error: unknown): never {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  throw error;
}

/** `--queues licenses,notices`; null where it is not given. */
function queuesFrom(args: string[]): QueueName[] | null {
  const { values } = parseArgs({ args, options: { queues: { type: 'string' } } });
  if (values.queues === undefined) return null;
  const names = values.queues.split(',');
  const isQueue = (name: string): name is QueueName => name in taskQueues;
  if (!names.every(isQueue))
    throw new Error(`--queues takes ${Object.keys(taskQueues).join(', ')}, not "${values.queues}".`);
  return names;
}
