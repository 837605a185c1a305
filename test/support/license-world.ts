import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Activities } from '../../activities/index.js';
import { taskQueues } from '../../libs/contracts/index.js';
import {
  connectionOptions,
  createGateway,
  type Gateway,
  type GatewayOptions,
  type History,
  historiesOf,
  registerSearchAttributes,
  skipTime,
} from '../../libs/gateway/index.js';
import { FakeRecord } from './fake-record.js';
import { temporalAddress, workflowBundle } from './stack.js';

export const day = 24 * 3_600_000;

/** Instant `ms` from now, as the contract wants it. */
export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

/**
 * The real workflows on the real server, with a record in memory: one worker for both queues in a namespace of its
 * own, so that test files may run side by side.
 */
export class LicenseWorld {
  private constructor(
    readonly client: Client,
    readonly record: FakeRecord,
    readonly gateway: Gateway,
    private readonly connection: Connection,
    private readonly namespace: string,
    private worker: RunningWorker,
  ) {}

  static async create(options: Partial<GatewayOptions> = {}): Promise<LicenseWorld> {
    const namespace = `test-${randomUUID()}`;
    const connection = await Connection.connect(connectionOptions({ address: temporalAddress(), namespace }));
    await createNamespace(connection, namespace);
    const client = new Client({ connection, namespace });
    const record = new FakeRecord();
    const gateway = createGateway({ client, commandLookup: record, ...options });
    const worker = await runWorker(namespace, record.activities());
    return new LicenseWorld(client, record, gateway, connection, namespace, worker);
  }

  /** A license id of its own, opened by its first command. */
  async opened(step: Parameters<FakeRecord['command']>[1] = {}): Promise<string> {
    const licenseId = randomUUID();
    await this.run(licenseId, step);
    return licenseId;
  }

  run(licenseId: string, step: Parameters<FakeRecord['command']>[1] = {}) {
    return this.gateway.execute(licenseId, this.record.command(randomUUID(), step));
  }

  /** As another process has it: with a line of its own. */
  anotherGateway(): Gateway {
    return createGateway({ client: this.client, commandLookup: this.record });
  }

  skip(licenseId: string, ms: number): Promise<void> {
    return skipTime(this.client, licenseId, ms);
  }

  /** The license's now, which is ahead of ours once time was skipped. */
  async timeOf(licenseId: string): Promise<number> {
    const runs = await this.runs(licenseId);
    const last = runs.at(-1)?.events?.at(-1)?.eventTime;
    return Number(last?.seconds ?? 0) * 1_000;
  }

  /** All runs of a license, oldest first. */
  runs(licenseId: string): Promise<History[]> {
    return historiesOf(this.client, licenseId);
  }

  async restartWorker(): Promise<void> {
    await this.worker.stop();
    this.worker = await runWorker(this.namespace, this.record.activities());
  }

  async close(): Promise<void> {
    this.record.releaseMail();
    await this.worker.stop();
    await this.connection.close();
  }
}

let silenced = false;

/** Failures are the tests' subject: their log lines would only hide others. The runtime is one per process. */
function quiet(): void {
  if (silenced) return;
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  silenced = true;
}

interface RunningWorker {
  stop(): Promise<void>;
}

async function runWorker(namespace: string, activities: Activities): Promise<RunningWorker> {
  quiet();
  const connection = await NativeConnection.connect({ address: temporalAddress() });
  const workers = await Promise.all(
    Object.values(taskQueues).map((taskQueue) =>
      Worker.create({
        connection,
        namespace,
        taskQueue,
        activities,
        workflowBundle: workflowBundle(),
        shutdownForceTime: '2s',
      }),
    ),
  );
  const ended = Promise.all(workers.map((worker) => worker.run()));
  return {
    async stop() {
      for (const worker of workers) worker.shutdown();
      await ended;
      await connection.close();
    },
  };
}

/** A namespace is usable a moment after it was registered: until then the server denies knowing it. */
async function createNamespace(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(day) });
  for (let tries = 0; ; tries++) {
    try {
      await registerSearchAttributes(connection, namespace);
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
