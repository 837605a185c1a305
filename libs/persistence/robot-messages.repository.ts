import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { deliveryStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import type { NewRobotMessage } from './channel-feed.repository.js';
import type { Cipher } from './cipher.js';
import { type ChatRobotEntity, RobotMessageEntity } from './entities/index.js';
import { RobotRepository } from './robots.repository.js';
import { rowsOf } from './rows.js';

/**
 * How an attempt ended. `deferred` and `uncertain` are tried again after so many seconds; `tooMany` holds the whole
 * robot back. `refused`: no message will be taken until people change something.
 */
export type RobotAttempt =
  | { outcome: 'sent' | 'failed' | 'refused'; answer: string }
  | { outcome: 'suppressed'; answer: string }
  | { outcome: 'deferred'; answer: string; afterSeconds: number; tooMany?: boolean }
  /** Without another attempt it stays so. */
  | { outcome: 'uncertain'; answer: string; afterSeconds: number | null };

export interface ClaimedMessage {
  message: RobotMessageEntity;
  token: string;
}

const disabled = 'the robot was disabled';

/**
 * The way of notices to chat robots. Every change of a message's state is an entry of its license's delivery stream, in
 * the same transaction; each method is one transaction of its own. `act` carries the license's time.
 */
export class RobotMessageRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** Newest first, without their texts, from before `before` on. */
  async list(
    robotId: string,
    state: string | null,
    before: string | null,
    limit: number,
  ): Promise<Omit<RobotMessageEntity, 'rendered'>[]> {
    const query = this.manager
      .createQueryBuilder(RobotMessageEntity, 'm')
      .where('m.robotId = :robotId', { robotId })
      .orderBy({ 'm.storedAt': 'DESC', 'm.key': 'DESC' })
      .limit(limit);
    if (state !== null) query.andWhere('m.state = :state', { state });
    if (before !== null)
      query.andWhere(
        '(m.stored_at, m.key) < (select b.stored_at, b.key from paizhao.robot_messages b where b.key = :before)',
        { before },
      );
    return (await query.getMany()).map(({ rendered: _, ...row }) => row);
  }

  async queueTest(message: NewRobotMessage): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(RobotMessageEntity).values(message).orIgnore().execute();
  }

  /**
   * Takes the next message of a robot for one attempt, and the robot's turn with it: the next one comes `spacingSeconds`
   * later, whichever worker asks. Null where nothing is due or it is not the robot's turn.
   */
  claim(robotId: string, spacingSeconds: number, actOf: ActOf, leaseSeconds = 60): Promise<ClaimedMessage | null> {
    return this.manager.transaction(async (manager) => {
      const turn = rowsOf(
        await manager.query(
          `update paizhao.chat_robots set next_at = clock_timestamp() + make_interval(secs => $2)
            where id = $1 and state = 'enabled' and next_at <= clock_timestamp()
              and exists (select from paizhao.robot_messages m where m.robot_id = $1 and ${due}) returning id`,
          [robotId, spacingSeconds],
        ),
      );
      if (turn.length === 0) return null;
      const token = randomUUID();
      const taken = rowsOf<{ key: string }>(
        await manager.query(
          `update paizhao.robot_messages
              set state = 'sending', attempts = attempts + 1, claim_token = $2, changed_at = clock_timestamp(),
                  claimed_until = clock_timestamp() + make_interval(secs => $3)
            where key = (select m.key from paizhao.robot_messages m where m.robot_id = $1 and ${due}
                          order by m.next_attempt_at, m.stored_at, m.key limit 1 for update skip locked)
            returning key`,
          [robotId, token, leaseSeconds],
        ),
      );
      if (!taken[0]) return null;
      const message = await manager.findOneByOrFail(RobotMessageEntity, { key: taken[0].key });
      await note(manager, message, actOf(message), 'delivery-attempted', { attempt: message.attempts });
      return { message, token };
    });
  }

  /** Keeps the rendered text (sealed); where one is kept already, that one is returned and stays. */
  async keepRendered(key: string, sealed: Buffer): Promise<Buffer> {
    const rows = rowsOf<{ rendered: Buffer }>(
      await this.manager.query(
        'update paizhao.robot_messages set rendered = coalesce(rendered, $2) where key = $1 returning rendered',
        [key, sealed],
      ),
    );
    return rows[0]?.rendered ?? sealed;
  }

  /** Whether nobody is told of the notice by mail, as after a change of many licenses that mails nobody. */
  async isWithheld(licenseId: string, seq: number): Promise<boolean> {
    const rows = (await this.manager.query(
      `select count(*) > 0 and bool_and(state = 'suppressed' and attempts = 0) as withheld
         from paizhao.outbox where license_id = $1 and seq = $2`,
      [licenseId, seq],
    )) as { withheld: boolean | null }[];
    return rows[0]?.withheld ?? false;
  }

  /** Records how an attempt ended. A claim that was lost changes nothing, except that "sent" is always recorded. */
  settle({ message: { key, robotId }, token }: ClaimedMessage, attempt: RobotAttempt, actOf: ActOf): Promise<void> {
    return this.manager.transaction(async (manager) => {
      const robot = await new RobotRepository(manager, this.cipher).lock(robotId);
      const message = await manager.findOneByOrFail(RobotMessageEntity, { key });
      const lost = message.settledAt !== null || message.claimToken !== token;
      if (attempt.outcome === 'sent' ? message.state === 'sent' : lost) return;
      const act = actOf(message);
      await write(manager, message, attempt, act);
      if (attempt.outcome === 'deferred' && attempt.tooMany) await holdBack(manager, robotId, attempt.afterSeconds);
      if (attempt.outcome === 'refused') await this.stop(manager, robot, 'refused', actOf, act);
    });
  }

  /** Disables a robot, and suppresses what waits for it. Within a transaction of the caller's. */
  async stop(
    manager: EntityManager,
    { id }: Pick<ChatRobotEntity, 'id'>,
    why: 'by-hand' | 'refused',
    actOf: ActOf,
    act: Act,
  ): Promise<void> {
    if (!(await new RobotRepository(manager, this.cipher).disable(id, why, act))) return;
    const waiting = await manager
      .createQueryBuilder(RobotMessageEntity, 'm')
      .where('m.robotId = :id and m.settledAt is null', { id })
      .getMany();
    for (const message of waiting)
      await write(manager, message, { outcome: 'suppressed', answer: disabled }, actOf(message));
  }
}

/** Who acts, and when by the license's time, which may be ahead of the wall. */
export type ActOf = (message: Pick<RobotMessageEntity, 'key' | 'dueAt' | 'seq'>) => Act;

const due = `m.settled_at is null and m.next_attempt_at <= clock_timestamp()
  and (m.claimed_until is null or m.claimed_until < clock_timestamp())`;

const states = {
  sent: 'sent',
  failed: 'failed',
  refused: 'failed',
  suppressed: 'suppressed',
  deferred: 'queued',
  uncertain: 'uncertain',
} as const;

async function write(
  manager: EntityManager,
  message: RobotMessageEntity,
  attempt: RobotAttempt,
  act: Act,
): Promise<void> {
  const afterSeconds = 'afterSeconds' in attempt ? attempt.afterSeconds : null;
  const again = afterSeconds !== null;
  const state = states[attempt.outcome];
  await manager.query(
    `update paizhao.robot_messages
        set state = $2, answer = $3, changed_at = clock_timestamp(), claim_token = null, claimed_until = null,
            settled_at = case when $4 then null else clock_timestamp() end,
            next_attempt_at = case when $4 then clock_timestamp() + make_interval(secs => $5) else next_attempt_at end
      where key = $1`,
    [message.key, state, attempt.answer, again, afterSeconds ?? 0],
  );
  const type = `delivery-${state === 'queued' ? 'deferred' : state}`;
  await note(manager, message, act, type, { attempt: message.attempts, answer: attempt.answer, final: !again });
}

async function holdBack(manager: EntityManager, robotId: string, seconds: number): Promise<void> {
  await manager.query(
    `update paizhao.chat_robots set next_at = greatest(next_at, clock_timestamp() + make_interval(secs => $2))
      where id = $1`,
    [robotId, seconds],
  );
}

/** A test is of no license, so of no license's record. */
async function note(
  manager: EntityManager,
  { key, licenseId }: RobotMessageEntity,
  { actor, commandId, now, validOn }: Act,
  type: string,
  data: object,
): Promise<void> {
  if (licenseId === null) return;
  const stream = deliveryStream(licenseId);
  const head = await lockHead(manager, stream);
  await append(manager, stream, head, now, [{ type, v: 1, validOn, actor, commandId, data: { key, ...data } }]);
}
