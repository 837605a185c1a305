import type { Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createRebuild } from '../../activities/advance/rebuild.js';
import type { Config } from '../../libs/config/index.js';
import type { WakeWindow } from '../../libs/domain/index.js';
import {
  commandLookupIn,
  connectTemporal,
  createClient,
  createGateway,
  type Gateway,
  type HealDeps,
  pollers,
  registerSearchAttributes,
  type TemporalTarget,
} from '../../libs/gateway/index.js';
import { type Keyring, keyringOf } from '../../libs/keys/keyring.js';
import {
  CommandRepository,
  createDataSource,
  FanOutRepository,
  LicenseRepository,
  PostgresAdvanceStore,
} from '../../libs/persistence/index.js';

export interface HealTarget {
  databaseUrl: string;
  temporal: TemporalTarget;
  /** As the workers have it: the data keys in production, null elsewhere. */
  encryptWith: Keyring | null;
  simulation: 'off' | 'on';
  wakeWindow: WakeWindow;
  fanOutPerSecond: number;
}

/** With a gateway for more than heal itself asks. */
export type Healer = HealDeps & { gateway: Gateway };

const connectPatienceMs = 5_000;
/** For one question to a workflow; a worker that lives answers in milliseconds. */
const answerPatienceMs = 5_000;

/** Opens what heal works with, on the installation's database and Temporal server, and closes it after the work. */
export async function withHealer<T>(target: HealTarget, work: (deps: Healer) => Promise<T>): Promise<T> {
  const { databaseUrl, temporal } = target;
  const dataSource = await createDataSource({ url: databaseUrl, applicationName: 'paizhao-heal' }).initialize();
  try {
    const connection = await connectTemporal(temporal, { waitMs: connectPatienceMs });
    try {
      await registerSearchAttributes(connection, temporal.namespace); // a server that lost its data lost them too
      return await work(healerOn(target, dataSource, connection));
    } finally {
      await connection.close();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** What heal works with, on what is open already. */
export function healerOn(target: HealTarget, dataSource: DataSource, connection: Connection): Healer {
  const { temporal, encryptWith, simulation, wakeWindow, fanOutPerSecond } = target;
  const { manager } = dataSource;
  return {
    gateway: createGateway({
      client: createClient({ connection, namespace: temporal.namespace, encryptWith }),
      commandLookup: commandLookupIn(new CommandRepository(manager)),
      deadlineMs: answerPatienceMs,
    }),
    licenses: new LicenseRepository(manager),
    fanOuts: new FanOutRepository(manager),
    rebuild: createRebuild({ store: new PostgresAdvanceStore(dataSource), wakeWindow }),
    workerPolls: async () => (await pollers(connection, temporal.namespace)).licenses,
    simulation,
    fanOutPerSecond,
  };
}

/** How the commands that join an installation find its parts. */
export function targetOf({
  database,
  temporal,
  dataKey,
  otherDataKeys,
  production,
  simulation,
  wakeWindow,
  gateway,
}: Config): HealTarget {
  const { address, namespace, apiKey, certificate } = temporal;
  return {
    databaseUrl: database.url.reveal(),
    temporal: {
      address,
      namespace,
      ...(apiKey ? { apiKey: apiKey.reveal() } : {}),
      ...(certificate
        ? { certificate: { crt: Buffer.from(certificate.crt), key: Buffer.from(certificate.key.reveal()) } }
        : {}),
    },
    encryptWith: production ? keyringOf({ dataKey, otherDataKeys }) : null,
    simulation,
    wakeWindow,
    fanOutPerSecond: gateway.fanOutPerSecond,
  };
}
