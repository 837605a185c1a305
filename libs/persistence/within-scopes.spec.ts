import { withinScopes } from './within-scopes.js';

describe('the condition that scopes make', () => {
  it('is none without any', () => {
    expect(withinScopes('v', [], 3)).toEqual({ sql: 'true', values: [] });
  });

  it('holds for each of them, with its values from the first number on', () => {
    const scopes = [
      { companies: ['c1', 'c2'], licenses: [] },
      { companies: [], licenses: ['l1'] },
    ];
    expect(withinScopes('v', scopes, 3)).toEqual({
      sql:
        '(v.company_id = any($3::uuid[]) or v.license_id = any($4::uuid[])) and ' +
        '(v.company_id = any($5::uuid[]) or v.license_id = any($6::uuid[]))',
      values: [['c1', 'c2'], [], [], ['l1']],
    });
  });
});
