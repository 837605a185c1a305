import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from './act.js';
import { isImported, type NewDelivery } from './channel-feed.repository.js';
import type { Cipher } from './cipher.js';
import { WebhookDeliveryEntity, WebhookEndpointEntity, WebhookReplayEntity } from './entities/index.js';
import { rowsOf } from './rows.js';
import { WebhookRepository } from './webhooks.repository.js';

/** How an attempt ended. `gone`: the receiver wants no more, ever. `answer` is a status or an error code. */
export type WebhookAttempt =
  | { outcome: 'sent'; answer: string }
  | { outcome: 'deferred'; answer: string; afterSeconds: number }
  | { outcome: 'failed'; answer: string }
  | { outcome: 'gone'; answer: string };

export interface ClaimedDelivery {
  id: string;
  endpointId: string;
  token: string;
  attempts: number;
  /** What is on record of it; null where the record has no such entry (any more). */
  event: DeliveredEvent | 'test' | null;
  queuedAt: string;
}

export interface DeliveredEvent {
  licenseId: string;
  companyId: string;
  simulated: boolean;
  seq: number;
  type: string;
  validOn: string;
  recordedAt: string;
}

/** Without one success for so long an endpoint is disabled; the last attempt of a message comes after it. */
const patience = '3 days';

const wanted = `
  join paizhao.license_view v on v.license_id = substr(e.stream, 9)::uuid
 where (w.event_types is null or e.type = any(w.event_types))
   and (w.license_ids is null or v.license_id = any(w.license_ids))
   and (w.company_ids is null or v.company_id = any(w.company_ids))
   and (w.imported or not ${isImported('e')})`;

/** An entry that a replay comes upon. */
export interface ReplayedEvent {
  stream: string;
  seq: number;
  type: string;
  licenseId: string;
  wanted: boolean;
  /** As PostgreSQL writes it. */
  storedAt: string;
}

/**
 * The way of ledger entries to webhooks. An entry waits until those before it of the same license are settled, so that
 * a receiver hears of a license in order. Each method is one transaction of its own.
 */
export class WebhookDeliveryRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** Newest first, of one endpoint, from before `before` on. */
  list(
    endpointId: string,
    state: string | null,
    before: string | null,
    limit: number,
  ): Promise<WebhookDeliveryEntity[]> {
    const query = this.manager
      .createQueryBuilder(WebhookDeliveryEntity, 'd')
      .where('d.endpointId = :endpointId', { endpointId })
      .orderBy({ 'd.storedAt': 'DESC', 'd.id': 'DESC' })
      .limit(limit);
    if (state !== null) query.andWhere('d.state = :state', { state });
    if (before !== null)
      query.andWhere(
        '(d.stored_at, d.id) < (select b.stored_at, b.id from paizhao.webhook_deliveries b where b.id = :before)',
        { before },
      );
    return query.getMany();
  }

  replays(endpointId: string): Promise<WebhookReplayEntity[]> {
    return this.manager.find(WebhookReplayEntity, { where: { endpointId }, order: { storedAt: 'DESC' }, take: 20 });
  }

  async queueTest(delivery: NewDelivery): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(WebhookDeliveryEntity).values(delivery).orIgnore().execute();
  }

  async askReplay(id: string, endpointId: string, from: string, to: string): Promise<void> {
    await this.manager.insert(WebhookReplayEntity, { id, endpointId, fromAt: from, toAt: to });
  }

  /** Takes deliveries of one endpoint for one attempt each. A sender that died loses them after the lease. */
  async claim(endpointId: string, limit: number, leaseSeconds = 60): Promise<ClaimedDelivery[]> {
    const token = randomUUID();
    const rows = rowsOf<ClaimRow>(
      await this.manager.query(
        `with taken as (
           update paizhao.webhook_deliveries
              set state = 'sending', attempts = attempts + 1, changed_at = clock_timestamp(), claim_token = $2,
                  claimed_until = clock_timestamp() + make_interval(secs => $3)
            where id in (
              select d.id from paizhao.webhook_deliveries d
                join paizhao.webhook_endpoints w on w.id = d.endpoint_id and w.state = 'enabled'
               where d.endpoint_id = $1 and d.settled_at is null and d.next_attempt_at <= clock_timestamp()
                 and (d.claimed_until is null or d.claimed_until < clock_timestamp())
                 and not exists (select from paizhao.webhook_deliveries b
                                  where b.endpoint_id = d.endpoint_id and b.license_id = d.license_id
                                    and b.seq < d.seq and b.settled_at is null)
               order by d.next_attempt_at, d.seq limit $4 for update of d skip locked)
           returning id, endpoint_id, stream, seq, license_id, attempts, stored_at)
         select t.id, t.endpoint_id, t.seq::integer as seq, t.license_id, t.attempts,
                paizhao.instant(t.stored_at) as queued_at, v.company_id, v.simulated, e.type,
                to_char(e.valid_on, 'YYYY-MM-DD') as valid_on, paizhao.instant(e.recorded_at) as recorded_at
           from taken t
           left join paizhao.ledger_events e on e.stream = t.stream and e.seq = t.seq
           left join paizhao.license_view v on v.license_id = t.license_id`,
        [endpointId, token, leaseSeconds, limit],
      ),
    );
    return rows.map((row) => claimed(row, token));
  }

  /**
   * Records how an attempt ended, and what follows for the endpoint. A claim that was lost changes nothing, except that
   * "sent" is always recorded: the message has arrived.
   */
  settle({ id, endpointId, token }: ClaimedDelivery, attempt: WebhookAttempt, act: Act): Promise<void> {
    return this.manager.transaction(async (manager) => {
      const endpoint = await new WebhookRepository(manager, this.cipher).lock(endpointId);
      const delivery = await manager.findOneByOrFail(WebhookDeliveryEntity, { id });
      const lost = delivery.settledAt !== null || delivery.claimToken !== token;
      if (attempt.outcome === 'sent' ? delivery.state === 'sent' : lost) return;
      await write(manager, id, attempt);
      await this.judge(manager, endpoint, attempt, act);
    });
  }

  /** Queues what the next open replay comes upon; null where there is none. */
  replay(idOf: (endpointId: string, stream: string, seq: number) => string, limit = 500): Promise<number | null> {
    return this.manager.transaction(async (manager) => {
      const rows = (await manager.query(
        `select id from paizhao.webhook_replays where done_at is null order by stored_at limit 1 for update skip locked`,
      )) as { id: string }[];
      if (!rows[0]) return null;
      const replay = await manager.findOneByOrFail(WebhookReplayEntity, { id: rows[0].id });
      const events = await replayed(manager, replay.id, limit);
      const asked = events.filter((event) => event.wanted);
      for (const event of asked) await queueAgain(manager, replay.endpointId, event, idOf);
      await moveOn(manager, replay.id, asked.length, events.length < limit ? null : (events.at(-1) ?? null));
      return asked.length;
    });
  }

  private async judge(
    manager: EntityManager,
    { id, state }: WebhookEndpointEntity,
    attempt: WebhookAttempt,
    act: Act,
  ): Promise<void> {
    if (attempt.outcome === 'sent') {
      await manager.query(
        'update paizhao.webhook_endpoints set failing_since = null where id = $1 and failing_since is not null',
        [id],
      );
      return;
    }
    const rows = rowsOf<{ tired: boolean }>(
      await manager.query(
        `update paizhao.webhook_endpoints set failing_since = coalesce(failing_since, clock_timestamp())
          where id = $1 returning failing_since < clock_timestamp() - $2::interval as tired`,
        [id, patience],
      ),
    );
    const why = attempt.outcome === 'gone' ? 'gone' : rows[0]?.tired ? 'failing' : null;
    if (why === null || state === 'disabled') return;
    await new WebhookRepository(manager, this.cipher).disable(id, why, act);
  }
}

interface ClaimRow {
  id: string;
  endpoint_id: string;
  seq: number;
  license_id: string | null;
  attempts: number;
  queued_at: string;
  company_id: string | null;
  simulated: boolean | null;
  type: string | null;
  valid_on: string;
  recorded_at: string;
}

function claimed(row: ClaimRow, token: string): ClaimedDelivery {
  const { id, endpoint_id: endpointId, attempts, queued_at: queuedAt } = row;
  const { license_id: licenseId, company_id: companyId, type } = row;
  if (licenseId === null) return { id, endpointId, token, attempts, event: 'test', queuedAt };
  const event = type === null || companyId === null ? null : { licenseId, companyId, type, ...daysOf(row) };
  return { id, endpointId, token, attempts, event, queuedAt };
}

function daysOf({ simulated, seq, valid_on: validOn, recorded_at: recordedAt }: ClaimRow) {
  return { simulated: simulated ?? false, seq, validOn, recordedAt };
}

async function write(manager: EntityManager, id: string, attempt: WebhookAttempt): Promise<void> {
  const deferred = attempt.outcome === 'deferred';
  const state = deferred ? 'queued' : attempt.outcome === 'sent' ? 'sent' : 'failed';
  await manager.query(
    `update paizhao.webhook_deliveries
        set state = $2, answer = $3, changed_at = clock_timestamp(), claim_token = null, claimed_until = null,
            settled_at = case when $4 then null else clock_timestamp() end,
            next_attempt_at = case when $4 then clock_timestamp() + make_interval(secs => $5) else next_attempt_at end
      where id = $1`,
    [id, state, attempt.answer, deferred, deferred ? attempt.afterSeconds : 0],
  );
}

/** By the time at which entries were stored; what the endpoint does not want only moves the place on. */
async function replayed(manager: EntityManager, replayId: string, limit: number): Promise<ReplayedEvent[]> {
  return manager.query(
    `with page as (
       select e.stream, e.seq, e.type, e.command_id, e.stored_at, r.endpoint_id
         from paizhao.webhook_replays r join paizhao.ledger_events e
           on e.stored_at between coalesce(r.after_at, r.from_at) and r.to_at and e.stream ^@ 'license/'
        where r.id = $1 and (r.after_at is null or
              (e.stored_at, e.stream, e.seq) > (r.after_at, r.after_stream, r.after_seq))
        order by e.stored_at, e.stream, e.seq limit $2)
     select e.stream, e.seq::integer as seq, e.type, substr(e.stream, 9) as "licenseId",
            paizhao.instant(e.stored_at) as "storedAt",
            exists (select from paizhao.webhook_endpoints w ${wanted} and w.id = e.endpoint_id) as wanted
       from page e order by e.stored_at, e.stream, e.seq`,
    [replayId, limit],
  );
}

/** The same id as the first time; one that is on its way already stays there. */
async function queueAgain(
  manager: EntityManager,
  endpointId: string,
  { stream, seq, type, licenseId }: ReplayedEvent,
  idOf: (endpointId: string, stream: string, seq: number) => string,
): Promise<void> {
  await manager.query(
    `insert into paizhao.webhook_deliveries as d (id, endpoint_id, stream, seq, license_id, type, replays)
     values ($1, $2, $3, $4, $5, $6, 1)
     on conflict (id) do update
        set state = 'queued', attempts = 0, replays = d.replays + 1, settled_at = null,
            next_attempt_at = clock_timestamp(), changed_at = clock_timestamp()
      where d.settled_at is not null`,
    [idOf(endpointId, stream, seq), endpointId, stream, seq, licenseId, type],
  );
}

async function moveOn(manager: EntityManager, id: string, queued: number, last: ReplayedEvent | null): Promise<void> {
  await manager.query(
    `update paizhao.webhook_replays
        set queued = queued + $2, after_at = coalesce($3, after_at), after_stream = coalesce($4, after_stream),
            after_seq = coalesce($5, after_seq), done_at = case when $3::timestamptz is null then clock_timestamp() end
      where id = $1`,
    [id, queued, last?.storedAt ?? null, last?.stream ?? null, last?.seq ?? null],
  );
}
