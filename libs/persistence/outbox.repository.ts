import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type NewLink, putLinks } from './acknowledge-links.repository.js';
import type { NewMessage } from './advance-store.js';
import { note, type SendTime, scrubbed } from './delivery-notes.js';
import { type BounceEntity, OutboxEntity, type OutboxState } from './entities/index.js';
import { rowsOf } from './rows.js';

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

  /** Keys that the license's workflow still has to send; what waits for a digest is not among them. */
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
      // A message that carries several has taken it up since.
      if (message.digestKey !== null) return { kind: 'busy', until: time.now };
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

  /**
   * Keeps the rendered message (sealed) with the link that it holds; where one is kept already, that one is returned
   * and stays.
   */
  keepRendered(key: string, sealed: Buffer, links: readonly NewLink[] = []): Promise<Buffer> {
    return this.manager.transaction(async (manager) => {
      const message = await lockMessage(manager, key);
      if (message?.rendered) return message.rendered;
      await manager.update(OutboxEntity, { key }, { rendered: sealed });
      await putLinks(manager, links);
      return sealed;
    });
  }

  /** Leaves a message to its recipient's next digest; false where a sender has begun with it. */
  async leaveToDigest(key: string): Promise<boolean> {
    const left = rowsOf(
      await this.manager.query(
        `update paizhao.outbox set leaves = 'digest'
          where key = $1 and state = 'queued' and attempts = 0 and settled_at is null returning key`,
        [key],
      ),
    );
    return left.length > 0;
  }

  /**
   * Records how an attempt ended. A claim that was lost to another sender changes nothing, except that "sent" is
   * always recorded: the message has left. Returns whether anything was recorded.
   */
  settle(key: string, token: string, attempt: Attempt, time: SendTime): Promise<boolean> {
    return this.manager.transaction(async (manager) => {
      const message = await lockMessage(manager, key);
      if (!message || !mayRecord(message, token, attempt)) return false;
      await settleMessage(manager, message, attempt, time);
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
      const ended = message.state === 'uncertain' ? 'uncertain' : outcome;
      await settleMessage(manager, message, { outcome: ended, answer: reason, reason, final: true }, time);
      return ended;
    });
  }

  /**
   * What a mail server reported of a message that had left. A failure makes it `failed`; any other report, and one
   * about another address, is on record without effect. Call within a transaction.
   */
  async noteReport(message: OutboxEntity, report: Report, time: SendTime, addressFailing: boolean): Promise<void> {
    const { id, action, status, diagnostic, addressed } = report;
    const failed = addressed && action === 'failed';
    const locked = await lockMessage(this.manager, message.key);
    if (!locked) return;
    if (failed && (locked.state === 'sent' || locked.state === 'uncertain')) {
      const smtpAnswer = `${status} ${diagnostic}`.trim();
      await this.manager.update(
        OutboxEntity,
        { key: message.key },
        { state: 'failed', smtpAnswer, changedAt: time.now, settledAt: time.now },
      );
    }
    const type = `delivery-${failed ? 'bounced' : 'reported'}`;
    const data = { report: id, action, status, answer: diagnostic, addressed, addressFailing };
    await note(this.manager, message, time, type, data);
  }
}

/** As far as it concerns the message. `diagnostic` is scrubbed. */
type Report = Pick<BounceEntity, 'id' | 'action' | 'status' | 'diagnostic' | 'addressed'>;

function lockMessage(manager: EntityManager, key: string): Promise<OutboxEntity | null> {
  return manager.findOne(OutboxEntity, { where: { key }, lock: { mode: 'pessimistic_write' } });
}

export function mayRecord(
  message: Pick<OutboxEntity, 'state' | 'settledAt' | 'claimToken'>,
  token: string,
  attempt: Attempt,
): boolean {
  if (attempt.outcome === 'sent') return message.state !== 'sent';
  return message.settledAt === null && message.claimToken === token;
}

/** Records how an attempt ended in a row that is locked, and in the delivery stream. */
export async function settleMessage(
  manager: EntityManager,
  message: OutboxEntity,
  attempt: Attempt,
  time: SendTime,
): Promise<void> {
  const { key, attempts } = message;
  const change = settled(attempt, time);
  await manager.update(OutboxEntity, { key }, change);
  const { smtpAnswer: answer } = change;
  const data = { attempt: attempts, answer, final: change.settledAt !== null };
  await note(manager, message, time, `delivery-${attempt.outcome}`, data, message.digestKey);
}

/** How an attempt that ended stands in a row, of a digest and of a message alike. */
export function settled(attempt: Attempt, { now }: SendTime) {
  const final = attempt.outcome !== 'deferred' && (attempt.outcome !== 'uncertain' || attempt.final);
  return {
    state: attempt.outcome === 'deferred' ? ('queued' as const) : attempt.outcome,
    smtpAnswer: scrubbed(attempt.outcome === 'suppressed' ? attempt.reason : attempt.answer),
    changedAt: now,
    settledAt: final ? now : null,
    claimToken: null,
    claimedUntil: null,
  };
}
