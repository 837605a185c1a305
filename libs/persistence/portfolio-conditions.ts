import type { LicenseStatus } from '../domain/index.js';

/** Which licenses a list shows: those that meet every condition given, each by any of its values. */
export interface PortfolioFilter {
  /** A fragment of company name, permit number or code; at least two characters. */
  q?: string;
  companyId?: string[];
  status?: LicenseStatus[];
  authority?: string[];
  serviceType?: string[];
  owner?: string;
  /** Owner, deputy or manager. */
  person?: string;
  needsAttention?: boolean;
  ended?: boolean;
  /** The company's next duty falls on or after, on or before this civil day. */
  dueFrom?: string;
  dueBy?: string;
  /** Days from today to the last safe day of what presses most; below 0 it has passed. */
  slackFrom?: number;
  slackTo?: number;
}

/** What a principal may see: licenses of these companies, and these licenses. */
export interface PortfolioScope {
  companyIds: string[];
  licenseIds: string[];
}

/** As of which civil day days are counted, and for whom; a scope of null is everything. */
export interface PortfolioAsking {
  today: string;
  scope: PortfolioScope | null;
}

/** The last day on which nothing is lost; `infinity` where nothing is due. Indexes hold it in these very words. */
export const slackDay = `coalesce(v.safe_day, v.next_date, 'infinity'::date)`;

/** No rest between a date and the working day before it is longer. */
const longestRest = 31;

/** Conditions of one statement with the values they bind, in the order of `$1`, `$2` … */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];

  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(...conditions: string[]): this {
    this.all.push(...conditions);
    return this;
  }

  /** One value is compared as such: only then can an index give its rows in their order. */
  anyOf(column: string, values: readonly string[] | undefined, type: 'text' | 'uuid'): this {
    if (values === undefined) return this;
    if (values.length === 1) return this.add(`${column} = ${this.bind(values[0])}::${type}`);
    return this.add(`${column} = any(${this.bind(values)}::${type}[])`);
  }

  get where(): string {
    return this.all.length === 0 ? 'true' : this.all.join(' and ');
  }
}

/** Conditions on `paizhao.license_view v`. */
export function portfolioConditions(filter: PortfolioFilter, { today, scope }: PortfolioAsking): Conditions {
  const conditions = new Conditions()
    .anyOf('v.company_id', filter.companyId, 'uuid')
    .anyOf('v.status', filter.status, 'text')
    .anyOf('v.authority', filter.authority, 'text');
  if (filter.serviceType) conditions.add(`v.service_types && ${conditions.bind(filter.serviceType)}::text[]`);
  if (filter.owner) conditions.add(`v.owner = ${conditions.bind(filter.owner)}`);
  if (filter.person) {
    const person = conditions.bind(filter.person);
    conditions.add(`(v.owner = ${person} or v.deputy = ${person} or v.manager = ${person})`);
  }
  if (filter.needsAttention !== undefined)
    conditions.add(filter.needsAttention ? 'v.needs_attention' : 'not v.needs_attention');
  if (filter.ended !== undefined) conditions.add(filter.ended ? 'v.ended' : 'not v.ended');
  addWindows(conditions, filter, today);
  if (filter.q !== undefined) addSearch(conditions, filter.q);
  if (scope) {
    const [companies, licenses] = [conditions.bind(scope.companyIds), conditions.bind(scope.licenseIds)];
    conditions.add(`(v.company_id = any(${companies}::uuid[]) or v.license_id = any(${licenses}::uuid[]))`);
  }
  return conditions;
}

/** The list goes by the slack day: what a window says of it lets PostgreSQL begin and end there. */
function addWindows(conditions: Conditions, filter: PortfolioFilter, today: string): void {
  const { dueFrom, dueBy, slackFrom, slackTo } = filter;
  const day = (date: string, days = 0) => `(${conditions.bind(date)}::date + ${conditions.bind(days)}::integer)`;
  if (dueFrom) conditions.add(`v.next_date >= ${day(dueFrom)}`, `${slackDay} >= ${day(dueFrom, -longestRest)}`);
  if (dueBy) conditions.add(`v.next_date <= ${day(dueBy)}`, `${slackDay} <= ${day(dueBy)}`);
  if (slackFrom !== undefined) conditions.add(`${slackDay} >= ${day(today, slackFrom)}`);
  if (slackFrom !== undefined || slackTo !== undefined) conditions.add(`${slackDay} < 'infinity'::date`);
  if (slackTo !== undefined) conditions.add(`${slackDay} <= ${day(today, slackTo)}`);
}

/** The index knows pairs of characters; whether they stand in a row, the text itself says. Nothing is a wildcard. */
function addSearch(conditions: Conditions, q: string): void {
  const form = `paizhao.search_form(${conditions.bind(q)}::text)`;
  conditions.add(`v.search_grams @> paizhao.bigrams(${form})`, `strpos(v.search_text, ${form}) > 0`);
}

/** What a search goes by, counted in characters; the database has the last word on the form. */
export const searchLength = (q: string): number => [...q.normalize('NFKC').replace(/\s+/g, ' ').trim()].length;
