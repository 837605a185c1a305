import type { EntityManager } from 'typeorm';
import type { ErasureOfTexts } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import { eraseTexts } from './private-texts.repository.js';

/**
 * Texts about no license and no company that were written up to a civil day, but for those that hold still: evidence of
 * readings that are proposed or in force, and reasons of the ladders.
 * @param upto the day as an expression of SQL
 */
export const houseTextsSql = (upto: string): string => `
  select t.id from paizhao.private_texts t
   where t.claimed_at < ${upto} + 1
     and not exists (select from paizhao.license_view v where v.license_id = t.subject_id)
     and not exists (select from paizhao.companies c where c.id = t.subject_id)
     and not exists (select from paizhao.house_readings r
                      where r.state in ('proposed', 'confirmed') and r.evidence ->> 'ref' = t.id::text)
     and not exists (select from paizhao.house_ladders l where l.reason ->> 'ref' = t.id::text)`;

/** As many as one entry names. */
const mostAtOnce = 200;

/** What people wrote for the house: evidence of readings, reasons of ladders, of erasures, of questions about the past. */
export class HouseErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction: nothing of the house is decided until that ends. */
  async lock(): Promise<void> {
    await lockHead(this.manager, houseStream);
  }

  /** Those of the ids that are no text on record, are erased, or are about a license or company. */
  async missing(ids: readonly string[]): Promise<string[]> {
    const rows = (await this.manager.query(
      `select t.id from paizhao.private_texts t
        where t.id = any($1::uuid[]) and t.claimed_at is not null
          and not exists (select from paizhao.license_view v where v.license_id = t.subject_id)
          and not exists (select from paizhao.companies c where c.id = t.subject_id)`,
      [ids],
    )) as { id: string }[];
    return ids.filter((id) => !rows.some((row) => row.id === id));
  }

  /** Those of the ids by which a second person still has to decide, or on which a reading in force rests. */
  async needed(ids: readonly string[]): Promise<string[]> {
    const rows = (await this.manager.query(
      `select evidence ->> 'ref' as ref from paizhao.house_readings
        where state in ('proposed', 'confirmed') and evidence ->> 'ref' = any($1::text[])`,
      [ids],
    )) as { ref: string }[];
    return ids.filter((id) => rows.some(({ ref }) => ref === id));
  }

  /** Call within a transaction. @returns number of the entry that says so */
  async eraseTexts(erasure: ErasureOfTexts, { actor, commandId, now, validOn }: Act): Promise<number> {
    const head = await lockHead(this.manager, houseStream);
    const data = { what: 'texts', ...erasure };
    await append(this.manager, houseStream, head, now, [{ type: 'erased', v: 1, validOn, actor, commandId, data }]);
    await eraseTexts(this.manager, erasure.refs);
    return head.seq + 1;
  }

  /** Call within a transaction until it answers true: as many as one entry names go, of those that were written by then. */
  async eraseWritten(upto: string, act: Act): Promise<boolean> {
    await this.lock();
    const rows = (await this.manager.query(`${houseTextsSql('$1::date')} order by t.id limit ${mostAtOnce}`, [
      upto,
    ])) as {
      id: string;
    }[];
    if (rows.length === 0) return true;
    await this.eraseTexts({ refs: rows.map(({ id }) => id), ground: 'retention-ended', reason: null }, act);
    return false;
  }
}
