import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { deliveryStream } from '../ledger/streams.js';
import type { NewMessage } from './advance-store.js';
import { OutboxEntity, type OutboxState } from './entities/index.js';

/** One sender's turn at one message. */
export type Claim =
  | { kind: 'claimed'; message: OutboxEntity; token: string }
  /** No further attempt will be made. */
  | { kind: 'settled'; state: OutboxState }
  /** Another sender has it until then (UTC, database clock). */
  | { kind: 'busy'; until: string }
  | { kind: 'unknown' };

/**
 * How an attempt ended. `deferred`: not delivered, to be tried again. `uncertain`: the connection was lost after the
 * message was handed over; tried again too, unless `final`.
 */
export type Attempt =
  | { outcome: 'sent'; answer: string }
  | { outcome: 'suppressed'; reason: string }
  | { outcome: 'deferred'; answer: string }
  | { outcome: 'uncertain'; answer: string; final: boolean }
  | { outcome: 'failed'; answer: string };

/** When something is sent: the license's time (UTC instant) and its civil day. */
export interface SendTime {
  now: string;
  validOn: string;
}

/**
 * The outbox. Every change of a message's state is an event of the license's delivery stream, appended in the same
 * transaction; each method is one transaction of its own when called on a DataSource's manager.
 */
export class OutboxRepository {
  constructor(private readonly manager: EntityManager) {}

  find(key: string): Promise<OutboxEntity | null> {
    return this.manager.findOneBy(OutboxEntity, { key });
  }

  /** Messages of one license in the order in which they fell due, without their content. */
  async ofLicense(licenseId: string): Promise<Omit<OutboxEntity, 'rendered'>[]> {
    const rows = await this.manager.find(OutboxEntity, { where: { licenseId }, order: { seq: 'ASC', key: 'ASC' } });
    return rows.map(({ rendered: _, ...row }) => row);
  }

  /** Keys that still need an attempt. */
  async unsent(licenseId: string): Promise<string[]> {
    const rows = (await this.manager.query('select paizhao.unsent($1) as keys', [licenseId])) as { keys: string[] }[];
    return rows[0]?.keys ?? [];
  }

  /** Adds a message that another one brought about; adding it again changes nothing. */
  async add(licenseId: string, message: NewMessage): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(OutboxEntity)
      .values({ licenseId, ...message })
      .orIgnore()
      .execute();
  }

  /** Takes the message for one attempt. Of two senders at once one gets it; a sender that died loses it after the lease. */
  claim(key: string, time: SendTime, leaseSeconds = 120): Promise<Claim> {
    return this.manager.transaction(async (manager) => {
      const message = await lockMessage(manager, key);
      if (!message) return { kind: 'unknown' };
      if (message.settledAt !== null) return { kind: 'settled', state: message.state };
      const token = randomUUID();
      const taken = rowsOf(
        await manager.query(
          `update paizhao.outbox set state = 'sending', attempts = attempts + 1, claim_token = $2, changed_at = $3,
                  claimed_until = clock_timestamp() + make_interval(secs => $4)
            where key = $1 and (claimed_until is null or claimed_until < clock_timestamp()) returning attempts`,
          [key, token, time.now, leaseSeconds],
        ),
      );
      if (taken.length === 0) return { kind: 'busy', until: message.claimedUntil ?? time.now };
      await note(manager, message, time, 'delivery-attempted', { attempt: message.attempts + 1 });
      return { kind: 'claimed', token, message: { ...message, state: 'sending', attempts: message.attempts + 1 } };
    });
  }

  /** Keeps the rendered message (sealed); where one is kept already, that one is returned and stays. */
  async keepRendered(key: string, sealed: Buffer): Promise<Buffer> {
    const rows = rowsOf<{ rendered: Buffer }>(
      await this.manager.query(
        'update paizhao.outbox set rendered = coalesce(rendered, $2) where key = $1 returning rendered',
        [key, sealed],
      ),
    );
    return rows[0]?.rendered ?? sealed;
  }

  /**
   * Records how an attempt ended. A claim that was lost to another sender changes nothing, except that "sent" is
   * always recorded: the message has left. Returns whether anything was recorded.
   */
  settle(key: string, token: string, attempt: Attempt, time: SendTime): Promise<boolean> {
    return this.manager.transaction(async (manager) => {
      const message = await lockMessage(manager, key);
      if (!message || !mayRecord(message, token, attempt)) return false;
      const final = attempt.outcome !== 'deferred' && (attempt.outcome !== 'uncertain' || attempt.final);
      const answer = scrubbed(attempt.outcome === 'suppressed' ? attempt.reason : attempt.answer);
      await manager.update(
        OutboxEntity,
        { key },
        {
          state: attempt.outcome === 'deferred' ? 'queued' : attempt.outcome,
          smtpAnswer: answer,
          changedAt: time.now,
          settledAt: final ? time.now : null,
          claimToken: null,
          claimedUntil: null,
        },
      );
      await note(manager, message, time, `delivery-${attempt.outcome}`, { attempt: message.attempts, answer, final });
      return true;
    });
  }

  /**
   * Settles a message that no sender has in hand: suppressed before its first attempt, or given up after the last one.
   * A message whose last attempt was uncertain stays `uncertain`. Returns the state that is on record.
   */
  giveUp(key: string, outcome: 'failed' | 'suppressed', reason: string, time: SendTime): Promise<OutboxState | null> {
    return this.manager.transaction(async (manager) => {
      const message = await lockMessage(manager, key);
      if (!message || message.settledAt !== null) return message?.state ?? null;
      const state = message.state === 'uncertain' ? 'uncertain' : outcome;
      const smtpAnswer = scrubbed(reason);
      await manager.update(
        OutboxEntity,
        { key },
        { state, smtpAnswer, changedAt: time.now, settledAt: time.now, claimToken: null, claimedUntil: null },
      );
      await note(manager, message, time, `delivery-${state}`, {
        attempt: message.attempts,
        answer: smtpAnswer,
        final: true,
      });
      return state;
    });
  }
}

function lockMessage(manager: EntityManager, key: string): Promise<OutboxEntity | null> {
  return manager.findOne(OutboxEntity, { where: { key }, lock: { mode: 'pessimistic_write' } });
}

function mayRecord(message: OutboxEntity, token: string, attempt: Attempt): boolean {
  if (attempt.outcome === 'sent') return message.state !== 'sent';
  return message.settledAt === null && message.claimToken === token;
}

async function note(
  manager: EntityManager,
  message: OutboxEntity,
  time: SendTime,
  type: string,
  data: object,
): Promise<void> {
  const stream = deliveryStream(message.licenseId);
  const head = await lockHead(manager, stream);
  await append(manager, stream, head, time.now, [
    {
      type,
      v: 1,
      validOn: time.validOn,
      actor: { kind: 'system', id: 'send' },
      commandId: `send:${message.seq}`,
      data: { key: message.key, ...data },
    },
  ]);
}

/** Servers like to repeat the recipient in their answer. */
function scrubbed(answer: string): string {
  return answer.replace(/[^\s<>"',;:()[\]]+@[^\s<>"',;:()[\]]+/g, '…').slice(0, 500);
}

/** TypeORM answers an UPDATE with [rows, count]. */
function rowsOf<T = unknown>(result: unknown): T[] {
  return (Array.isArray(result) && Array.isArray(result[0]) ? result[0] : result) as T[];
}
