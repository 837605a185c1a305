import { randomUUID } from 'node:crypto';
import { type Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Activities } from '../../activities/index.js';
import { taskQueues } from '../../libs/contracts/index.js';
import {
  connectionOptions,
  createClient,
  createGateway,
  dataConverter,
  type Gateway,
  type GatewayOptions,
  type History,
  historiesOf,
  registerSearchAttributes,
  skipTime,
} from '../../libs/gateway/index.js';
import { FakeRecord } from './fake-record.js';
import { quietRuntime } from './quiet-runtime.js';
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
    readonly connection: Connection,
    private worker: RunningWorker,
    private readonly start: (build: { codePath: string }) => Promise<RunningWorker>,
  ) {}

  /** `build`: the bundle by which the worker works; today's where it is left out. */
  static async create({
    build = workflowBundle(),
    encryptWith = null,
    ...options
  }: WorldOptions = {}): Promise<LicenseWorld> {
    const namespace = `test-${randomUUID()}`;
    const connection = await Connection.connect(connectionOptions({ address: temporalAddress(), namespace }));
    await createNamespace(connection, namespace);
    const client = createClient({ connection, namespace, encryptWith });
    const record = new FakeRecord();
    const gateway = createGateway({ client, commandLookup: record, ...options });
    const deploy = (bundle: { codePath: string }) => runWorker(namespace, record.activities(), bundle, encryptWith);
    return new LicenseWorld(client, record, gateway, connection, await deploy(build), deploy);
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

  /** Asks again every 20 ms until it is so; a test that waits in vain ends by its own limit. */
  async until(isSo: () => Promise<boolean> | boolean): Promise<void> {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Another build takes over, as at a deploy: the worker ends, and one of that build begins. */
  async deploy(build: { codePath: string }): Promise<void> {
    await this.worker.stop();
    this.worker = await this.start(build);
  }

  /** All runs of a license, oldest first. */
  runs(licenseId: string): Promise<History[]> {
    return historiesOf(this.client, licenseId);
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.connection.close();
  }
}

export interface WorldOptions extends Partial<GatewayOptions> {
  build?: { codePath: string };
  encryptWith?: Uint8Array | null;
}

interface RunningWorker {
  stop(): Promise<void>;
}

async function runWorker(
  namespace: string,
  activities: Activities,
  build: { codePath: string },
  encryptWith: Uint8Array | null,
): Promise<RunningWorker> {
  const converter = dataConverter(encryptWith);
  quietRuntime();
  const connection = await NativeConnection.connect({ address: temporalAddress() });
  const workers = await Promise.all(
    Object.values(taskQueues).map((taskQueue) =>
      Worker.create({
        connection,
        namespace,
        taskQueue,
        activities,
        workflowBundle: build,
        ...(converter ? { dataConverter: converter } : {}),
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
export async function createNamespace(connection: Connection, namespace: string): Promise<void> {
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
