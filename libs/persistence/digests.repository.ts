import { randomUUID } from 'node:crypto';
import { type EntityManager, In, IsNull, Like } from 'typeorm';
import { type NewLink, putLinks } from './acknowledge-links.repository.js';
import { note, type SendTime } from './delivery-notes.js';
import { DigestEntity, OutboxEntity, type OutboxState } from './entities/index.js';
import { type Attempt, mayRecord, settled, settleMessage } from './outbox.repository.js';
import { rowsOf } from './rows.js';

const daily = 'digest/';
const atOnce = 'together/';

/** One sender's turn at one digest, with the messages that it carries. */
export type DigestClaim =
  | { kind: 'claimed'; digest: DigestEntity; messages: OutboxEntity[]; token: string }
  /** No further attempt will be made. */
  | { kind: 'settled'; state: OutboxState }
  | { kind: 'busy' }
  | { kind: 'unknown' };

/** A digest as it was first put together. */
export interface Composed {
  /** Sealed; null where nothing was left to say. */
  rendered: Buffer | null;
  /** Messages that it does not carry after all, and why. */
  dropped: readonly { key: string; reason: string }[];
  links: readonly NewLink[];
}

/**
 * Messages that carry what waited in the outbox. The rows keep their keys and go through the states of the digest; each
 * change of a row is an event of its license's delivery stream, appended in the same transaction. Rows are locked in
 * the order of their keys, so in that of their licenses: two digests never wait for each other in a ring.
 */
export class DigestRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Gives every person with waiting messages a digest of the day, each in one transaction; one who holds many licenses
   * gets it in parts, the most pressing dates in the first. Whoever has one already gets no second one: what came later
   * waits for the next day. Safe to run twice and at the same time.
   */
  async assemble(time: SendTime): Promise<void> {
    const waiting = (await this.manager.query(
      `select distinct person_id as "personId" from paizhao.outbox
        where settled_at is null and leaves = 'digest' and digest_key is null order by 1`,
    )) as { personId: string }[];
    for (const { personId } of waiting) {
      await this.manager.transaction((manager) => assembleFor(manager, personId, time));
    }
  }

  /**
   * Puts what fell due at the same time for one person about one license, and leaves at once, into one message, which
   * leaves by the hand of this first one. Returns the key of the message that carries it; null where it leaves by
   * itself: it is the only one, or begun already, or of a simulated license.
   */
  together(first: OutboxEntity, { now, validOn }: SendTime): Promise<string | null> {
    return this.manager.transaction(async (manager) => {
      const due = await manager.find(OutboxEntity, {
        where: { licenseId: first.licenseId, personId: first.personId, dueAt: first.dueAt, leaves: 'alone' },
        order: { key: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const carrier = due.find(({ key }) => key === first.key)?.digestKey ?? null;
      const fresh = due.filter((each) => each.state === 'queued' && each.attempts === 0 && !each.simulated);
      const joined = fresh.filter(({ settledAt, digestKey }) => settledAt === null && digestKey === null);
      if (carrier !== null || joined.length < 2 || joined.every(({ key }) => key !== first.key)) return carrier;
      const key = `${atOnce}${first.key}`;
      await manager.insert(DigestEntity, { key, personId: first.personId, day: validOn, dueAt: now });
      await manager.update(OutboxEntity, { key: In(joined.map((each) => each.key)) }, { digestKey: key });
      return key;
    });
  }

  /** Keys of daily digests that need an attempt, those of earlier days first. */
  async unsettled(limit: number): Promise<string[]> {
    const rows = await this.manager.find(DigestEntity, {
      select: { key: true },
      where: { settledAt: IsNull(), key: Like(`${daily}%`) },
      order: { day: 'ASC', key: 'ASC' },
      take: limit,
    });
    return rows.map(({ key }) => key);
  }

  /** Key of the outbox row by whose hand a message leaves that carries several at once; null of a day's digest. */
  carrierOf(key: string): string | null {
    return key.startsWith(atOnce) ? key.slice(atOnce.length) : null;
  }

  find(key: string): Promise<DigestEntity | null> {
    return this.manager.findOneBy(DigestEntity, { key });
  }

  /** What the digest carries, settled or not. */
  messages(key: string): Promise<OutboxEntity[]> {
    return this.manager.find(OutboxEntity, { where: { digestKey: key }, order: { key: 'ASC' } });
  }

  /** Takes the digest for one attempt. Of two senders at once one gets it; one that died loses it after the lease. */
  claim(key: string, time: SendTime, leaseSeconds = 120): Promise<DigestClaim> {
    return this.manager.transaction(async (manager): Promise<DigestClaim> => {
      const digest = await lockDigest(manager, key);
      if (!digest) return { kind: 'unknown' };
      if (digest.settledAt !== null) return { kind: 'settled', state: digest.state };
      const token = randomUUID();
      const taken = rowsOf(
        await manager.query(
          `update paizhao.digests set state = 'sending', attempts = attempts + 1, claim_token = $2, changed_at = $3,
                  claimed_until = clock_timestamp() + make_interval(secs => $4)
            where key = $1 and (claimed_until is null or claimed_until < clock_timestamp()) returning attempts`,
          [key, token, time.now, leaseSeconds],
        ),
      );
      if (taken.length === 0) return { kind: 'busy' };
      const messages = (await lockMessages(manager, key)).filter(({ settledAt }) => settledAt === null);
      for (const message of messages) {
        const attempts = message.attempts + 1;
        await manager.update(OutboxEntity, { key: message.key }, { state: 'sending', attempts, changedAt: time.now });
        await note(manager, message, time, 'delivery-attempted', { attempt: attempts }, key);
      }
      return { kind: 'claimed', digest: { ...digest, state: 'sending' }, messages, token };
    });
  }

  /**
   * Keeps the digest as it was first composed, and settles what it does not carry. Where one is kept already, that one
   * is returned and stays; null where there is nothing to send, or where the claim was lost.
   */
  compose(key: string, token: string, { rendered, dropped, links }: Composed, time: SendTime): Promise<Buffer | null> {
    return this.manager.transaction(async (manager) => {
      const digest = await lockDigest(manager, key);
      if (!digest || digest.rendered || digest.claimToken !== token) return digest?.rendered ?? null;
      const messages = await lockMessages(manager, key);
      for (const { key: droppedKey, reason } of dropped) {
        const message = messages.find((each) => each.key === droppedKey);
        if (message?.settledAt === null) await settleMessage(manager, message, { outcome: 'suppressed', reason }, time);
      }
      await putLinks(manager, links);
      if (rendered) await manager.update(DigestEntity, { key }, { rendered });
      else await manager.update(DigestEntity, { key }, settled({ outcome: 'suppressed', reason: nothingLeft }, time));
      return rendered;
    });
  }

  /**
   * Records how an attempt ended, for the digest and all that it carries. A claim that was lost to another sender
   * changes nothing, except that "sent" is always recorded. Returns whether anything was recorded.
   */
  settle(key: string, token: string, attempt: Attempt, time: SendTime): Promise<boolean> {
    return this.manager.transaction(async (manager) => {
      const digest = await lockDigest(manager, key);
      if (!digest || !mayRecord(digest, token, attempt)) return false;
      await settleAll(manager, key, attempt, time);
      return true;
    });
  }

  /**
   * Gives up a digest after its last attempt: failed, or uncertain where that attempt was. Returns the state that is on
   * record.
   */
  giveUp(key: string, reason: string, time: SendTime): Promise<OutboxState | null> {
    return this.manager.transaction(async (manager) => {
      const digest = await lockDigest(manager, key);
      if (!digest || digest.settledAt !== null) return digest?.state ?? null;
      const uncertain = digest.state === 'uncertain';
      const ended: Attempt = uncertain
        ? { outcome: 'uncertain', answer: reason, final: true }
        : { outcome: 'failed', answer: reason };
      await settleAll(manager, key, ended, time);
      return ended.outcome;
    });
  }
}

const licensesPerPart = 100;

/** One at a time for each person. All dates of a license stand in one part. */
async function assembleFor(manager: EntityManager, personId: string, { now, validOn }: SendTime): Promise<void> {
  const key = `${daily}${personId}/${validOn}`;
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  await manager.query(
    `with waiting as (
       select o.key, o.license_id,
              min(coalesce(o.notice->>'safeDay', o.notice->>'date', '9999-12-31')) over (partition by o.license_id) as day
         from paizhao.outbox o
        where o.person_id = $2 and o.settled_at is null and o.leaves = 'digest' and o.digest_key is null),
     ranked as (select w.key, dense_rank() over (order by w.day, w.license_id) - 1 as rank from waiting w),
     parts as (
       select r.key, $1 || case when r.rank < $5 then '' else '/' || (r.rank / $5 + 1) end as digest_key from ranked r),
     made as (
       insert into paizhao.digests (key, person_id, day, due_at)
       select distinct p.digest_key, $2, $3::date, $4::timestamptz from parts p
        where not exists (select from paizhao.digests d
                          where d.person_id = $2 and d.day = $3::date and d.key like 'digest/%')
       on conflict (key) do nothing returning key)
     update paizhao.outbox o set digest_key = made.key
       from parts join made on made.key = parts.digest_key where o.key = parts.key`,
    [key, personId, validOn, now, licensesPerPart],
  );
}

const nothingLeft = 'nothing was left to say';

function lockDigest(manager: EntityManager, key: string): Promise<DigestEntity | null> {
  return manager.findOne(DigestEntity, { where: { key }, lock: { mode: 'pessimistic_write' } });
}

function lockMessages(manager: EntityManager, key: string): Promise<OutboxEntity[]> {
  return manager.find(OutboxEntity, {
    where: { digestKey: key },
    order: { key: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

async function settleAll(manager: EntityManager, key: string, attempt: Attempt, time: SendTime): Promise<void> {
  await manager.update(DigestEntity, { key }, settled(attempt, time));
  for (const message of await lockMessages(manager, key)) {
    const late = attempt.outcome === 'sent' && message.state !== 'sent' && message.state !== 'suppressed';
    if (message.settledAt === null || late) await settleMessage(manager, message, attempt, time);
  }
}
