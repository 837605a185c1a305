import type { EntityManager } from 'typeorm';
import type { Delivery } from '../domain/index.js';
import type { Cipher } from './cipher.js';
import { letterStateAfter, scrubbed } from './delivery-notes.js';
import { HeartbeatEntity } from './entities/index.js';
import { OwnKeyGone } from './own-key-gone.js';
import { OwnKeyRepository } from './own-keys.repository.js';
import { administersHouse } from './recipients.repository.js';

/** What a heartbeat says: figures over all licenses. */
export interface HouseFigures {
  /** Open licenses, without the simulated ones. */
  licenses: number;
  openObligations: number;
  overdueObligations: number;
  /** Of the oldest obligation of the company that is past its date. */
  oldestOverdue: string | null;
  /** The company's nearest date from today on. */
  nextDate: string | null;
  /** The next time that anything at all is looked at or sent (UTC). */
  nextWakeUp: string | null;
  /** Messages that have not left. */
  unsent: number;
  openAlarms: number;
}

const figuresSql = `
  with open as (select license_id from paizhao.license_view where not ended and not simulated),
       duties as (select d.date from paizhao.obligation_view d join open using (license_id) where d.duty = 'company')
  select (select count(*)::integer from open) as licenses,
         (select count(*)::integer from duties) as "openObligations",
         (select count(*)::integer from duties where date < $1::date) as "overdueObligations",
         (select min(date)::text from duties where date < $1::date) as "oldestOverdue",
         (select min(date)::text from duties where date >= $1::date) as "nextDate",
         (select paizhao.instant(min(s.wake_at)) from paizhao.snapshots s join open using (license_id)) as "nextWakeUp",
         (select count(*)::integer from paizhao.outbox o join open using (license_id)
           where o.settled_at is null) as unsent,
         (select count(*)::integer from paizhao.alarms where cleared_at is null) as "openAlarms"`;

/** Weekly mails that say that everything runs. A week is named by its Monday in Shanghai. */
export class HeartbeatRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** What is on record of one week, and whether anybody was there to be written to before `dueAt` (UTC). */
  async ofWeek(week: string, dueAt: string): Promise<{ sent: number; unsent: number; expected: boolean }> {
    const rows = (await this.manager.query(
      `select (count(*) filter (where state = 'sent'))::integer as sent,
              (count(*) filter (where state <> 'sent'))::integer as unsent,
              exists (select from paizhao.people p where p.active and p.stored_at < $2 and (
                ${administersHouse('p.id', '$2')}
                or exists (select from paizhao.license_view v where v.manager = p.id::text and not v.ended))) as expected
         from paizhao.heartbeats where week = $1`,
      [week, dueAt],
    )) as { sent: number; unsent: number; expected: boolean }[];
    return rows[0] ?? { sent: 0, unsent: 0, expected: false };
  }

  /** `today`: civil day in Shanghai. */
  async figures(today: string): Promise<HouseFigures> {
    const rows = (await this.manager.query(figuresSql, [today])) as HouseFigures[];
    return rows[0] as HouseFigures;
  }

  /** The mail to one person as it was rendered first, whoever renders it again; null where it has left, or its reader is erased. */
  async take(week: string, personId: string, render: () => Promise<Buffer>): Promise<Buffer | null> {
    await this.manager.query(
      'insert into paizhao.heartbeats (week, person_id) values ($1, $2) on conflict (week, person_id) do nothing',
      [week, personId],
    );
    const row = await this.manager.findOneByOrFail(HeartbeatEntity, { week, personId });
    if (row.state === 'sent') return null;
    const place = `heartbeat:${week}:${personId}`;
    try {
      const cipher = await new OwnKeyRepository(this.manager, this.cipher).make(personId);
      if (row.rendered) return cipher.open(place, row.rendered);
      const rendered = await render();
      await this.manager.update(HeartbeatEntity, { week, personId }, { rendered: cipher.seal(place, rendered) });
      return rendered;
    } catch (error) {
      if (error instanceof OwnKeyGone) return null;
      throw error;
    }
  }

  /** Whom a mail with this Message-ID (what stands before its @) was for; null where it was no heartbeat. */
  async carriedTo(messageId: string): Promise<{ week: string; personId: string } | null> {
    const rows = (await this.manager.query(
      `select week::text, person_id as "personId" from paizhao.heartbeats
        where paizhao.mail_id('heartbeat/' || week::text || '/' || person_id::text) = $1`,
      [messageId],
    )) as { week: string; personId: string }[];
    return rows[0] ?? null;
  }

  /** A mail that had left came back. */
  async cameBack(week: string, personId: string, answer: string, now: string): Promise<void> {
    await this.manager.update(
      HeartbeatEntity,
      { week, personId },
      { state: 'failed', smtpAnswer: scrubbed(answer), changedAt: now },
    );
  }

  async settle(week: string, personId: string, delivery: Delivery, now: string): Promise<void> {
    await this.manager.query(
      `update paizhao.heartbeats set state = $3, smtp_answer = $4, changed_at = $5, attempts = attempts + 1
        where week = $1 and person_id = $2 and state <> 'sent'`,
      [week, personId, letterStateAfter(delivery), scrubbed(delivery.answer), now],
    );
  }
}
