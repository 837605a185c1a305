import type { CivilDate } from '../calendar/index.js';
import type { Actor } from './actor.js';

export const knownRoles = ['officer', 'approver', 'manager', 'auditor', 'admin', 'integration', 'postmaster'] as const;

export type Role = (typeof knownRoles)[number];

/** Roles of programs: no person bears them. */
export const programRoles: readonly Role[] = ['integration', 'postmaster'];

/** Companies with all their licenses, and single licenses. */
export interface Scope {
  companies: readonly string[];
  licenses: readonly string[];
}

/** Civil days in Shanghai, both included; null for an open side. */
export interface Period {
  from: CivilDate | null;
  until: CivilDate | null;
}

/** What a person or a token may do at most, and of what. */
export interface Limits {
  /** Null: everything. */
  scope: Scope | null;
  /** Moments that may be asked about; null: all. */
  period: Period | null;
}

/** The authenticated person or integration behind a request. */
export interface Principal {
  actor: Actor;
  roles: readonly Role[];
  /** Names of acts; null: all that the roles may do. */
  actions: readonly string[] | null;
  /** Each of them must cover what is asked for: a person's own, and the token's. Without any: everything. */
  scopes: readonly Scope[];
  period: Period | null;
  /** The token of the house by which they ask, if it is one. */
  tokenId?: string;
}

/** A license and the company that holds or wants it. */
export interface Place {
  licenseId: string;
  companyId: string;
}

/** Where something is limited, it is limited: to each of several scopes, and to the days that all periods share. */
export function principalOf({
  limits,
  ...who
}: Pick<Principal, 'actor' | 'roles' | 'actions'> & { limits: readonly Limits[] }): Principal {
  const { actor, roles, actions } = who;
  const scopes = limits.flatMap(({ scope }) => (scope === null ? [] : [scope]));
  const periods = limits.flatMap(({ period }) => (period === null ? [] : [period]));
  const from = periods.flatMap((period) => period.from ?? []).sort();
  const until = periods.flatMap((period) => period.until ?? []).sort();
  const period = periods.length === 0 ? null : { from: from.at(-1) ?? null, until: until[0] ?? null };
  return { actor, roles, actions, scopes, period };
}

/** Somebody of whom only the name counts: who may do nothing by themselves. */
export const bareActor = (actor: Actor): Principal => principalOf({ actor, roles: [], actions: null, limits: [] });

export function coversLicense(scopes: readonly Scope[], { licenseId, companyId }: Place): boolean {
  return scopes.every(({ companies, licenses }) => companies.includes(companyId) || licenses.includes(licenseId));
}

/** A company is covered as a whole or not at all: who may see one license of it does not see the company. */
export function coversCompany(scopes: readonly Scope[], companyId: string): boolean {
  return scopes.every(({ companies }) => companies.includes(companyId));
}

/** Whether what each of `within` covers is covered by each of the scopes; false where that is not certain by them alone. */
export function coversScopes(scopes: readonly Scope[], within: readonly Scope[]): boolean {
  return scopes.every(({ companies, licenses }) =>
    within.some(
      (inner) =>
        inner.companies.every((id) => companies.includes(id)) && inner.licenses.every((id) => licenses.includes(id)),
    ),
  );
}

/** Whether every day of `within` is one of the period. */
export function coversPeriod(period: Period | null, within: Period | null): boolean {
  if (period === null) return true;
  const from = period.from === null || (within?.from ?? '') >= period.from;
  const until = period.until === null || (within?.until != null && within.until <= period.until);
  return from && until;
}

export function coversDay(period: Period | null, day: CivilDate): boolean {
  if (period === null) return true;
  const { from, until } = period;
  return (from === null || from <= day) && (until === null || day <= until);
}
