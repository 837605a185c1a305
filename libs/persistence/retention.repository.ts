import { randomUUID } from 'node:crypto';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import { uuid5 } from '../ledger/uuid5.js';
import type { Act } from './act.js';
import { CompanyRepository } from './companies.repository.js';
import { RetentionItemEntity, RetentionPeriodEntity, RetentionReportEntity } from './entities/index.js';
import { FanOutRepository } from './fan-out.repository.js';
import { HouseErasureRepository } from './house-erasure.repository.js';
import { type RetentionKind, retentionDefaults, retentionKinds, retentionNoticeDays } from './inventory/kinds.js';
import { PersonErasureRepository } from './person-erasure.repository.js';
import { dueSql, materialThere } from './retention-due.js';
import { rowsOf } from './rows.js';

export type RetentionPeriods = Readonly<Record<RetentionKind, number>>;

/** Something whose period has ended: a person, texts or files of a license or company, messages or house texts up to a day. */
export interface DueItem {
  kind: RetentionKind;
  subject: string;
  /** Texts, files or messages that go. */
  count: number;
  /** Civil day (Shanghai) on which the period ended. */
  dueOn: string;
}

/**
 * How far it has come: named in the report, and nothing done yet; given to its license, which has not answered; gone; or
 * kept, since it was no longer due on its day or the license refused.
 */
export type ItemState = 'asked' | 'spread' | 'erased' | 'kept';

export interface ReportItem extends DueItem {
  state: ItemState;
}

export interface RetentionReport {
  id: string;
  madeOn: string;
  erasesOn: string;
  mailedAt: string | null;
  /** When all of it was looked at; what was spread goes on by itself. */
  doneAt: string | null;
  items: ReportItem[];
}

type ItemOfLicense = Pick<DueItem, 'kind' | 'subject'>;

/** As many of a kind as one report names; the others stand in the next one. */
const mostOfKind = 500;

/** What became of a thing that was given to its license, the fan-out's row knows. */
const itemsSql = `
  select i.kind, i.subject, i.count, i.due_on::text as "dueOn",
         case f.state when 'pending' then 'spread' when 'done' then 'erased' when 'refused' then 'kept'
                      else coalesce(i.outcome, 'asked') end as state
    from paizhao.retention_items i
    left join paizhao.fan_out f on f.event_id = i.event_id and f.license_id::text = i.subject`;

/** How long the house keeps what need not stay, and the reports without which nothing of it goes. */
export class RetentionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In days: what the house chose, else the default. */
  async periods(): Promise<RetentionPeriods> {
    const chosen = await this.manager.find(RetentionPeriodEntity);
    const days = (kind: RetentionKind) => chosen.find((row) => row.kind === kind)?.days ?? retentionDefaults[kind].days;
    return Object.fromEntries(retentionKinds.map((kind) => [kind, days(kind)])) as RetentionPeriods;
  }

  /** Number of the house's entry that last chose a period; 0 where none did. */
  async version(): Promise<number> {
    return (await this.manager.maximum(RetentionPeriodEntity, 'houseSeq')) ?? 0;
  }

  /** The same, and it stays so until the transaction ends. */
  async lockedVersion(): Promise<number> {
    await lockHead(this.manager, houseStream);
    return this.version();
  }

  /** Call within a transaction. */
  async choose(kind: RetentionKind, days: number, { actor, commandId, now, validOn }: Act): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    const data = { kind, days };
    await append(this.manager, houseStream, head, now, [
      { type: 'retention-period-chosen', v: 1, validOn, actor, commandId, data },
    ]);
    const row = { kind, days, chosenBy: actor.id, houseSeq: head.seq + 1 };
    await this.manager.upsert(RetentionPeriodEntity, row, ['kind']);
  }

  /** What will have outlived its period on a civil day. */
  async due(by: string): Promise<DueItem[]> {
    const periods = await this.periods();
    const found: DueItem[] = [];
    for (const kind of retentionKinds) {
      const rows = (await this.manager.query(
        `select * from (${dueSql[kind]}) due order by "dueOn", subject limit ${mostOfKind}`,
        [periods[kind], by],
      )) as Omit<DueItem, 'kind'>[];
      found.push(...rows.map((row) => ({ kind, ...row })));
    }
    return found;
  }

  /** The report that was made and not carried out; null where there is none. */
  async open(): Promise<RetentionReport | null> {
    return this.told(await this.manager.findOneBy(RetentionReportEntity, { doneAt: IsNull() }));
  }

  /** The newest that was carried out. */
  async last(): Promise<RetentionReport | null> {
    const [report] = await this.manager.find(RetentionReportEntity, {
      where: { doneAt: Not(IsNull()) },
      order: { doneAt: 'DESC' },
      take: 1,
    });
    return this.told(report ?? null);
  }

  /** Of every report: what was given to its license and is not gone. */
  underWay(): Promise<ReportItem[]> {
    return this.manager.query(`${itemsSql} where f.state = 'pending' order by i.due_on, i.subject`);
  }

  private async told(report: RetentionReportEntity | null): Promise<RetentionReport | null> {
    if (!report) return null;
    const { id, madeOn, erasesOn, mailedAt, doneAt } = report;
    return { id, madeOn, erasesOn, mailedAt, doneAt, items: await this.items(id) };
  }

  private items(reportId: string): Promise<ReportItem[]> {
    return this.manager.query(`${itemsSql} where i.report_id = $1 order by i.kind, i.due_on, i.subject`, [reportId]);
  }

  /** Call within a transaction. Null where nothing will be due by the day on which it would go. */
  async report(madeOn: string, erasesOn: string): Promise<RetentionReport | null> {
    const items = await this.due(erasesOn);
    if (items.length === 0) return null;
    const id = randomUUID();
    await this.manager.insert(RetentionReportEntity, { id, madeOn, erasesOn });
    await this.manager.insert(
      RetentionItemEntity,
      items.map((item) => ({ reportId: id, ...item })),
    );
    const asked = items.map((item) => ({ ...item, state: 'asked' as const }));
    return { id, madeOn, erasesOn, mailedAt: null, doneAt: null, items: asked };
  }

  /** The administrators were mailed the report by `now`: nothing of it goes before `erasesOn`. */
  async mailed(id: string, now: string, erasesOn: string): Promise<void> {
    await this.manager.update(RetentionReportEntity, { id }, { mailedAt: now, erasesOn });
  }

  /** What of a report was not looked at yet, in its order. */
  async left(reportId: string): Promise<DueItem[]> {
    return (await this.items(reportId)).filter(({ state }) => state === 'asked');
  }

  /**
   * Call within a transaction, on the day of the report, until it answers true: as much of one thing of it goes as one
   * transaction has the time for. What is no longer due is kept: a longer period was chosen, or somebody is back.
   */
  async carryOut(report: RetentionReport, item: DueItem, act: Act): Promise<boolean> {
    if (item.kind === 'people-who-left') await lockHead(this.manager, houseStream);
    const isDue = await this.isDue(item, report.erasesOn);
    const ended = isDue ? await this.end(item, report, act) : 'kept';
    if (ended === 'more') return false;
    const { kind, subject } = item;
    if (ended !== 'spread')
      await this.manager.update(RetentionItemEntity, { reportId: report.id, kind, subject }, { outcome: ended });
    return true;
  }

  /**
   * Call within a transaction, once nothing of the report is left: the house's record says what went, and what is under
   * way. That it is gone as well, its license says on its own record (`erased`).
   */
  async close(report: RetentionReport, { actor, commandId, now, validOn }: Act): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    const items = await this.items(report.id);
    const those = (is: ItemState) =>
      items.filter(({ state }) => state === is).map(({ kind, subject, count }) => ({ kind, subject, count }));
    const data = {
      reportId: report.id,
      erased: those('erased'),
      underWay: those('spread'),
      kept: those('kept').length,
    };
    await append(this.manager, houseStream, head, now, [
      { type: 'retention-carried-out', v: 2, validOn, actor, commandId, data },
    ]);
    await this.manager.update(RetentionReportEntity, { id: report.id }, { doneAt: now });
  }

  /** A report that was mailed later than it was made goes later: messages up to an earlier day are still due then. */
  private async isDue({ kind, subject }: DueItem, by: string): Promise<boolean> {
    const days = (await this.periods())[kind];
    const sql =
      kind === 'messages' || kind === 'texts-of-the-house'
        ? 'select where $3::date <= $2::date - $1::integer'
        : `select from (${dueSql[kind]}) due where subject = $3`;
    const rows = (await this.manager.query(sql, [days, by, subject])) as unknown[];
    return rows.length > 0;
  }

  private async end(
    { kind, subject }: DueItem,
    report: RetentionReport,
    act: Act,
  ): Promise<'more' | 'spread' | 'erased'> {
    switch (kind) {
      case 'people-who-left':
        await new PersonErasureRepository(this.manager).erase(
          subject,
          { ground: 'retention-ended', reason: null },
          act,
        );
        return 'erased';
      case 'messages':
        return (await this.endMessages(subject)) ? 'erased' : 'more';
      case 'texts-of-ended-licenses':
        return this.endTexts(subject, report.id, act);
      case 'texts-of-the-house':
        return (await new HouseErasureRepository(this.manager).eraseWritten(subject, act)) ? 'erased' : 'more';
      case 'files-of-ended-licenses':
        return this.endFiles({ kind, subject }, report, act);
      case 'replaced-files':
        return this.endFiles({ kind, subject }, report, act, (await this.periods())[kind] - retentionNoticeDays);
      default:
        return kind satisfies never;
    }
  }

  /** Up to a civil day, that included. That they were sent, and when, stays. */
  private async endMessages(last: string): Promise<boolean> {
    for (const [table, settled] of [
      ['outbox', 'settled_at'],
      ['digests', 'settled_at'],
      ['heartbeats', `case when state <> 'queued' then changed_at end`],
      ['checkpoint_mails', `case when state <> 'queued' then changed_at end`],
    ] as const)
      if ((await this.endSome(table, settled, last)) > 0) return false;
    return true;
  }

  /** So many that one statement has the time for. */
  private async endSome(table: string, settled: string, last: string): Promise<number> {
    const ended = await this.manager.query(
      `update paizhao.${table} set rendered = null where ctid = any(array(
         select ctid from paizhao.${table} where rendered is not null and ${settled} < ($1::date + 1) limit 2000))
       returning 1`,
      [last],
    );
    return rowsOf(ended).length;
  }

  /** A license's by a command of it: it is started again for that; the report stands for the event that is carried. */
  private async endTexts(subject: string, reportId: string, act: Act): Promise<'spread' | 'erased'> {
    const rows = rowsOf<{ id: string }>(
      await this.manager.query(
        'select id from paizhao.private_texts where subject_id = $1 and claimed_at is not null order by id',
        [subject],
      ),
    );
    const data = { refs: rows.map(({ id }) => id), ground: 'retention-ended', reason: null } as const;
    const companies = new CompanyRepository(this.manager);
    if (await companies.find(subject)) {
      await companies.eraseTexts(subject, data, act);
      return 'erased';
    }
    const told = { type: 'erase-texts', validOn: act.validOn, data };
    return this.spread({ kind: 'texts-of-ended-licenses', subject }, reportId, told);
  }

  /**
   * @param replacedFor only those that had been replaced for so many days when the report was made: a mail that came late
   *   told of nothing more
   */
  private async endFiles(
    item: ItemOfLicense,
    { id: reportId, madeOn }: RetentionReport,
    act: Act,
    replacedFor: number | null = null,
  ): Promise<'spread'> {
    const rows = rowsOf<{ id: string }>(
      await this.manager.query(
        `select id from paizhao.files f
          where license_id = $1 and ${materialThere}
            and ($3::integer is null or replaced_on <= $2::date - $3::integer) order by id`,
        [item.subject, madeOn, replacedFor],
      ),
    );
    const data = { files: rows.map(({ id }) => id), ground: 'retention-ended', reason: null } as const;
    return this.spread(item, reportId, { type: 'erase-files', validOn: act.validOn, data });
  }

  /** Each thing of a license under an event of its own: it may have several in one report. */
  private async spread({ kind, subject }: ItemOfLicense, reportId: string, told: object): Promise<'spread'> {
    const eventId = kind === 'texts-of-ended-licenses' ? reportId : uuid5(reportId, kind);
    await new FanOutRepository(this.manager).spread(eventId, [subject], told);
    await this.manager.update(RetentionItemEntity, { reportId, kind, subject }, { eventId });
    return 'spread';
  }
}
