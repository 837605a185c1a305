import type { EntityManager } from 'typeorm';
import type { LicenseViewEntity, ObligationViewEntity } from './entities/index.js';
import {
  type Conditions,
  clockOffset,
  type PortfolioAsking,
  type PortfolioFilter,
  portfolioConditions,
} from './portfolio-conditions.js';

export interface TaskFilter extends Pick<PortfolioFilter, 'companyId' | 'authority' | 'owner' | 'person'> {
  licenseId?: string;
  kind?: string[];
  /** The duty itself falls on or after, on or before this civil day. */
  dueFrom?: string;
  dueBy?: string;
}

/** Where a page ended: the slack day (null where no date is known) and ids of its last task. */
export interface TaskPlace {
  slackDay: string | null;
  licenseId: string;
  obligationId: string;
}

export interface TaskLine
  extends Omit<ObligationViewEntity, 'duty' | 'firmness'>,
    Pick<LicenseViewEntity, 'companyId' | 'companyName' | 'authority' | 'owner' | 'deputy' | 'simulated'> {
  /** How far a simulated license is ahead of the clock on the wall. */
  clockOffsetMs: number;
}

export interface TasksPage {
  filter: TaskFilter;
  after: TaskPlace | null;
  limit: number;
}

/** As the index has it. */
const slackDay = `coalesce(o.safe_day, o.date, 'infinity'::date)`;

/** What companies owe: the open obligations of all licenses. Whoever owns a license has its tasks. */
export class TaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What presses most comes first, what has no date last. */
  async page(page: TasksPage, asking: PortfolioAsking): Promise<TaskLine[]> {
    const conditions = conditionsOf(page, asking);
    return (await this.manager.query(
      `select o.license_id as "licenseId", o.obligation_id as "obligationId", o.kind, o.filing_id as "filingId",
              o.period, o.opened_on::text as "openedOn", o.date::text, o.safe_day::text as "safeDay",
              o.cure_end::text as "cureEnd", o.paused, v.company_id as "companyId", v.company_name as "companyName",
              v.authority, v.owner, v.deputy, v.simulated,
              ${clockOffset}
         from paizhao.obligation_view o join paizhao.license_view v on v.license_id = o.license_id
        where o.duty = 'company' and ${conditions.where}
        order by ${slackDay}, o.license_id, o.obligation_id limit ${conditions.bind(page.limit)}`,
      conditions.values,
    )) as TaskLine[];
  }
}

function conditionsOf({ filter, after }: TasksPage, asking: PortfolioAsking): Conditions {
  const { licenseId, kind, dueFrom, dueBy, ...ofLicense } = filter;
  const conditions = portfolioConditions(ofLicense, asking).anyOf('o.kind', kind, 'text');
  if (licenseId) conditions.add(`o.license_id = ${conditions.bind(licenseId)}`);
  if (dueFrom) conditions.add(`o.date >= ${conditions.bind(dueFrom)}::date`);
  if (dueBy) conditions.add(`o.date <= ${conditions.bind(dueBy)}::date`);
  if (!after) return conditions;
  const place = [after.slackDay ?? 'infinity', after.licenseId, after.obligationId].map((part) =>
    conditions.bind(part),
  );
  return conditions.add(
    `(${slackDay}, o.license_id, o.obligation_id) > (${place[0]}::date, ${place[1]}::uuid, ${place[2]})`,
  );
}
