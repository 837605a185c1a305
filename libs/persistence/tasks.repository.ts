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

/** The id of a paper that is due back, as a task. */
export const originalTask = (filingId: string, requirementId: string): string =>
  `${originalReturn}:${filingId}:${requirementId}`;

const originalReturn = 'original-return';

/** As the indices have them. */
const slackDay = `coalesce(o.safe_day, o.date, 'infinity'::date)`;
const dueDay = `coalesce(o.due_back_on, 'infinity'::date)`;

const ofLicense = `v.company_id as "companyId", v.company_name as "companyName", v.authority, v.owner, v.deputy, v.simulated,
              ${clockOffset}`;

/** Where its rows are, and the columns of that table by which tasks are asked for. */
interface Source {
  kind: string;
  date: string;
  slackDay: string;
  id: string;
}

const owed: Source = { kind: 'o.kind', date: 'o.date', slackDay, id: 'o.obligation_id' };
const dueBack: Source = {
  kind: `'${originalReturn}'`,
  date: 'o.due_back_on',
  slackDay: dueDay,
  id: `'${originalReturn}:' || o.filing_id || ':' || o.requirement_id`,
};

/**
 * What is to be done: the open obligations of companies, and originals that are due back, of all licenses. Whoever owns a
 * license has its tasks.
 */
export class TaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What presses most comes first, what has no date last. */
  async page(page: TasksPage, asking: PortfolioAsking): Promise<TaskLine[]> {
    const found = await Promise.all([this.owed(page, asking), this.dueBack(page, asking)]);
    return found.flat().sort(byPressure).slice(0, page.limit);
  }

  private owed(page: TasksPage, asking: PortfolioAsking): Promise<TaskLine[]> {
    const conditions = conditionsOf(page, owed, asking);
    return this.manager.query(
      `select o.license_id as "licenseId", o.obligation_id as "obligationId", o.kind, o.filing_id as "filingId",
              o.period, o.opened_on::text as "openedOn", o.date::text, o.safe_day::text as "safeDay",
              o.cure_end::text as "cureEnd", o.paused, ${ofLicense}
         from paizhao.obligation_view o join paizhao.license_view v on v.license_id = o.license_id
        where o.duty = 'company' and ${conditions.where}
        order by ${slackDay}, o.license_id, o.obligation_id limit ${conditions.bind(page.limit)}`,
      conditions.values,
    );
  }

  private async dueBack(page: TasksPage, asking: PortfolioAsking): Promise<TaskLine[]> {
    if (page.filter.kind && !page.filter.kind.includes(originalReturn)) return [];
    const conditions = conditionsOf(page, dueBack, asking);
    return this.manager.query(
      `select o.license_id as "licenseId", ${dueBack.id} as "obligationId", ${dueBack.kind} as kind,
              o.filing_id as "filingId", null as period, o.handed_over_on::text as "openedOn",
              o.due_back_on::text as date, null as "safeDay", null as "cureEnd", false as paused, ${ofLicense}
         from paizhao.original_view o join paizhao.license_view v on v.license_id = o.license_id
        where o.due_back_on is not null and ${conditions.where}
        order by ${dueDay}, o.license_id, ${dueBack.id} limit ${conditions.bind(page.limit)}`,
      conditions.values,
    );
  }
}

/** As the two statements order theirs; PostgreSQL's collation is by code point, as is this. */
function byPressure(one: TaskLine, other: TaskLine): number {
  const placeOf = ({ safeDay, date, licenseId, obligationId }: TaskLine) => [
    safeDay ?? date ?? '~',
    licenseId,
    obligationId,
  ];
  const [a, b] = [placeOf(one), placeOf(other)];
  const differing = a.findIndex((part, index) => part !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? '') < (b[differing] ?? '') ? -1 : 1;
}

function conditionsOf({ filter, after }: TasksPage, source: Source, asking: PortfolioAsking): Conditions {
  const { licenseId, kind, dueFrom, dueBy, ...further } = filter;
  const conditions = portfolioConditions(further, asking).anyOf(source.kind, kind, 'text');
  if (licenseId) conditions.add(`o.license_id = ${conditions.bind(licenseId)}`);
  if (dueFrom) conditions.add(`${source.date} >= ${conditions.bind(dueFrom)}::date`);
  if (dueBy) conditions.add(`${source.date} <= ${conditions.bind(dueBy)}::date`);
  if (!after) return conditions;
  const place = [after.slackDay ?? 'infinity', after.licenseId, after.obligationId].map((part) =>
    conditions.bind(part),
  );
  return conditions.add(
    `(${source.slackDay}, o.license_id, ${source.id}) > (${place[0]}::date, ${place[1]}::uuid, ${place[2]})`,
  );
}
