import type { EntityManager } from 'typeorm';

/** How the installation stands, in seconds and counts; no license by name. Simulated licenses do not count. */
export interface Figures {
  overdueObligations: number;
  /** Since the end of its day in Shanghai; 0 where none is overdue, as for every age here. */
  oldestOverdueObligation: number;
  overdueWakeUps: number;
  oldestOverdueWakeUp: number;
  /** Planned, its time past, and no message written. */
  oldestUnsentRung: number;
  oldestUnsentMessage: number;
  ledgerHead: number;
  messages: Record<'queued' | 'sending' | 'uncertain' | 'failed', number>;
  openAlarms: Record<string, number>;
  signsOfLife: Record<string, number>;
}

const age = (instant: string) => `greatest(0, extract(epoch from $1::timestamptz - ${instant}))::float8`;

/** Each part goes by an index; the heads of the ledger are one narrow row per stream. */
const figuresSql = `
  with overdue as (
         select d.date from paizhao.obligation_view d join paizhao.license_view v using (license_id)
          where d.date < ($1::timestamptz at time zone 'Asia/Shanghai')::date and d.duty = 'company'
            and not v.ended and not v.simulated),
       late as (
         select s.wake_at from paizhao.snapshots s join paizhao.license_view v using (license_id)
          where s.wake_at < $1::timestamptz - interval '1 hour' and not v.ended and not v.simulated),
       unsent as (
         select r.at from paizhao.planned_rungs r join paizhao.license_view v using (license_id)
          where r.at < $1::timestamptz and not v.ended and not v.simulated),
       waiting as (
         select state, stored_at from paizhao.outbox where settled_at is null and not simulated)
  select (select count(*)::integer from overdue) as "overdueObligations",
         (select coalesce(${age(`(min(date) + 1)::timestamp at time zone 'Asia/Shanghai'`)}, 0) from overdue)
           as "oldestOverdueObligation",
         (select count(*)::integer from late) as "overdueWakeUps",
         (select coalesce(${age('min(wake_at)')}, 0) from late) as "oldestOverdueWakeUp",
         (select coalesce(${age('min(at)')}, 0) from unsent) as "oldestUnsentRung",
         (select coalesce(${age('min(stored_at)')}, 0) from waiting) as "oldestUnsentMessage",
         (select coalesce(${age('max(recorded_at)')}, 0) from paizhao.ledger_heads
           where recorded_at <= $1::timestamptz) as "ledgerHead",
         (select jsonb_build_object('queued', 0, 'sending', 0, 'uncertain', 0)
                 || coalesce(jsonb_object_agg(state, count), '{}')
            from (select state, count(*) from waiting group by state) counted)
           || jsonb_build_object('failed', (select count(*) from paizhao.outbox where state = 'failed' and not simulated))
           as messages,
         (select coalesce(jsonb_object_agg(kind, count), '{}')
            from (select kind, count(*) from paizhao.alarms where cleared_at is null group by kind) open) as "openAlarms",
         (select coalesce(jsonb_object_agg(name, ${age('seen_at')}), '{}') from paizhao.signs_of_life) as "signsOfLife"`;

export class FiguresRepository {
  constructor(private readonly manager: EntityManager) {}

  /** `now`: UTC instant of the wall clock. */
  async at(now: string): Promise<Figures> {
    const rows = (await this.manager.query(figuresSql, [now])) as Figures[];
    return rows[0] as Figures;
  }
}
