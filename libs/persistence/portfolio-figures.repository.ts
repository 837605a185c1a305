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
  select count(distinct o.license_id)::integer as licenses,
         (count(distinct o.license_id) filter (where o.date < ${today()}))::integer as late
    from paizhao.obligation_view o ${joined(conditions, 'o.license_id = v.license_id')}
   where o.duty = 'authority' and ${conditions.where}`;

/** The license's line only where a condition asks for it. */
const joined = (conditions: Conditions, on: string): string =>
  conditions.where === 'true' ? '' : `join paizhao.license_view v on ${on}`;

/** Months before `from` are there, and empty. Days are counted before they are written as months: that is the slow part. */
const trendSql = (conditions: Conditions, today: string, from: string | null): string => {
  const first = `(date_trunc('month', ${today}::timestamp) - interval '11 months')`;
  const since = `greatest(${first}::date, ${conditions.bind(from)}::date)`;
  return `
  with months as (
         select to_char(m, 'YYYY-MM') as month from generate_series(${first}, ${today}::timestamp, interval '1 month') m),
       opened as (
         select to_char(day, 'YYYY-MM') as month, sum(licenses)::integer as opened
           from (select v.opened_on as day, count(*) as licenses
                   from paizhao.license_view v
                  where v.opened_on >= ${since} and v.opened_on <= ${today} and ${conditions.where} group by 1) d
          group by 1),
       told as (
         select to_char(day, 'YYYY-MM') as month,
                (sum(entries) filter (where type = 'filing-submitted'))::integer as submitted,
                (sum(entries) filter (where type = 'correction-requested'))::integer as corrections,
                (sum(entries) filter (where type in ('permit-issued', 'permit-renewed')))::integer as issued
           from (select e.valid_on as day, e.type, count(*) as entries
                   from paizhao.ledger_events e ${joined(conditions, `e.stream = 'license/' || v.license_id`)}
                  where e.type in ('filing-submitted', 'correction-requested', 'permit-issued', 'permit-renewed')
                    and e.valid_on >= ${since} and e.valid_on <= ${today} and ${conditions.where} group by 1, 2) d
          group by 1)
  select month, coalesce(opened, 0) as opened, coalesce(submitted, 0) as submitted,
         coalesce(corrections, 0) as corrections, coalesce(issued, 0) as issued
    from months left join opened using (month) left join told using (month) order by month`;
};
