import type { EntityManager } from 'typeorm';
import {
  type Conditions,
  type PortfolioAsking,
  type PortfolioFilter,
  portfolioConditions,
} from './portfolio-conditions.js';

/** Licenses by what presses most: its date has passed, or its safe day comes within so many days. */
export interface DueCounts {
  overdue: number;
  in7Days: number;
  in30Days: number;
  in90Days: number;
}

export interface StatusCounts extends DueCounts {
  status: string;
  licenses: number;
}

/** What happened in a month, by the days on which it was true. */
export interface MonthCounts {
  /** YYYY-MM */
  month: string;
  opened: number;
  submitted: number;
  corrections: number;
  issued: number;
}

export interface PortfolioFigures {
  byStatus: StatusCounts[];
  needsAttention: number;
  ended: number;
  simulated: number;
  /** Licenses on which an authority owes an answer, and those of them whose date has passed. */
  waiting: { licenses: number; late: number };
  /** This month and the eleven before, the oldest first. */
  trend: MonthCounts[];
}

export interface CompanyCounts extends DueCounts {
  companyId: string;
  companyName: string;
  licenses: number;
  /** The first safe day among its licenses; null where nothing is due. */
  nearestSafeDay: string | null;
}

export interface CompaniesPage {
  filter: PortfolioFilter;
  after: { day: string | null; companyId: string } | null;
  limit: number;
}

function dueCounts(today: string): string {
  const within = (days: number) =>
    `count(*) filter (where v.next_date >= ${today} and v.slack_day <= ${today} + ${days})::integer as "in${days}Days"`;
  return [`count(*) filter (where v.next_date < ${today})::integer as overdue`, ...[7, 30, 90].map(within)].join(', ');
}

/** Counts over many licenses. Simulated ones count too, by the day on the wall. */
export class PortfolioFiguresRepository {
  constructor(private readonly manager: EntityManager) {}

  async figures(filter: PortfolioFilter, asking: PortfolioAsking): Promise<PortfolioFigures> {
    const [marks] = await this.rows<Omit<PortfolioFigures, 'byStatus' | 'waiting' | 'trend'>>(filter, asking, marksSql);
    const [waiting] = await this.rows<PortfolioFigures['waiting']>(filter, asking, waitingSql);
    return {
      byStatus: await this.rows(filter, asking, statusSql),
      ...(marks ?? { needsAttention: 0, ended: 0, simulated: 0 }),
      waiting: waiting ?? { licenses: 0, late: 0 },
      trend: await this.rows(filter, asking, (conditions, asked) => trendSql(conditions, asked(), asking.from ?? null)),
    };
  }

  /** The company that is pressed most comes first. */
  companies({ filter, after, limit }: CompaniesPage, asking: PortfolioAsking): Promise<CompanyCounts[]> {
    return this.rows(filter, asking, (conditions, asked) => {
      const today = asked();
      const place = after && [conditions.bind(after.day ?? 'infinity'), conditions.bind(after.companyId)];
      return `
        select g.company_id as "companyId", c.name as "companyName", g.licenses, g.overdue, g."in7Days", g."in30Days",
               g."in90Days", nullif(g.nearest, 'infinity')::text as "nearestSafeDay"
          from (select v.company_id, count(*)::integer as licenses, ${dueCounts(today)}, min(v.slack_day) as nearest
                  from paizhao.license_view v where ${conditions.where} group by v.company_id
                ${place ? `having (min(v.slack_day), v.company_id) > (${place[0]}::date, ${place[1]}::uuid)` : ''}
                 order by min(v.slack_day), v.company_id limit ${conditions.bind(limit)}) g
          join paizhao.companies c on c.id = g.company_id order by g.nearest, g.company_id`;
    });
  }

  private async rows<T>(
    filter: PortfolioFilter,
    asking: PortfolioAsking,
    statement: (conditions: Conditions, today: () => string) => string,
  ): Promise<T[]> {
    const conditions = portfolioConditions(filter, asking);
    const sql = statement(conditions, () => `${conditions.bind(asking.today)}::date`);
    return (await this.manager.query(sql, conditions.values)) as T[];
  }
}

const statusSql = ({ where }: Conditions, today: () => string): string => `
  select v.status, count(*)::integer as licenses, ${dueCounts(today())}
    from paizhao.license_view v where ${where} group by v.status order by v.status`;

/** Few licenses have any of these marks. */
const marksSql = ({ where }: Conditions): string => `
  select (select count(*)::integer from paizhao.license_view v where v.needs_attention and ${where}) as "needsAttention",
         (select count(*)::integer from paizhao.license_view v where v.ended and ${where}) as ended,
         (select count(*)::integer from paizhao.license_view v where v.simulated and ${where}) as simulated`;

const waitingSql = (conditions: Conditions, today: () => string): string => `
  select count(*)::integer as licenses, count(*) filter (where o.first < ${today()})::integer as late
    from (select license_id, min(date) as first from paizhao.obligation_view where duty = 'authority'
           group by license_id) o
   where ${ofLicense(conditions, 'o.license_id')}`;

/** By the license's line only where a condition asks for it. */
const ofLicense = (conditions: Conditions, licenseId: string): string =>
  conditions.where === 'true'
    ? 'true'
    : `exists (select from paizhao.license_view v where v.license_id = ${licenseId} and ${conditions.where})`;

/** Months before `from` are there, and empty. */
const trendSql = (conditions: Conditions, today: string, from: string | null): string => {
  const first = `${conditions.bind(from)}::date`;
  return `
  with months as (
         select to_char(m, 'YYYY-MM') as month
           from generate_series(date_trunc('month', ${today}::timestamp) - interval '11 months', ${today}::timestamp, interval '1 month') m),
       since as (select greatest((date_trunc('month', ${today}::timestamp) - interval '11 months')::date, ${first}) as day),
       opened as (
         select to_char(v.opened_on, 'YYYY-MM') as month, count(*)::integer as opened
           from paizhao.license_view v
          where v.opened_on >= (select day from since) and v.opened_on <= ${today} and ${conditions.where} group by 1),
       told as (
         select to_char(e.valid_on, 'YYYY-MM') as month,
                count(*) filter (where e.type = 'filing-submitted')::integer as submitted,
                count(*) filter (where e.type = 'correction-requested')::integer as corrections,
                count(*) filter (where e.type in ('permit-issued', 'permit-renewed'))::integer as issued
           from paizhao.ledger_events e
          where e.type in ('filing-submitted', 'correction-requested', 'permit-issued', 'permit-renewed')
            and e.valid_on >= (select day from since) and e.valid_on <= ${today}
            and ${ofLicense(conditions, `substr(e.stream, length('license/') + 1)::uuid`)}
          group by 1)
  select month, coalesce(opened, 0) as opened, coalesce(submitted, 0) as submitted,
         coalesce(corrections, 0) as corrections, coalesce(issued, 0) as issued
    from months left join opened using (month) left join told using (month) order by month`;
};
