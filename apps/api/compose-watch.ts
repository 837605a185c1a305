import type { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../../libs/config/index.js';
import { backlogSeconds, pollers } from '../../libs/gateway/index.js';
import { createSmtpCarrier } from '../../libs/notices/index.js';
import {
  AlarmRepository,
  ChannelFaultRepository,
  type Cipher,
  HeartbeatRepository,
  RecipientRepository,
  SealingRepository,
  SignOfLifeRepository,
  SilenceRepository,
} from '../../libs/persistence/index.js';
import {
  createDeadMansPing,
  engineWatchman,
  keepWatch,
  sealingWatchman,
  silenceWatchman,
  voicesOf,
  Watch,
} from '../../libs/watch/index.js';

export interface WatchParts {
  dataSource: DataSource;
  cipher: Cipher;
  connection: Connection;
  log: Logger;
}

/** The API's part of the watch: silence, Temporal and the workers, and the dead man's ping. */
export function startWatch(
  config: Config,
  { dataSource, cipher, connection, log }: WatchParts,
): { stop(): Promise<void> } {
  const { manager } = dataSource;
  const signs = new SignOfLifeRepository(manager);
  const { namespace } = config.temporal;
  const carrier = config.mail && createSmtpCarrier(config.mail.url.reveal());
  const startedAt = Date.now();
  const watch = new Watch({
    dataSource,
    process: 'api',
    watchmen: [
      silenceWatchman({
        silence: new SilenceRepository(manager),
        heartbeats: new HeartbeatRepository(manager, cipher),
        channels: new ChannelFaultRepository(manager),
        startedAt,
      }),
      engineWatchman({
        pollers: () => pollers(connection, namespace),
        backlogSeconds: () => backlogSeconds(connection, namespace),
        signs,
        startedAt,
      }),
      ...(config.checkpoints.key ? [sealingWatchman({ sealing: new SealingRepository(manager), startedAt })] : []),
    ],
    voices: voicesOf({
      mail: carrier && config.mail ? { carrier, from: config.mail.from } : null,
      mailTo: config.watch.mailTo,
      webhookUrl: config.watch.webhookUrl?.reveal() ?? null,
      recipients: new RecipientRepository(manager, cipher),
      publicUrl: config.http.publicUrl,
      production: config.production,
    }),
    log,
    clock: Date.now,
    afterRound: deadMansPing(config, signs, new AlarmRepository(manager), log),
  });
  const loop = keepWatch(watch, config.watch.everyMs);
  return {
    async stop() {
      await loop.stop();
      carrier?.close();
    },
  };
}

function deadMansPing(config: Config, signs: SignOfLifeRepository, alarms: AlarmRepository, log: Logger) {
  const { deadMan } = config.watch;
  if (!deadMan) return async () => undefined;
  const { url, everyMs } = deadMan;
  return createDeadMansPing({ url: url.reveal(), everyMs, signs, alarms, warn: (why) => log.warn(why) });
}
