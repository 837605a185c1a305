import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ErasureOfTexts } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import { eventIdFor } from '../ledger/uuid5.js';
import type { Act } from './act.js';
import { ownPrefix } from './cipher.js';
import { ErasureEntity, PersonEntity } from './entities/index.js';
import { forgetRequestsAbout } from './forgotten-requests.js';
import { JobRepository } from './jobs.repository.js';
import { type LicenseOfPerson, LicenseRepository } from './licenses.repository.js';
import { destroyOwnKeys } from './own-keys.repository.js';
import { eraseTexts } from './private-texts.repository.js';
import { rowsOf } from './rows.js';

/** What must be handed over before a person is erased. */
export interface Unsettled {
  /** The person has not left. */
  active: boolean;
  licenses: LicenseOfPerson[];
  /** Papers that the person has. */
  originals: { licenseId: string; filingId: string; requirementId: string }[];
}

/** How much went, by what it was. */
export interface ErasedCounts {
  messages: number;
  comments: number;
  views: number;
  absences: number;
  tokens: number;
  feeds: number;
}

export interface PersonErased {
  eventId: string;
  erased: ErasedCounts;
}

export type ErasureOfPerson = Omit<ErasureOfTexts, 'refs'>;

/** People who are erased: name, address, messages, comments and views become unreadable; what they did stays on record. */
export class PersonErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction: it stays so until that ends. Null where nobody has the id. */
  async lock(personId: string): Promise<Pick<PersonEntity, 'active' | 'erasedAt'> | null> {
    await lockHead(this.manager, houseStream);
    return this.manager.findOneBy(PersonEntity, { id: personId });
  }

  async unsettled(personId: string, active: boolean): Promise<Unsettled> {
    const licenses = await new LicenseRepository(this.manager).ofPerson(personId);
    const originals = (await this.manager.query(
      `select license_id as "licenseId", filing_id as "filingId", requirement_id as "requirementId"
         from paizhao.original_view where person_id = $1 order by 1, 2, 3`,
      [personId],
    )) as Unsettled['originals'];
    return { active, licenses, originals };
  }

  /** Call within a transaction, on somebody who has left and was not erased. */
  async erase(personId: string, { ground, reason }: ErasureOfPerson, act: Act): Promise<PersonErased> {
    const head = await lockHead(this.manager, houseStream);
    const { actor, commandId, now, validOn } = act;
    const erased = await this.eraseData(personId, now, commandId);
    await this.manager.insert(ErasureEntity, { kind: 'person', subject: personId });
    const data = { personId, ground, reason, erased };
    await append(this.manager, houseStream, head, now, [
      { type: 'person-erased', v: 1, validOn, actor, commandId, data },
    ]);
    return { eventId: eventIdFor(houseStream, head.seq + 1), erased };
  }

  /**
   * Call within a transaction, in a database that was restored from a time before the person was erased. Where it says
   * that the person is there still, that stays, without name and address. False where nothing had come back.
   */
  async repeat(personId: string, now: string): Promise<boolean> {
    const person = await this.lock(personId);
    if (!person || person.erasedAt !== null) return false;
    if (!person.active) await this.eraseData(personId, now, null);
    else {
      await this.remove(personId, now, null);
      await destroyOwnKeys(this.manager, [personId]);
      await this.manager.query(
        `update paizhao.people set name = $2, mail = $2, failing_address = null, failing_since = null where id = $1`,
        [personId, underNoKey()],
      );
    }
    return true;
  }

  /** @param commandId the command that asks for it; null where none does */
  private async eraseData(personId: string, now: string, commandId: string | null): Promise<ErasedCounts> {
    const erased = await this.remove(personId, now, commandId);
    await destroyOwnKeys(this.manager, [personId]);
    await this.manager.update(
      PersonEntity,
      { id: personId },
      { name: null, mail: null, failingAddress: null, failingSince: null, erasedAt: now },
    );
    return erased;
  }

  private async remove(personId: string, now: string, commandId: string | null): Promise<ErasedCounts> {
    await forgetRequestsAbout(this.manager, [personId], commandId);
    await this.sweepSheets();
    return {
      messages: await this.removeMessages(personId),
      comments: await this.removeComments(personId, now),
      views: await this.removeViews(personId),
      absences: await this.counted('delete from paizhao.absences where person_id = $1 returning 1', [personId]),
      tokens: await this.endAccess(personId, now),
      feeds: await this.endFeeds(personId, now),
    };
  }

  /** That they were sent, and when, stays; what they said, and to which address, does not. */
  private async removeMessages(personId: string): Promise<number> {
    let removed = 0;
    for (const table of ['outbox', 'digests', 'heartbeats', 'checkpoint_mails'])
      removed += await this.counted(
        `update paizhao.${table} set rendered = null where person_id = $1 and rendered is not null returning 1`,
        [personId],
      );
    return removed;
  }

  private async removeComments(personId: string, now: string): Promise<number> {
    const rows = rowsOf<{ textRef: string }>(
      await this.manager.query(
        `update paizhao.comments set withdrawn_at = $2
          where author_kind = 'person' and author_id = $1 and withdrawn_at is null returning text_ref as "textRef"`,
        [personId, now],
      ),
    );
    await eraseTexts(
      this.manager,
      rows.map(({ textRef }) => textRef),
    );
    return rows.length;
  }

  private async removeViews(personId: string): Promise<number> {
    const rows = rowsOf<{ id: string }>(
      await this.manager.query('delete from paizhao.saved_views where person_id = $1 returning id', [personId]),
    );
    await forgetRequestsAbout(
      this.manager,
      rows.map(({ id }) => id),
    );
    return rows.length;
  }

  /** Which sheets name somebody cannot be asked: those of every job that has ended go, not in a week but now. */
  private async sweepSheets(): Promise<void> {
    const jobs = new JobRepository(this.manager);
    while ((await jobs.sweep(0)) > 0);
  }

  private async endAccess(personId: string, now: string): Promise<number> {
    await this.manager.query('delete from paizhao.identities where person_id = $1', [personId]);
    await this.manager.query('delete from paizhao.person_preferences where person_id = $1', [personId]);
    return this.counted(
      `update paizhao.api_tokens
          set revoked_at = coalesce(revoked_at, $2), last_used_at = null, hash = 'erased:' || id::text
        where person_id = $1 returning 1`,
      [personId, now],
    );
  }

  private endFeeds(personId: string, now: string): Promise<number> {
    return this.counted(
      `update paizhao.calendar_feeds
          set revoked_at = coalesce(revoked_at, $2), last_used_on = null, hash = 'erased:' || id::text
        where person_id = $1 returning 1`,
      [personId, now],
    );
  }

  private async counted(sql: string, parameters: unknown[]): Promise<number> {
    return rowsOf(await this.manager.query(sql, parameters)).length;
  }
}

/** Bytes that read as sealed under an own key which is destroyed, whatever key they lay under before. */
const underNoKey = (): Buffer => Buffer.concat([ownPrefix, randomBytes(64)]);
