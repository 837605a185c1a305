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

const originalReturn = 'original-return';
const unclaimedUpload = 'unclaimed-upload';

/** The id of a paper that is due back, as a task. */
export const originalTask = (filingId: string, requirementId: string): string =>
  `${originalReturn}:${filingId}:${requirementId}`;

/** One kind of things to do: the rows of `o`, and what each member of a task is of them. */
interface Source {
  table: string;
  where: string;
  /** The one kind that it has; null where its rows tell it. */
  only: string | null;
  kind: string;
  id: string;
  filingId: string;
  period: string;
  openedOn: string;
  date: string;
  safeDay: string;
  cureEnd: string;
  paused: string;
  /** As an index has it. */
  slackDay: string;
}

const undated = { period: 'null', safeDay: 'null', cureEnd: 'null', paused: 'false' };
const dayOf = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;
const sweptAt = `(o.stored_at + interval '24 hours')`;

const sources: readonly Source[] = [
  {
    table: 'obligation_view',
    where: `o.duty = 'company'`,
    only: null,
    kind: 'o.kind',
    id: 'o.obligation_id',
    filingId: 'o.filing_id',
    period: 'o.period',
    openedOn: 'o.opened_on',
    date: 'o.date',
    safeDay: 'o.safe_day',
    cureEnd: 'o.cure_end',
    paused: 'o.paused',
    slackDay: `coalesce(o.safe_day, o.date, 'infinity'::date)`,
  },
  {
    ...undated,
    table: 'original_view',
    where: 'o.due_back_on is not null',
    only: originalReturn,
    kind: `'${originalReturn}'`,
    id: `'${originalReturn}:' || o.filing_id || ':' || o.requirement_id`,
    filingId: 'o.filing_id',
    openedOn: 'o.handed_over_on',
    date: 'o.due_back_on',
    slackDay: `coalesce(o.due_back_on, 'infinity'::date)`,
  },
  {
    ...undated,
    table: 'files',
    where: 'o.claimed_at is null',
    only: unclaimedUpload,
    kind: `'${unclaimedUpload}'`,
    id: `'${unclaimedUpload}:' || o.id::text`,
    filingId: 'null',
    openedOn: dayOf('o.stored_at'),
    date: dayOf(sweptAt),
    slackDay: dayOf(sweptAt),
  },
];

/**
 * What is to be done, of all licenses: the open obligations of companies, originals that are due back, and uploads that
 * are swept unless an entry comes to refer to them. Whoever owns a license has its tasks.
 */
export class TaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What presses most comes first, what has no date last. */
  async page(page: TasksPage, asking: PortfolioAsking): Promise<TaskLine[]> {
    const { kind: kinds } = page.filter;
    const asked = sources.filter(({ only }) => only === null || !kinds || kinds.includes(only));
    const found = await Promise.all(asked.map((source) => this.of(source, page, asking)));
    return found.flat().sort(byPressure).slice(0, page.limit);
  }

  /** Whether the id is that of an upload to the license that no entry refers to. */
  async isUnclaimedUpload(licenseId: string, taskId: string): Promise<boolean> {
    const rows = (await this.manager.query(
      `select from paizhao.files
        where license_id = $1 and claimed_at is null and '${unclaimedUpload}:' || id::text = $2`,
      [licenseId, taskId],
    )) as unknown[];
    return rows.length > 0;
  }

  private of(source: Source, page: TasksPage, asking: PortfolioAsking): Promise<TaskLine[]> {
    const conditions = conditionsOf(page, source, asking);
    return this.manager.query(
      `select o.license_id as "licenseId", ${source.id} as "obligationId", ${source.kind} as kind,
              ${source.filingId} as "filingId", ${source.period} as period, ${source.openedOn}::text as "openedOn",
              ${source.date}::text as date, ${source.safeDay}::text as "safeDay", ${source.cureEnd}::text as "cureEnd",
              ${source.paused} as paused, v.company_id as "companyId", v.company_name as "companyName",
              v.authority, v.owner, v.deputy, v.simulated,
              ${clockOffset}
         from paizhao.${source.table} o join paizhao.license_view v on v.license_id = o.license_id
        where ${source.where} and ${conditions.where}
        order by ${source.slackDay}, o.license_id, ${source.id} collate "C" limit ${conditions.bind(page.limit)}`,
      conditions.values,
    );
  }
}

/** As each statement orders its own: by code point, whatever the order of the database is. */
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
    `(${source.slackDay}, o.license_id, ${source.id} collate "C") > (${place[0]}::date, ${place[1]}::uuid, ${place[2]})`,
  );
}
