import type { EntityManager } from 'typeorm';
import type { LicenseViewEntity } from './entities/index.js';
import {
  clockOffset,
  type PortfolioAsking,
  type PortfolioFilter,
  portfolioConditions,
} from './portfolio-conditions.js';

/** Where a page ended: the last line's slack day (a civil day; null where nothing is due) and id. */
export interface PortfolioPlace {
  slackDay: string | null;
  licenseId: string;
}

export interface PortfolioLine
  extends Pick<
    LicenseViewEntity,
    | 'licenseId'
    | 'seq'
    | 'companyId'
    | 'companyName'
    | 'serviceTypes'
    | 'coverage'
    | 'authority'
    | 'status'
    | 'statusOn'
    | 'owner'
    | 'deputy'
    | 'manager'
    | 'filings'
    | 'permitNumber'
    | 'permitLastDay'
    | 'nextObligation'
    | 'nextDate'
    | 'safeDay'
    | 'needsAttention'
    | 'simulated'
    | 'ended'
  > {
  /** How far a simulated license is ahead of the clock on the wall. */
  clockOffsetMs: number;
}

export interface PortfolioPage {
  filter: PortfolioFilter;
  after: PortfolioPlace | null;
  limit: number;
}

/** A page of a whole list. */
export interface PortfolioExtract {
  /** Of the whole list. */
  licenses: number;
  lines: PortfolioLine[];
  /** Codes of companies by their ids. */
  usccs: Map<string, string>;
  pins: PinnedLaw[];
}

/** As text, dates stay civil dates: the driver would make moments of them. */
const lineColumns = `
  v.license_id as "licenseId", v.seq, v.company_id as "companyId", v.company_name as "companyName",
  v.service_types as "serviceTypes", v.coverage, v.authority, v.status, v.status_on::text as "statusOn", v.owner,
  v.deputy, v.manager, v.filings, v.permit_number as "permitNumber", v.permit_last_day::text as "permitLastDay",
  v.next_obligation as "nextObligation", v.next_date::text as "nextDate", v.safe_day::text as "safeDay",
  v.needs_attention as "needsAttention", v.simulated, v.ended,
  ${clockOffset}`;

/** Lists and search over all licenses. Every question takes the scope of whoever asks. */
export class PortfolioRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What presses most comes first, what has no date last. Gives up to `limit` lines after the place. */
  async page(page: PortfolioPage, asking: PortfolioAsking): Promise<PortfolioLine[]> {
    const { sql, values } = pageStatement(page, asking);
    return (await this.manager.query(sql, values)) as PortfolioLine[];
  }

  /**
   * A whole list as it is at one moment, page by page with what registers say beside it: what changes meanwhile makes no
   * license appear twice or not at all. The moment is held until the last page, or until nobody asks for another one.
   */
  async *atOneMoment(
    filter: PortfolioFilter,
    asking: PortfolioAsking,
    limit: number,
  ): AsyncGenerator<PortfolioExtract> {
    const runner = this.manager.connection.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const portfolio = new PortfolioRepository(runner.manager);
      const { licenses } = await portfolio.extent(filter, asking);
      for (let after: PortfolioPlace | null = null; ; ) {
        const lines: PortfolioLine[] = await portfolio.page({ filter, after, limit }, asking);
        yield { licenses, lines, ...(await portfolio.beside(lines)) };
        const last = lines.at(-1);
        if (!last || lines.length < limit) return;
        after = { slackDay: last.safeDay ?? last.nextDate, licenseId: last.licenseId };
      }
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  /** How many licenses meet the conditions, and how many of them are simulated. */
  async extent(filter: PortfolioFilter, asking: PortfolioAsking): Promise<{ licenses: number; simulated: number }> {
    const { where, values } = portfolioConditions(filter, asking);
    const rows = (await this.manager.query(
      `select count(*)::integer as licenses, (count(*) filter (where v.simulated))::integer as simulated
         from paizhao.license_view v where ${where}`,
      values,
    )) as { licenses: number; simulated: number }[];
    return rows[0] ?? { licenses: 0, simulated: 0 };
  }

  /** What registers say beside the lines: codes of companies by their ids, and the law that licenses pin. */
  async beside(lines: readonly PortfolioLine[]): Promise<{ usccs: Map<string, string>; pins: PinnedLaw[] }> {
    const companies = (await this.manager.query('select id, uscc from paizhao.companies where id = any($1::uuid[])', [
      lines.map(({ companyId }) => companyId),
    ])) as { id: string; uscc: string }[];
    const pins = (await this.manager.query(
      `select distinct state #>> '{pins,pack}' as pack, state #>> '{pins,calendar}' as calendar
         from paizhao.snapshots where license_id = any($1::uuid[]) order by 1, 2`,
      [lines.map(({ licenseId }) => licenseId)],
    )) as PinnedLaw[];
    return { usccs: new Map(companies.map(({ id, uscc }) => [id, uscc])), pins };
  }
}

/** Law that a license pins. */
export interface PinnedLaw {
  pack: string;
  calendar: string;
}

/** Also for whoever looks at how PostgreSQL goes about it. */
export function pageStatement(
  { filter, after, limit }: PortfolioPage,
  asking: PortfolioAsking,
): { sql: string; values: unknown[] } {
  const conditions = portfolioConditions(filter, asking);
  if (after) {
    const [day, id] = [conditions.bind(after.slackDay ?? 'infinity'), conditions.bind(after.licenseId)];
    conditions.add(`(v.slack_day, v.license_id) > (${day}::date, ${id}::uuid)`);
  }
  const sql = `
    select ${lineColumns}
      from paizhao.license_view v where ${conditions.where}
     order by v.slack_day, v.license_id limit ${conditions.bind(limit)}`;
  return { sql, values: conditions.values };
}
