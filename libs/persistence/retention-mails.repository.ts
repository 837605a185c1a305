import type { EntityManager } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';

/** What an administrator's mailbox said to a report: it took it, or it refused it for good. */
export type ReportAnswer = 'taken' | 'refused';

/** Which administrators were mailed a report of what retention will erase: entries of the house. */
export class RetentionMailRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The newest answer of each administrator who has one, by id. */
  async answersTo(reportId: string): Promise<ReadonlyMap<string, ReportAnswer>> {
    const rows = (await this.manager.query(
      `select data ->> 'personId' as "personId", data ->> 'answer' as answer
         from (select seq, convert_from(body, 'UTF8')::jsonb -> 'data' as data from paizhao.ledger_events
                where stream = $1 and type = 'retention-report-mailed') mailed
        where data ->> 'reportId' = $2 order by seq`,
      [houseStream, reportId],
    )) as { personId: string; answer: ReportAnswer }[];
    return new Map(rows.map(({ personId, answer }) => [personId, answer]));
  }

  /** Call within a transaction. */
  async note(reportId: string, personId: string, answer: ReportAnswer, act: Act): Promise<void> {
    const { actor, commandId, now, validOn } = act;
    const head = await lockHead(this.manager, houseStream);
    const data = { reportId, personId, answer };
    await append(this.manager, houseStream, head, now, [
      { type: 'retention-report-mailed', v: 1, validOn, actor, commandId, data },
    ]);
  }
}
