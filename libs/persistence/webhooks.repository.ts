import type { EntityManager } from 'typeorm';
import { mustBeAt, NotFound } from '../domain/errors.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import type { Cipher } from './cipher.js';
import { type WebhookDisabledWhy, WebhookEndpointEntity } from './entities/index.js';

/** What an endpoint wants to hear of; null for all. */
export interface WebhookFilter {
  eventTypes: string[] | null;
  licenseIds: string[] | null;
  companyIds: string[] | null;
  /** What an import puts on record, entry by entry; left out: yes. */
  imported?: boolean;
}

export interface WebhookToRegister extends WebhookFilter {
  id: string;
  name: string;
  url: string;
  secret: string;
}

export type WebhookChange = Partial<Omit<WebhookToRegister, 'id' | 'secret'>>;

/** Endpoints with their URL in the clear; secrets only for whoever signs. */
export type Webhook = Omit<WebhookEndpointEntity, 'url' | 'secret' | 'oldSecret'> & { url: string };

/** The registry of webhooks. Every change is an entry of the house's stream, without URL and secret. */
export class WebhookRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  async list(): Promise<Webhook[]> {
    const rows = await this.manager.find(WebhookEndpointEntity, { order: { storedAt: 'ASC', id: 'ASC' } });
    return rows.map((row) => this.open(row));
  }

  /** @throws NotFound `webhook-not-found` */
  async find(id: string): Promise<Webhook> {
    const row = await this.manager.findOneBy(WebhookEndpointEntity, { id });
    if (!row) throw webhookNotFound(id);
    return this.open(row);
  }

  /** Secrets that sign at this moment, newest first. */
  async secrets(id: string): Promise<string[]> {
    const rows = (await this.manager.query(
      `select secret, case when old_secret_until > clock_timestamp() then old_secret end as old
         from paizhao.webhook_endpoints where id = $1`,
      [id],
    )) as { secret: Buffer; old: Buffer | null }[];
    return rows.flatMap(({ secret, old }) =>
      [secret, old].flatMap((sealed) => (sealed ? [this.cipher.openText(place(id, 'secret'), sealed)] : [])),
    );
  }

  /** Call within a transaction, as everything below. */
  async register({ id, url, secret, ...plain }: WebhookToRegister, act: Act): Promise<void> {
    const { name, ...filter } = plain;
    await this.note(act, 'webhook-registered', { webhookId: id, name, ...filter });
    await this.manager.insert(WebhookEndpointEntity, {
      id,
      ...plain,
      url: this.cipher.sealText(place(id, 'url'), url),
      secret: this.cipher.sealText(place(id, 'secret'), secret),
    });
  }

  /** @throws VersionStale where it is not at the expected version; null for whichever there is */
  async change(id: string, { url, ...plain }: WebhookChange, expected: number | null, act: Act): Promise<void> {
    const { version } = await this.lock(id);
    mustBeAt(version, expected);
    const sealed = url === undefined ? {} : { url: this.cipher.sealText(place(id, 'url'), url) };
    await this.manager.update(WebhookEndpointEntity, { id }, { ...plain, ...sealed, version: version + 1 });
    await this.note(act, 'webhook-changed', { webhookId: id, ...plain, urlChanged: url !== undefined });
  }

  /** The old secret goes on signing for so many hours beside the new one. */
  async replaceSecret(id: string, secret: string, keepOldHours: number, act: Act): Promise<void> {
    await this.lock(id);
    await this.manager.query(
      `update paizhao.webhook_endpoints
          set old_secret = case when $3 > 0 then secret end,
              old_secret_until = case when $3 > 0 then clock_timestamp() + make_interval(hours => $3) end,
              secret = $2,
              version = version + 1
        where id = $1`,
      [id, this.cipher.sealText(place(id, 'secret'), secret), keepOldHours],
    );
    await this.note(act, 'webhook-secret-replaced', { webhookId: id, keepOldHours });
  }

  async enable(id: string, act: Act): Promise<void> {
    const { state, version } = await this.lock(id);
    if (state === 'enabled') return;
    await this.manager.update(
      WebhookEndpointEntity,
      { id },
      { state: 'enabled', disabledWhy: null, failingSince: null, version: version + 1 },
    );
    await this.note(act, 'webhook-enabled', { webhookId: id });
  }

  /**
   * What waits for it is suppressed, and can be had again by a replay. By hand is the last word, and ends the alarm
   * about one that was disabled by itself. False where nothing changed.
   */
  async disable(id: string, why: WebhookDisabledWhy, act: Act): Promise<boolean> {
    const { state, disabledWhy, version } = await this.lock(id);
    if (state === 'disabled' && (disabledWhy === 'by-hand' || why !== 'by-hand')) return false;
    const disabled = { state: 'disabled', disabledWhy: why, version: version + 1 } as const;
    await this.manager.update(WebhookEndpointEntity, { id }, disabled);
    await this.manager.query(
      `update paizhao.webhook_deliveries
          set state = 'suppressed', answer = 'disabled', changed_at = clock_timestamp(), settled_at = clock_timestamp(),
              claim_token = null, claimed_until = null
        where endpoint_id = $1 and settled_at is null`,
      [id],
    );
    await this.manager.query(
      'update paizhao.webhook_replays set done_at = clock_timestamp() where endpoint_id = $1 and done_at is null',
      [id],
    );
    await this.note(act, 'webhook-disabled', { webhookId: id, why });
    return true;
  }

  /** Before its deliveries, always, so that nobody waits for one who waits for him. */
  async lock(id: string): Promise<WebhookEndpointEntity> {
    const row = await this.manager.findOne(WebhookEndpointEntity, {
      where: { id },
      lock: { mode: 'for_no_key_update' },
    });
    if (!row) throw webhookNotFound(id);
    return row;
  }

  private open({ url, secret: _, oldSecret: __, ...row }: WebhookEndpointEntity): Webhook {
    return { ...row, url: this.cipher.openText(place(row.id, 'url'), url) };
  }

  private async note({ actor, commandId, now, validOn }: Act, type: string, data: object): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    await append(this.manager, houseStream, head, now, [{ type, v: 1, validOn, actor, commandId, data }]);
  }
}

const place = (id: string, column: 'url' | 'secret'): string => `webhook-${column}:${id}`;

const webhookNotFound = (id: string): NotFound =>
  new NotFound('webhook-not-found', 'there is no such webhook', { id, remedy: 'Look at GET /webhooks for the ids.' });
