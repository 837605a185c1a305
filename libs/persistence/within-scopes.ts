/**
 * SQL: whether each of the scopes covers a row of license_view.
 * @param row its alias
 * @param parameter number of the parameter that holds the scopes as JSON
 */
export const withinScopes = (row: string, parameter: number): string => `
  not exists (select from jsonb_array_elements($${parameter}::jsonb) as scope
               where not scope->'companies' ? ${row}.company_id::text
                 and not scope->'licenses' ? ${row}.license_id::text)`;
