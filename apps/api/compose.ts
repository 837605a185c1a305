import type { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { demanded } from '../../libs/config/demanded.js';
import type { Config } from '../../libs/config/index.js';
import { version } from '../../libs/config/version.js';
import { documentStoreOf } from '../../libs/documents/index.js';
import {
  commandLookupIn,
  connectTemporal,
  createClient,
  createGateway,
  pollers,
  registerSearchAttributes,
  skipTime,
  type TemporalTarget,
} from '../../libs/gateway/index.js';
import { keyringOf } from '../../libs/keys/keyring.js';
import { CommandRepository, createDataSource, OwnFileKeys, openCipher } from '../../libs/persistence/index.js';
import { startSealing } from '../../libs/sealing/index.js';
import { OidcAccessTokens } from './access/access-tokens.js';
import { startMetrics } from './compose-metrics.js';
import { startWatch } from './compose-watch.js';
import type { Engine, Runtime } from './runtime/runtime.js';

/** A server may still be starting when the API does. */
const temporalPatienceMs = 60_000;

/** A body of the greatest size, over a slow line. */
const bodyMs = 120_000;

/** A line of 64 kbit/s keeps up; the largest file that may be allowed (50 MB) takes half an hour over 230 kbit/s. */
const uploads = { everyMs: 30_000, leastBytes: 240_000, mostMs: 1_800_000 };

export interface Composition {
  runtime: Runtime;
  /** Watch and sealing: they begin nothing new, a round in hand is finished. `close` stops them too. */
  loops: { stop(): Promise<void> };
  close(): Promise<void>;
}

/** Opens what the API works with. Whoever composes closes, after the application. */
export async function compose(config: Config, log: Logger): Promise<Composition> {
  const dataSource = await createDataSource({
    url: config.database.url.reveal(),
    poolSize: config.database.poolSize,
    applicationName: 'paizhao-api',
  }).initialize();
  try {
    const connection = await connectTemporal(target(config), {
      waitMs: temporalPatienceMs,
      onWaiting: (line) => log.warn(line),
    });
    await registerSearchAttributes(connection, config.temporal.namespace);
    const cipher = await openCipher(dataSource.manager, keyringOf(config));
    const metrics = await startMetrics(config, dataSource, connection);
    const runtime: Runtime = {
      options: {
        publicUrl: config.http.publicUrl,
        version,
        fanOutPerSecond: config.gateway.fanOutPerSecond,
        wakeWindow: config.wakeWindow,
        limits: config.http.limits,
        trustedProxies: config.http.trustedProxies,
        bodyMs,
        uploads,
        reasonsDemanded: config.http.reasonsDemanded,
        outboundAllowedHosts: config.outbound.allowedHosts,
        links: { temporalUi: config.temporal.uiUrl },
      },
      log,
      dataSource,
      engine: engineOn(connection, dataSource, config),
      documents: demanded(documentStoreOf(config, new OwnFileKeys(dataSource.manager, cipher)), 'FILES_DIR'),
      cipher,
      identity: config.identity && new OidcAccessTokens(config.identity),
      metrics: metrics?.metrics ?? null,
      wallClock: Date.now,
    };
    const each = [
      startWatch(config, { dataSource, cipher, connection, log }),
      startSealing(config.checkpoints, { dataSource, log }),
    ];
    const loops = { stop: async () => void (await Promise.all(each.map((loop) => loop.stop()))) };
    const close = async (): Promise<void> => {
      await loops.stop();
      await metrics?.server.close();
      await connection.close();
      await dataSource.destroy();
    };
    return { runtime, loops, close };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

function engineOn(connection: Connection, dataSource: DataSource, config: Config): Engine {
  const { namespace } = config.temporal;
  const encryptWith = config.production ? keyringOf(config) : null;
  const client = createClient({ connection, namespace, encryptWith });
  const commandLookup = commandLookupIn(new CommandRepository(dataSource.manager));
  return {
    gateway: createGateway({ client, commandLookup, longestLine: config.gateway.longestLine }),
    pollers: () => pollers(connection, namespace),
    skipTime:
      config.simulation === 'on' ? (licenseId, milliseconds) => skipTime(client, licenseId, milliseconds) : null,
  };
}

function target({ temporal }: Config): TemporalTarget {
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
