import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../../libs/config/index.js';
import type { MailCarrier } from '../../libs/notices/index.js';
import {
  ChannelFaultRepository,
  type Cipher,
  HeartbeatRepository,
  RecipientRepository,
  SealingRepository,
  SignOfLifeRepository,
  SilenceRepository,
} from '../../libs/persistence/index.js';
import { apiWatchman, keepWatch, sealingWatchman, silenceWatchman, voicesOf, Watch } from '../../libs/watch/index.js';

export interface WatchParts {
  dataSource: DataSource;
  cipher: Cipher;
  carrier: MailCarrier;
  mailFrom: string;
  log: Logger;
}

/** The worker's part of the watch: silence, and the API. */
export function startWatch(
  config: Config,
  { dataSource, cipher, carrier, mailFrom, log }: WatchParts,
): { stop(): Promise<void> } {
  const { manager } = dataSource;
  const startedAt = Date.now();
  const watch = new Watch({
    dataSource,
    process: 'worker',
    watchmen: [
      silenceWatchman({
        silence: new SilenceRepository(manager),
        heartbeats: new HeartbeatRepository(manager, cipher),
        channels: new ChannelFaultRepository(manager),
        startedAt,
      }),
      apiWatchman({ signs: new SignOfLifeRepository(manager), startedAt }),
      ...(config.checkpoints.key ? [sealingWatchman({ sealing: new SealingRepository(manager), startedAt })] : []),
    ],
    voices: voicesOf({
      mail: { carrier, from: mailFrom },
      mailTo: config.watch.mailTo,
      webhookUrl: config.watch.webhookUrl?.reveal() ?? null,
      recipients: new RecipientRepository(manager, cipher),
      publicUrl: config.http.publicUrl,
      production: config.production,
    }),
    log,
    clock: Date.now,
  });
  return keepWatch(watch, config.watch.everyMs);
}
