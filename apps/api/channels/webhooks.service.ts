import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { newWebhookSecret } from '../../../libs/channels/index.js';
import { Conflict } from '../../../libs/domain/errors.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  type Act,
  Cipher,
  type Webhook,
  type WebhookChange,
  WebhookDeliveryRepository,
  WebhookRepository,
  type WebhookToRegister,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { HouseDesk } from '../house/house-desk.js';
import { SecretAlreadyShown } from '../problems/api-errors.js';
import { ChannelChecks } from './channel-checks.js';
import type { deliveriesAnswer } from './channel-shapes.js';

export interface Page {
  state: string | null;
  before: string | null;
  limit: number;
}

type Deliveries = z.output<typeof deliveriesAnswer>['deliveries'];

/** The registry of webhooks, for those who administer. The worker delivers. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly desk: HouseDesk,
    private readonly checks: ChannelChecks,
  ) {}

  async register(
    asker: Asker,
    asked: Omit<WebhookToRegister, 'id' | 'secret'>,
  ): Promise<{ webhookId: string; secret: string }> {
    await this.checks.webhook(asked);
    const id = uuid5(paizhaoNamespace, 'webhook', principalName(asker.caller), asker.key);
    return this.showingOnce(asker, id, 'register-webhook', asked, (webhooks, secret, act) =>
      webhooks.register({ id, secret, ...asked }, act),
    );
  }

  replaceSecret(
    asker: Asker,
    id: string,
    body: { keepOldHours: number },
  ): Promise<{ webhookId: string; secret: string }> {
    return this.showingOnce(asker, id, 'replace-webhook-secret', body, (webhooks, secret, act) =>
      webhooks.replaceSecret(id, secret, body.keepOldHours, act),
    );
  }

  async change(asker: Asker, id: string, change: WebhookChange): Promise<{ webhookId: string }> {
    await this.checks.webhook(change);
    return this.act(asker, id, 'change-webhook', change, (webhooks, act) =>
      webhooks.change(id, change, asker.expected, act),
    );
  }

  enable(asker: Asker, id: string): Promise<{ webhookId: string }> {
    return this.act(asker, id, 'enable-webhook', {}, (webhooks, act) => webhooks.enable(id, act));
  }

  disable(asker: Asker, id: string): Promise<{ webhookId: string }> {
    return this.act(asker, id, 'disable-webhook', {}, async (webhooks, act) => {
      await webhooks.disable(id, 'by-hand', act);
    });
  }

  test(asker: Asker, id: string): Promise<{ webhookId: string; deliveryId: string }> {
    return this.once(asker, id, 'test-webhook', {}, async (manager, { commandId }) => {
      await mustBeEnabled(new WebhookRepository(manager, this.cipher), id);
      const stream = `test/${commandId}`;
      const deliveryId = uuid5(paizhaoNamespace, 'webhook', id, stream, '1');
      const test = { id: deliveryId, endpointId: id, stream, seq: 1, licenseId: null, type: 'test' };
      await new WebhookDeliveryRepository(manager, this.cipher).queueTest(test);
      return { webhookId: id, deliveryId };
    });
  }

  replay(
    asker: Asker,
    id: string,
    body: { from: string; to: string },
  ): Promise<{ webhookId: string; replayId: string }> {
    return this.once(asker, id, 'replay-webhook', body, async (manager, { commandId: replayId }) => {
      await mustBeEnabled(new WebhookRepository(manager, this.cipher), id);
      await new WebhookDeliveryRepository(manager, this.cipher).askReplay(replayId, id, body.from, body.to);
      return { webhookId: id, replayId };
    });
  }

  async list(): Promise<object[]> {
    return (await this.webhooks().list()).map(shown);
  }

  async find(id: string): Promise<object> {
    const webhook = await this.webhooks().find(id);
    const replays = await new WebhookDeliveryRepository(this.dataSource.manager, this.cipher).replays(id);
    return {
      ...shown(webhook),
      replays: replays.map(({ id: replayId, fromAt, toAt, queued, doneAt }) => ({
        id: replayId,
        from: fromAt,
        to: toAt,
        queued,
        doneAt,
      })),
    };
  }

  async deliveries(id: string, { state, before, limit }: Page): Promise<Deliveries> {
    await this.webhooks().find(id);
    const deliveries = new WebhookDeliveryRepository(this.dataSource.manager, this.cipher);
    return (await deliveries.list(id, state, before, limit)).map((row) => ({
      id: row.id,
      licenseId: row.licenseId,
      seq: row.seq,
      type: row.type,
      state: row.state,
      attempts: row.attempts,
      replays: row.replays,
      answer: row.answer,
      nextAttemptAt: row.settledAt === null ? row.nextAttemptAt : null,
      changedAt: row.changedAt,
    }));
  }

  private webhooks(): WebhookRepository {
    return new WebhookRepository(this.dataSource.manager, this.cipher);
  }

  /** The secret is in this answer and in no other: a repeat of the request does not get it. */
  private async showingOnce(
    asker: Asker,
    id: string,
    act: string,
    body: object,
    work: (webhooks: WebhookRepository, secret: string, act: Act) => Promise<void>,
  ): Promise<{ webhookId: string; secret: string }> {
    let shownNow: string | null = null;
    await this.once(asker, id, act, body, async (manager, how) => {
      const secret = newWebhookSecret();
      await work(new WebhookRepository(manager, this.cipher), secret, how);
      shownNow = secret;
      return { webhookId: id };
    });
    if (shownNow === null) throw new SecretAlreadyShown(id);
    return { webhookId: id, secret: shownNow };
  }

  private act(
    asker: Asker,
    id: string,
    act: string,
    body: object,
    work: (webhooks: WebhookRepository, act: Act) => Promise<void>,
  ): Promise<{ webhookId: string }> {
    return this.once(asker, id, act, body, async (manager, how) => {
      await work(new WebhookRepository(manager, this.cipher), how);
      return { webhookId: id };
    });
  }

  private once<A extends Record<string, unknown>>(
    asker: Asker,
    subjectId: string,
    act: string,
    body: object,
    work: (manager: EntityManager, act: Act) => Promise<A>,
  ): Promise<A> {
    return this.desk.once(asker, { act, subjectId, body }, work);
  }
}

async function mustBeEnabled(webhooks: WebhookRepository, id: string): Promise<void> {
  const { state } = await webhooks.lock(id);
  if (state === 'disabled')
    throw new Conflict('channel-disabled', 'the webhook is disabled', { id, remedy: 'Enable it first.' });
}

/** Of the URL only the host: people put tokens into paths and queries. */
const shown = ({ storedAt: _, url, ...webhook }: Webhook): object => ({
  ...webhook,
  host: new URL(url).host,
});
