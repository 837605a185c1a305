import type { DataSource } from 'typeorm';
import { type ChannelSteps, createChannelSteps } from '../../../activities/channels/index.js';
import { createOutbound, robotTongues, robotVerdict, webhookHeaders } from '../../../libs/channels/index.js';
import { version } from '../../../libs/config/version.js';
import { folding, type WakeWindow } from '../../../libs/domain/index.js';
import { letterBody } from '../../../libs/notices/index.js';
import {
  ChannelFeedRepository,
  type Cipher,
  RobotMessageRepository,
  RobotRepository,
  SnapshotRepository,
  WebhookDeliveryRepository,
  WebhookRepository,
} from '../../../libs/persistence/index.js';

export interface ChannelParts {
  dataSource: DataSource;
  cipher: Cipher;
  publicUrl: string;
  wakeWindow: WakeWindow;
  allowedHosts: readonly string[];
  wallClock: () => number;
  /** For one call of the outside. */
  deadlineMs?: number;
}

/** The channels' steps on a database. */
export function channelSteps({ dataSource, cipher, allowedHosts, deadlineMs, ...plain }: ChannelParts): ChannelSteps {
  const { manager } = dataSource;
  return createChannelSteps({
    ...plain,
    cipher,
    feed: new ChannelFeedRepository(manager),
    webhooks: new WebhookRepository(manager, cipher),
    deliveries: new WebhookDeliveryRepository(manager, cipher),
    robots: new RobotRepository(manager, cipher),
    messages: new RobotMessageRepository(manager, cipher),
    snapshots: new SnapshotRepository(manager, folding),
    outbound: createOutbound({ allowedHosts, ...(deadlineMs === undefined ? {} : { deadlineMs }) }),
    sign: webhookHeaders,
    tongues: robotTongues,
    verdict: robotVerdict,
    letter: letterBody,
    version,
  });
}
