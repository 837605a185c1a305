import type { EntityManager } from 'typeorm';
import type { NewMessage } from './advance-store.js';
import { type SendTime, scrubbed } from './delivery-notes.js';
import { BounceEntity, OutboxEntity } from './entities/index.js';
import { OutboxRepository } from './outbox.repository.js';

/** A report about a mail of ours, as the API takes it in. */
export type NewBounce = Pick<BounceEntity, 'id' | 'messageId' | 'action' | 'status' | 'diagnostic' | 'addressed'>;

/** What a report brings about for one message. */
export interface BounceEffect {
  message: OutboxEntity;
  /** The license's time. */
  time: SendTime;
  /** Null where nobody is left to be told, or the report has no effect. */
  standIn: NewMessage | null;
}

/** Two halves, so that each is found by its index: this is asked for every mail that anybody returns. */
const carriedKeys = `
  select l.key from paizhao.outbox l where paizhao.mail_id(l.key) = :messageId
  union all
  select i.key from paizhao.outbox i join paizhao.digests d on d.key = i.digest_key
   where paizhao.mail_id(d.key) = :messageId`;

/** Reports of mail servers about mails of ours. */
export class BounceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Messages that the mail with this Message-ID (what stands before its @) carried: a letter one, a digest several. */
  carried(messageId: string): Promise<OutboxEntity[]> {
    return this.manager
      .createQueryBuilder(OutboxEntity, 'o')
      .where(`o.key in (${carriedKeys})`, { messageId })
      .orderBy('o.key')
      .getMany();
  }

  /** Keeps the report; the same one again changes nothing. */
  async keep(bounce: NewBounce): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(BounceEntity)
      .values({ ...bounce, diagnostic: scrubbed(bounce.diagnostic) })
      .orIgnore()
      .execute();
  }

  find(id: string): Promise<BounceEntity | null> {
    return this.manager.findOneBy(BounceEntity, { id });
  }

  /** Puts the report on record and adds the messages that follow from it, in one transaction and once. */
  settle(bounce: BounceEntity, effects: readonly BounceEffect[], addressFailing: boolean): Promise<void> {
    return this.manager.transaction(async (manager) => {
      const { affected } = await manager.update(
        BounceEntity,
        { id: bounce.id, state: 'pending' },
        { state: 'settled' },
      );
      if (!affected) return;
      const outbox = new OutboxRepository(manager);
      for (const { message, time, standIn } of effects) {
        await outbox.noteReport(message, bounce, time, addressFailing);
        if (standIn) await outbox.add(message.licenseId, standIn);
      }
    });
  }
}
