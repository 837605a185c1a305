import type { LicenseStatus, Scope } from '../domain/index.js';
import { withinScopes } from './within-scopes.js';

/** How far the time of the license in `license_view v` is ahead, in milliseconds; read of simulated ones only. */
export const clockOffset = `coalesce((select s.clock_offset_ms from paizhao.snapshots s
  where s.license_id = v.license_id and v.simulated), 0)::float8 as "clockOffsetMs"`;

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

/** As of which civil day days are counted, and for whom: each of the scopes must hold what is shown. */
export interface PortfolioAsking {
  today: string;
  /** Civil day before which nothing of what happened is told; null, or left out, for all of it. */
  from?: string | null;
  scopes: readonly Scope[];
}

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
export function portfolioConditions(filter: PortfolioFilter, { today, scopes }: PortfolioAsking): Conditions {
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
  if (scopes.length > 0) addScopes(conditions, scopes);
  return conditions;
}

function addScopes(conditions: Conditions, scopes: readonly Scope[]): void {
  const { sql, values } = withinScopes('v', scopes, conditions.values.length + 1);
  for (const value of values) conditions.bind(value);
  conditions.add(sql);
}

/** The list goes by the slack day: what a window says of it lets PostgreSQL begin and end there. */
function addWindows(conditions: Conditions, filter: PortfolioFilter, today: string): void {
  const { dueFrom, dueBy, slackFrom, slackTo } = filter;
  const day = (date: string, days = 0) => `(${conditions.bind(date)}::date + ${conditions.bind(days)}::integer)`;
  if (dueFrom) conditions.add(`v.next_date >= ${day(dueFrom)}`, `v.slack_day >= ${day(dueFrom, -longestRest)}`);
  if (dueBy) conditions.add(`v.next_date <= ${day(dueBy)}`, `v.slack_day <= ${day(dueBy)}`);
  if (slackFrom !== undefined) conditions.add(`v.slack_day >= ${day(today, slackFrom)}`);
  if (slackFrom !== undefined || slackTo !== undefined) conditions.add(`v.slack_day < 'infinity'::date`);
  if (slackTo !== undefined) conditions.add(`v.slack_day <= ${day(today, slackTo)}`);
}

/** The index knows pairs and threes of characters; whether they stand in a row, the text says. Nothing is a wildcard. */
function addSearch(conditions: Conditions, q: string): void {
  const form = `paizhao.search_form(${conditions.bind(q)}::text)`;
  const asked = `paizhao.grams(${form}, least(3, char_length(${form})))`;
  conditions.add(`v.search_grams @> ${asked}`, `strpos(v.search_text, ${form}) > 0`);
}

/** What a search goes by, counted in characters; the database has the last word on the form. */
export const searchLength = (q: string): number => [...searchForm(q)].length;

/** Wide and narrow forms, capitals and small letters, and any run of spaces are the same; as `paizhao.search_form` has it. */
export const searchForm = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
