import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createApp } from '../../apps/api/create-app.js';
import { type MailCatcher, startMailCatcher } from '../../apps/standalone/mail-catcher.js';
import { assemble } from '../../apps/worker/composition.js';
import { FailureBorder } from '../../apps/worker/failure-border.js';
import { formatInstant, shanghaiDay } from '../../libs/calendar/index.js';
import { taskQueues } from '../../libs/contracts/index.js';
import { openDocumentStore } from '../../libs/documents/index.js';
import { defaultWakeWindow } from '../../libs/domain/index.js';
import {
  commandLookupIn,
  connectionOptions,
  createClient,
  createGateway,
  pollers,
  skipTime,
} from '../../libs/gateway/index.js';
import { Keyring } from '../../libs/keys/keyring.js';
import { createLogger } from '../../libs/log/index.js';
import { createSmtpCarrier, type MailCarrier } from '../../libs/notices/index.js';
import {
  ApiTokenRepository,
  Cipher,
  CommandRepository,
  createDataSource,
  OutboxRepository,
  OwnFileKeys,
} from '../../libs/persistence/index.js';
import { must } from './api-story.js';
import { ApiClient } from './api-world.js';
import { insisting } from './insisting.js';
import { createNamespace } from './license-world.js';
import { expectLiveIsFolded } from './live-and-folded.js';
import { quietRuntime } from './quiet-runtime.js';
import { temporalAddress, testDatabase, workflowBundle } from './stack.js';
import { StoryClock } from './story-clock.js';

export interface LifePeople {
  owner: string;
  deputy: string;
  manager: string;
}

const publicUrl = 'https://paizhao.example.com';

/**
 * Everything that a license lives by, and nothing replaced: the API over HTTP, the worker's own activities, the real
 * workflows on the real server, a real database, and a mail server that takes what is sent. Only the calendar on the
 * wall is the story's.
 */
export class LifeWorld {
  private constructor(
    readonly source: DataSource,
    readonly client: Client,
    readonly mail: MailCatcher,
    private readonly url: string,
    private readonly admin: ApiClient,
    private readonly closers: (() => Promise<unknown>)[],
  ) {}

  /** @param begin UTC instant at which every story of this world begins */
  static async create(begin: string): Promise<LifeWorld> {
    const closers: (() => Promise<unknown>)[] = [];
    const clock = new StoryClock(begin);
    const database = await testDatabase();
    closers.push(() => database.drop());
    const source = await createDataSource({ url: database.appUrl, poolSize: 16 }).initialize();
    closers.push(() => source.destroy());
    const mail = await startMailCatcher();
    closers.push(() => mail.stop());
    const namespace = `lives-${randomUUID()}`;
    const connection = await Connection.connect(connectionOptions({ address: temporalAddress(), namespace }));
    closers.push(() => connection.close());
    await createNamespace(connection, namespace);
    const client = createClient({ connection, namespace, encryptWith: null });
    const dataKey = randomBytes(32);
    const carrier = createSmtpCarrier(mail.smtpUrl);
    closers.push(async () => carrier.close());
    const parts = { source, client, namespace, dataKey, clock };
    closers.push(await startWorker({ ...parts, carrier }));
    const { app, closeApp } = await startApi({ ...parts, connection });
    closers.push(closeApp);
    const url = await app.getUrl();
    return new LifeWorld(source, client, mail, url, new ApiClient(url, await adminToken(source, clock)), closers);
  }

  /** Ends all stories; what they left beside the ledgers is what the ledgers say. */
  async close(): Promise<void> {
    await expectLiveIsFolded(this.source).finally(async () => {
      for (const closer of this.closers.reverse()) await closer();
    });
  }

  /** Somebody new who reads this language and is told of everything at once. */
  async person(language: 'zh' | 'en'): Promise<{ id: string; mail: string }> {
    const mail = `${randomUUID()}@example.com`;
    const person = { name: '样例人员 Sample', mail, language };
    const { personId: id } = await insisting((how) => this.admin.post('/people', person, how));
    const preferences = { digest: false, quietHours: null, language, mutedKinds: [] };
    await insisting((how) => this.admin.put(`/people/${id}/preferences`, preferences, how));
    return { id, mail };
  }

  async as(role: 'officer' | 'approver' | 'auditor', personId: string): Promise<ApiClient> {
    const { token } = await insisting((how) => this.admin.post('/tokens', { personId, roles: [role] }, how));
    return new ApiClient(this.url, token);
  }

  /** To noon of a day, by a license's own time; what fell due on the way has left then. */
  async skip(licenseId: string, until: string): Promise<void> {
    await must(this.admin.post(`/simulation/licenses/${licenseId}/skip`, { until }));
    const outbox = new OutboxRepository(this.source.manager);
    while ((await outbox.unsent(licenseId)).length > 0) await pause(50);
  }
}

interface Parts {
  source: DataSource;
  client: Client;
  namespace: string;
  dataKey: Buffer;
  clock: StoryClock;
}

const log = () =>
  createLogger({ process: 'worker', version: '0.0.0-test', level: 'fatal' }, { write: () => undefined });

const gatewayOf = ({ client, source }: Parts) =>
  createGateway({ client, commandLookup: commandLookupIn(new CommandRepository(source.manager)) });

/** What the worker's process does, in this one. Answers how it is ended. */
async function startWorker(parts: Parts & { carrier: MailCarrier }): Promise<() => Promise<void>> {
  const { source, namespace, dataKey, clock, carrier } = parts;
  quietRuntime();
  const config = {
    wakeWindow: defaultWakeWindow,
    simulation: 'on',
    http: { publicUrl },
  } as const;
  const activities = assemble(config, {
    dataSource: source,
    cipher: new Cipher(dataKey),
    gateway: gatewayOf(parts),
    carrier,
    mailFrom: 'Paizhao <paizhao@example.com>',
    log: log(),
  });
  const connection = await NativeConnection.connect({ address: temporalAddress() });
  const { advance, ...beside } = clock.around(activities);
  const shared = {
    connection,
    namespace,
    interceptors: {
      activity: [
        (context: ConstructorParameters<typeof FailureBorder>[0]) => ({ inbound: new FailureBorder(context, log()) }),
      ],
    },
    shutdownForceTime: '2s',
  };
  const workers = await Promise.all([
    Worker.create({
      ...shared,
      taskQueue: taskQueues.licenses,
      workflowBundle: workflowBundle(),
      activities: { advance },
    }),
    Worker.create({ ...shared, taskQueue: taskQueues.notices, activities: beside }),
  ]);
  const ended = Promise.all(workers.map((worker) => worker.run()));
  return async () => {
    for (const worker of workers) worker.shutdown();
    await ended;
    await connection.close();
  };
}

/** What the API's process does, in this one. */
async function startApi(
  parts: Parts & { connection: Connection },
): Promise<{ app: NestExpressApplication; closeApp: () => Promise<void> }> {
  const { source, client, connection, namespace, dataKey, clock } = parts;
  const directory = await mkdtemp(join(tmpdir(), 'paizhao-lives-'));
  const app = await createApp({
    options: {
      publicUrl,
      version: '0.0.0-test',
      fanOutPerSecond: 100,
      links: { temporalUi: null },
      wakeWindow: defaultWakeWindow,
      outboundAllowedHosts: [],
      limits: null,
      reasonsDemanded: false,
      trustedProxies: [],
      bodyMs: 60_000,
      uploads: { everyMs: 60_000, leastBytes: 1, mostMs: 600_000 },
    },
    log: log(),
    dataSource: source,
    engine: {
      gateway: gatewayOf(parts),
      pollers: () => pollers(connection, namespace),
      // A busy machine may take its time over a year with many letters; the test ends by its own limit.
      skipTime: (licenseId, milliseconds) => skipTime(client, licenseId, milliseconds, 300_000),
    },
    documents: openDocumentStore({
      directory,
      keys: new Keyring(dataKey),
      fileKeys: new OwnFileKeys(source.manager, new Cipher(dataKey)),
      maxBytes: 1_048_576,
    }),
    cipher: new Cipher(dataKey),
    metrics: null,
    identity: null,
    wallClock: clock.wallClock,
  });
  await app.listen(0, '127.0.0.1');
  const closeApp = async () => {
    await app.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { app, closeApp };
}

function adminToken(source: DataSource, clock: StoryClock): Promise<string> {
  const now = formatInstant(clock.wallClock());
  const act = {
    actor: { kind: 'system', id: 'bootstrap' } as const,
    commandId: randomUUID(),
    now,
    validOn: shanghaiDay(now),
  };
  const token = {
    id: randomUUID(),
    bearer: { kind: 'integration', id: 'lives' } as const,
    roles: ['admin' as const],
    expiresAt: null,
  };
  return source.transaction((manager) => new ApiTokenRepository(manager).issue(token, act));
}
