import { daysBetween } from '../../../libs/calendar/index.js';
import {
  type AsOf,
  agenda,
  hasEndedOn,
  type LicenseEntry,
  type LicenseLine,
  licenseAsOf,
  licenseLine,
  type People,
} from '../../../libs/domain/index.js';
import type { Envelope } from '../../../libs/ledger/envelope.js';
import { type PortfolioFilter, searchForm } from '../../../libs/persistence/index.js';
import { contextOf } from './licenses-as-of.js';
import { canonicalAddress } from './question.js';

/** A license in a line of a list, as it was. */
export interface PastLine extends LicenseLine {
  licenseId: string;
  seq: number;
  uscc: string;
  /** Days from the day asked about to the last safe day of what presses most; below 0 it had passed. */
  slack: number | null;
  ended: boolean;
  pack: string;
  calendar: string;
}

/** Null for a license that was not there yet. */
export function lineAsOf(licenseId: string, entries: readonly Envelope[], asOf: AsOf): PastLine | null {
  const past = licenseAsOf(licenseId, entries as unknown as readonly LicenseEntry[], asOf);
  if (!past) return null;
  const { seq, pins, company } = past.state;
  const context = contextOf(past, asOf);
  const line = licenseLine(past.state, agenda(past.state, context), asOf.validOn);
  const pressing = line.safeDay ?? line.nextDate;
  const slack = pressing === null ? null : daysBetween(asOf.validOn, pressing);
  return { licenseId, seq, ...line, uscc: company.uscc, slack, ended: hasEndedOn(past.state, context), ...pins };
}

/** The line as a list shows it, with the address of the license's own answer. */
export function toldLine(line: PastLine, { validOn, knownOn }: AsOf): PastLine & { state: string } {
  return { ...line, state: canonicalAddress(`/licenses/${line.licenseId}/state`, { validOn, knownOn }) };
}

/** What the conditions look at. */
type Conditioned = Pick<
  PastLine,
  | keyof People
  | 'companyId'
  | 'companyName'
  | 'uscc'
  | 'permitNumber'
  | 'status'
  | 'authority'
  | 'serviceTypes'
  | 'needsAttention'
  | 'ended'
  | 'nextDate'
  | 'slack'
>;

/** What the conditions of the portfolio say of a license as it is, of one as it was. */
export function meets(line: Conditioned, filter: PortfolioFilter): boolean {
  const { companyId, status, authority, serviceType, needsAttention, ended, q } = filter;
  return (
    isAnyOf(companyId, line.companyId) &&
    isAnyOf(status, line.status) &&
    isAnyOf(authority, line.authority) &&
    (serviceType?.some((type) => line.serviceTypes.includes(type)) ?? true) &&
    (needsAttention ?? line.needsAttention) === line.needsAttention &&
    (ended ?? line.ended) === line.ended &&
    isOf(line, filter) &&
    isWithin(line.nextDate, filter.dueFrom, filter.dueBy) &&
    isWithin(line.slack, filter.slackFrom, filter.slackTo) &&
    (q === undefined || isFound(line, q))
  );
}

const isAnyOf = (values: readonly string[] | undefined, value: string): boolean => values?.includes(value) ?? true;

function isOf(line: Conditioned, { owner, person }: PortfolioFilter): boolean {
  const roles = [line.owner, line.deputy, line.manager];
  return (owner ?? line.owner) === line.owner && (person === undefined || roles.includes(person));
}

/** Where nothing is due, no window holds it. */
function isWithin<T extends string | number>(value: T | null, from: T | undefined, to: T | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  return value !== null && (from === undefined || value >= from) && (to === undefined || value <= to);
}

function isFound({ companyName, permitNumber, uscc }: Conditioned, q: string): boolean {
  const asked = searchForm(q);
  return [companyName, permitNumber ?? '', uscc].some((text) => searchForm(text).includes(asked));
}
