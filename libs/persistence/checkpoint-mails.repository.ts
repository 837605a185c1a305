import type { EntityManager } from 'typeorm';
import type { Delivery } from '../domain/index.js';
import { letInAs } from './access-grants.repository.js';
import type { Cipher } from './cipher.js';
import { letterStateAfter, scrubbed } from './delivery-notes.js';
import { CheckpointMailEntity } from './entities/index.js';
import { OwnKeyGone } from './own-key-gone.js';
import { OwnKeyRepository } from './own-keys.repository.js';
import { type Person, PersonRepository } from './people.repository.js';

/** The daily mails that bring the newest checkpoint to the auditors. A day is one of Shanghai. */
export class CheckpointMailRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /**
   * Auditors whose mail of the day has not left, and who have no checkpoint as new as `number` yet; but for those to whom
   * it was tried just now. As other mails it is tried again after ten seconds at first, and every hour in the end.
   */
  async waiting(day: string, number: number, now: string): Promise<Person[]> {
    const rows = (await this.manager.query(
      `${letInAs('auditor', '$3')}
         and not exists (select from paizhao.checkpoint_mails m
                          where m.person_id = p.id and (m.number >= $2 or m.day >= $3::date)
                            and m.state in ('sent', 'failed'))
         and not exists (select from paizhao.checkpoint_mails m
                          where m.person_id = p.id and m.day = $3::date and m.attempts > 0
                            and m.changed_at + least(interval '1 hour', interval '10 seconds' * 2 ^ least(m.attempts - 1, 9))
                                > $1)
       order by p.id`,
      [now, number, day],
    )) as { id: string }[];
    const people = new PersonRepository(this.manager, this.cipher);
    const found = await Promise.all(rows.map(({ id }) => people.find(id)));
    // An old copy of the rows may bring somebody back who is erased, and has no address.
    return found.filter((person): person is Person => person !== null && person.mail !== '');
  }

  /**
   * The mail to one person as it was rendered first, noted with the checkpoint that is in it, the newest then; null where
   * its reader is erased.
   */
  async take(day: string, personId: string, number: number, render: () => Promise<Buffer>): Promise<Buffer | null> {
    const place = `checkpoint-mail:${day}:${personId}`;
    try {
      const cipher = await new OwnKeyRepository(this.manager, this.cipher).make(personId);
      const known = await this.manager.findOneBy(CheckpointMailEntity, { day, personId });
      if (known?.rendered) return cipher.open(place, known.rendered);
      const rendered = await render();
      const row = { day, personId, number, rendered: cipher.seal(place, rendered) };
      await this.manager.upsert(CheckpointMailEntity, row, ['day', 'personId']);
      return rendered;
    } catch (error) {
      if (error instanceof OwnKeyGone) return null;
      throw error;
    }
  }

  async settle(day: string, personId: string, delivery: Delivery, now: string): Promise<void> {
    await this.manager.query(
      `update paizhao.checkpoint_mails set state = $3, smtp_answer = $4, changed_at = $5, attempts = attempts + 1
        where day = $1 and person_id = $2 and state <> 'sent'`,
      [day, personId, letterStateAfter(delivery), scrubbed(delivery.answer), now],
    );
  }
}
