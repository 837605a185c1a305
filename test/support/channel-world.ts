import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type ChannelSteps, createChannelSteps } from '../../activities/channels/index.js';
import { createOutbound, newWebhookSecret, webhookHeaders } from '../../libs/channels/index.js';
import {
  type Act,
  ChannelAlarmRepository,
  ChannelFeedRepository,
  Cipher,
  WebhookDeliveryEntity,
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
  readonly alarms: ChannelAlarmRepository;
  readonly cipher: Cipher;

  constructor(
    readonly source: DataSource,
    { allowedHosts, cipher = new Cipher(Buffer.alloc(32, 7)) }: ChannelParts,
  ) {
    const { manager } = source;
    this.cipher = cipher;
    this.webhooks = new WebhookRepository(manager, cipher);
    this.deliveries = new WebhookDeliveryRepository(manager, cipher);
    this.alarms = new ChannelAlarmRepository(manager);
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

  /** Everything that is due now, until a round finds nothing to do; what waits behind a failed entry stays. */
  async settle(): Promise<void> {
    for (let done = 1; done > 0; ) {
      done = 0;
      const { feed, replays, endpoints } = await this.steps.waiting();
      if (feed) done += await this.steps.spread();
      if (replays) done += (await this.steps.replay()) === null ? 0 : 1;
      for (const id of endpoints) done += await this.steps.deliverTo(id);
    }
  }

  /** Nothing is sent any more to what this test has registered. */
  async close(): Promise<void> {
    for (const { id } of await this.webhooks.list()) await this.disable(id);
  }

  disable(id: string): Promise<boolean> {
    return this.source.transaction((manager) =>
      new WebhookRepository(manager, this.cipher).disable(id, 'by-hand', anAct()),
    );
  }

  delivery(id: string) {
    return this.source.manager.findOneByOrFail(WebhookDeliveryEntity, { id });
  }

  /** As if the time until the next attempt had passed. */
  async letTimePass(): Promise<void> {
    await this.source.query(
      'update paizhao.webhook_deliveries set next_attempt_at = stored_at where settled_at is null',
    );
  }

  /** Asks for everything that was ever stored. */
  async replay(endpointId: string): Promise<void> {
    const to = new Date(Date.now() + 60_000).toISOString();
    await this.deliveries.askReplay(randomUUID(), endpointId, '2020-01-01T00:00:00.000Z', to);
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
