import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type ChannelSteps, createChannelSteps } from '../../activities/channels/index.js';
import { createOutbound, newWebhookSecret, webhookHeaders } from '../../libs/channels/index.js';
import {
  type Act,
  ChannelFeedRepository,
  Cipher,
  WebhookDeliveryRepository,
  WebhookRepository,
  type WebhookToRegister,
} from '../../libs/persistence/index.js';
import { someone } from './advance-world.js';

export interface ChannelParts {
  allowedHosts: readonly string[];
  cipher?: Cipher;
}

/** The channels of a worker on a test's database. Nothing runs by itself: a test says when. */
export class ChannelWorld {
  readonly steps: ChannelSteps;
  readonly webhooks: WebhookRepository;
  readonly deliveries: WebhookDeliveryRepository;
  readonly cipher: Cipher;

  constructor(
    readonly source: DataSource,
    { allowedHosts, cipher = new Cipher(Buffer.alloc(32, 7)) }: ChannelParts,
  ) {
    const { manager } = source;
    this.cipher = cipher;
    this.webhooks = new WebhookRepository(manager, cipher);
    this.deliveries = new WebhookDeliveryRepository(manager, cipher);
    this.steps = createChannelSteps({
      feed: new ChannelFeedRepository(manager),
      webhooks: this.webhooks,
      deliveries: this.deliveries,
      outbound: createOutbound({ allowedHosts, deadlineMs: 1_000 }),
      sign: webhookHeaders,
      version: '0.0.0-test',
      wallClock: Date.now,
    });
  }

  /** Everything that is due now, until nothing is. */
  async settle(): Promise<void> {
    for (;;) {
      const { feed, replays, endpoints } = await this.steps.waiting();
      if (!feed && !replays && endpoints.length === 0) return;
      if (feed) await this.steps.spread();
      if (replays) await this.steps.replay();
      for (const id of endpoints) await this.steps.deliverTo(id);
    }
  }

  /** As if the time until the next attempt had passed. */
  async letTimePass(): Promise<void> {
    await this.source.query(
      'update paizhao.webhook_deliveries set next_attempt_at = clock_timestamp() where settled_at is null',
    );
  }

  async register(url: string, over: Partial<WebhookToRegister> = {}): Promise<{ id: string; secret: string }> {
    const id = randomUUID();
    const secret = newWebhookSecret();
    const filter = { eventTypes: null, licenseIds: null, companyIds: null };
    const endpoint = { id, name: `hook-${id.slice(0, 8)}`, url, secret, ...filter, ...over };
    await this.source.transaction((manager) => new WebhookRepository(manager, this.cipher).register(endpoint, anAct()));
    return { id, secret };
  }
}

export const anAct = (): Act => ({
  actor: someone,
  commandId: randomUUID(),
  now: '2026-11-20T02:00:00.000Z',
  validOn: '2026-11-20',
});
