import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { type Activities, createActivities } from '../../activities/index.js';
import { demanded } from '../../libs/config/demanded.js';
import type { Config } from '../../libs/config/index.js';
import { version } from '../../libs/config/version.js';
import { taskQueues } from '../../libs/contracts/index.js';
import { defaultPreferences, folding } from '../../libs/domain/index.js';
import {
  commandLookupIn,
  connectTemporal,
  createClient,
  createGateway,
  dataConverter,
  ensureSchedules,
  type Gateway,
  registerSearchAttributes,
  type TemporalTarget,
  workerIdentity,
} from '../../libs/gateway/index.js';
import { type Keyring, keyringOf } from '../../libs/keys/keyring.js';
import { lawHere } from '../../libs/law/index.js';
import {
  checkpointLetter,
  createSmtpCarrier,
  digestOf,
  heartbeatLetter,
  type MailCarrier,
  renderDigest,
  renderMime,
  renderPlainMime,
  retentionLetter,
} from '../../libs/notices/index.js';
import {
  AcknowledgeLinkRepository,
  AdoptionRepository,
  BounceRepository,
  CheckpointMailRepository,
  CheckpointRepository,
  type Cipher,
  CommandRepository,
  createDataSource,
  DigestRepository,
  FanOutRepository,
  HeartbeatRepository,
  newLinkToken,
  OutboxRepository,
  openCipher,
  PersonRepository,
  PostgresAdvanceStore,
  PreferenceRepository,
  RecipientRepository,
  RetentionMailRepository,
  RetentionRepository,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { retentionNoticeDays } from '../../libs/persistence/inventory/kinds.js';
import { startAuditorMails, startSealing } from '../../libs/sealing/index.js';
import { startChannelLoop } from './channels/loop.js';
import { channelSteps } from './channels/steps.js';
import { FailureBorder } from './failure-border.js';
import { startJobLoop } from './jobs/loop.js';
import { jobSteps, workflowStarter } from './jobs/steps.js';
import { startMetrics } from './metrics.js';
import { startRetention } from './retention.js';
import { waitFor } from './wait-for.js';
import { startWatch } from './watch.js';

export type QueueName = keyof typeof taskQueues;

export interface Composition {
  workers: Worker[];
  /** Watch and channels begin nothing new; what is in hand is finished. May be called before `close`, which does it too. */
  stopLoops(): Promise<void>;
  close(): Promise<void>;
}

/** Messages per second of all workers together: mail servers take offense at more. */
const noticesPerSecond = 20;

/** Opens what the worker works with and makes one Temporal worker per queue. Whoever composes closes. */
export async function compose(
  config: Config,
  queues: QueueName[],
  bundlePath: string,
  log: Logger,
): Promise<Composition> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const dataSource = await waitFor('PostgreSQL', log, () => openDatabase(config));
    closers.push(() => dataSource.destroy());
    const { gateway, closeGateway } = await openGateway(config, dataSource, log);
    closers.push(closeGateway);
    const connection = await waitFor('Temporal', log, () => NativeConnection.connect(nativeTarget(targetOf(config))));
    closers.push(() => connection.close());
    const mail = demanded(config.mail, 'SMTP_URL');
    const carrier = createSmtpCarrier(mail.url.reveal());
    closers.push(async () => carrier.close());
    const cipher = await openCipher(dataSource.manager, keyringOf(config));
    const parts = { dataSource, cipher, gateway, carrier, mailFrom: mail.from, log };
    const activities = assemble(config, parts);
    const { metrics, closeMetrics } = await startMetrics(config, dataSource);
    closers.push(closeMetrics);
    const converter = dataConverter(encryptWith(config));
    const shared: Omit<WorkerOptions, 'taskQueue'> = {
      connection,
      namespace: config.temporal.namespace,
      identity: workerIdentity(`${process.pid}@${hostname()}`, version, lawHere().digest),
      ...(converter ? { dataConverter: converter } : {}),
      interceptors: { activity: [(context) => ({ inbound: new FailureBorder(context, log, metrics) })] },
      shutdownGraceTime: '10s',
      shutdownForceTime: '20s',
    };
    const workers = await Promise.all(
      queues.map((queue) => Worker.create({ ...shared, ...queueOptions(queue, activities, bundlePath) })),
    );
    const loops = [startWatch(config, parts), startSealing(config.checkpoints, parts)];
    if (queues.includes('notices'))
      loops.push(
        startChannels(config, parts),
        startJobs(config, parts),
        startKeeping(config, parts),
        startCheckpointMails(parts),
      );
    const stopLoops = async (): Promise<void> => {
      await Promise.all(loops.map((loop) => loop.stop()));
    };
    closers.push(stopLoops);
    return { workers, stopLoops, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `licenses` runs workflows with their local activities; `notices` runs what reaches the world outside. */
function queueOptions(queue: QueueName, activities: Activities, codePath: string): WorkerOptions {
  const { advance, ...beside } = activities;
  switch (queue) {
    case 'licenses':
      return { taskQueue: taskQueues.licenses, workflowBundle: { codePath }, activities: { advance } };
    case 'notices':
      return { taskQueue: taskQueues.notices, activities: beside, maxTaskQueueActivitiesPerSecond: noticesPerSecond };
    default:
      return queue satisfies never;
  }
}

/** What of the configuration the activities work by. */
type ActivityConfig = Pick<Config, 'wakeWindow' | 'simulation'> & {
  http: Pick<Config['http'], 'publicUrl'>;
};

interface Parts {
  dataSource: DataSource;
  cipher: Cipher;
  gateway: Gateway;
  carrier: MailCarrier;
  mailFrom: string;
  log: Logger;
}

export function assemble(config: ActivityConfig, parts: Parts): Activities {
  const { dataSource, cipher, gateway, carrier, mailFrom, log } = parts;
  const { manager } = dataSource;
  const { wakeWindow, simulation } = config;
  const outbox = new OutboxRepository(manager);
  const sending = {
    outbox,
    digests: new DigestRepository(manager),
    links: new AcknowledgeLinkRepository(manager),
    adoptions: new AdoptionRepository(manager),
    digestOf,
    renderDigest,
    people: new PersonRepository(manager, cipher),
    snapshots: new SnapshotRepository(manager, folding),
    preferences: new PreferenceRepository(manager, defaultPreferences),
    carrier,
    newLinkToken,
    mailFrom,
    publicUrl: config.http.publicUrl,
    wakeWindow,
    waitedMs: () => {
      const { scheduledTimestampMs, currentAttemptScheduledTimestampMs } = Context.current().info;
      return Math.max(0, currentAttemptScheduledTimestampMs - scheduledTimestampMs);
    },
  };
  return createActivities({
    advance: { store: new PostgresAdvanceStore(dataSource), wakeWindow, simulation, log },
    send: { ...sending, render: renderMime },
    digest: sending,
    fanOut: {
      fanOut: new FanOutRepository(manager),
      gateway,
      now: () => new Date().toISOString(),
      heartbeat: () => Context.current().heartbeat(),
      pause,
    },
    heartbeat: {
      heartbeats: new HeartbeatRepository(manager, cipher),
      recipients: new RecipientRepository(manager, cipher),
      carrier,
      render: (frame, content) => renderPlainMime(frame, heartbeatLetter(content)),
      mailFrom,
      publicUrl: config.http.publicUrl,
      now: () => new Date().toISOString(),
    },
    bounce: {
      bounces: new BounceRepository(manager),
      people: new PersonRepository(manager, cipher),
      snapshots: new SnapshotRepository(manager, folding),
    },
  });
}

/** The daily mail that brings the newest checkpoint to the auditors. */
function startCheckpointMails({ dataSource, cipher, carrier, mailFrom, log }: Parts) {
  const { manager } = dataSource;
  return startAuditorMails(dataSource, {
    mails: new CheckpointMailRepository(manager, cipher),
    checkpoints: new CheckpointRepository(manager),
    carrier,
    render: (frame, content) => renderPlainMime(frame, checkpointLetter(content)),
    mailFrom,
    log,
    clock: Date.now,
  });
}

/** Webhooks and chat robots: what reaches the world outside is the work of those who take `notices`. */
function startChannels(config: Config, { dataSource, cipher, log }: Parts) {
  const steps = channelSteps({
    dataSource,
    cipher,
    publicUrl: config.http.publicUrl,
    wakeWindow: config.wakeWindow,
    allowedHosts: config.outbound.allowedHosts,
    wallClock: Date.now,
  });
  return startChannelLoop(steps, log);
}

/** Imports and exports; beside the licenses' own work, which no long sheet may keep waiting. */
function startJobs({ wakeWindow, simulation, gateway: { fanOutPerSecond } }: Config, parts: Parts) {
  const { dataSource, cipher, gateway, log } = parts;
  const rules = { wakeWindow, simulation, log };
  const startWorkflows = workflowStarter({ dataSource, rules }, gateway, fanOutPerSecond);
  return startJobLoop(jobSteps({ dataSource, cipher, rules, startWorkflows, wallClock: Date.now }), log);
}

/** What has outlived its period goes, once it stood in a report. */
function startKeeping({ http }: Config, { dataSource, cipher, carrier, mailFrom, log }: Parts) {
  const recipients = new RecipientRepository(dataSource.manager, cipher);
  const retention = (manager: EntityManager) => new RetentionRepository(manager);
  const mails = (manager: EntityManager) => new RetentionMailRepository(manager);
  const sending = { carrier, mailFrom, publicUrl: http.publicUrl, noticeDays: retentionNoticeDays };
  return startRetention(
    {
      ...{ dataSource, retention, mails, recipients, ...sending },
      render: (frame, content) => renderPlainMime(frame, retentionLetter(content)),
      now: () => new Date().toISOString(),
    },
    log,
  );
}

function openDatabase({ database }: Config): Promise<DataSource> {
  const { url, poolSize } = database;
  return createDataSource({ url: url.reveal(), poolSize, applicationName: 'paizhao-worker' }).initialize();
}

async function openGateway(config: Config, dataSource: DataSource, log: Logger) {
  const { namespace } = config.temporal;
  const connection = await connectTemporal(targetOf(config), { waitMs: 120_000, onWaiting: (line) => log.warn(line) });
  const client = createClient({ connection, namespace, encryptWith: encryptWith(config) });
  await waitFor('Temporal', log, async () => {
    await registerSearchAttributes(connection, namespace);
    await ensureSchedules(client);
  });
  const gateway = createGateway({
    client,
    commandLookup: commandLookupIn(new CommandRepository(dataSource.manager)),
    longestLine: config.gateway.longestLine,
  });
  return { gateway, closeGateway: () => connection.close() };
}

const encryptWith = (config: Config): Keyring | null => (config.production ? keyringOf(config) : null);

function targetOf({ temporal }: Config): TemporalTarget {
  const { address, namespace, apiKey, certificate } = temporal;
  return {
    address,
    namespace,
    ...(apiKey ? { apiKey: apiKey.reveal() } : {}),
    ...(certificate
      ? { certificate: { crt: Buffer.from(certificate.crt), key: Buffer.from(certificate.key.reveal()) } }
      : {}),
  };
}

function nativeTarget({ address, apiKey, certificate }: TemporalTarget) {
  return {
    address,
    ...(apiKey ? { apiKey, tls: true } : {}),
    ...(certificate ? { tls: { clientCertPair: certificate } } : {}),
  };
}
