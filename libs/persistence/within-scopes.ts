import type { Scope } from '../domain/index.js';

/** A condition with the values that it binds, from `$first` on. */
export interface WithinScopes {
  sql: string;
  values: readonly string[][];
}

/** That each of the scopes covers a row of license_view, by its indexes. @param row its alias */
export function withinScopes(row: string, scopes: readonly Scope[], first: number): WithinScopes {
  const conditions = scopes.map((_, i) => {
    const [companies, licenses] = [`$${first + 2 * i}`, `$${first + 2 * i + 1}`];
    return `(${row}.company_id = any(${companies}::uuid[]) or ${row}.license_id = any(${licenses}::uuid[]))`;
  });
  return {
    sql: conditions.length === 0 ? 'true' : conditions.join(' and '),
    values: scopes.flatMap(({ companies, licenses }) => [[...companies], [...licenses]]),
  };
}
