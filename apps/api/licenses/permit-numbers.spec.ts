import type { EntityManager } from 'typeorm';
import type { Scope } from '../../../libs/domain/index.js';
import { mustBeNewNumber } from './permit-numbers.js';

const companyId = '0f9b3d1c-0000-4000-8000-000000000001';
const [own, seen, hidden] = ['license-own', 'license-seen', 'license-hidden'];

/** Licenses that bear the number. */
const bearing = (...ids: string[]): EntityManager =>
  ({ query: async () => ids.map((licenseId) => ({ licenseId })) }) as unknown as EntityManager;

const check = (manager: EntityManager, scopes: Scope[], follows: string | null = null) =>
  mustBeNewNumber(manager, { companyId, licenseId: own, follows }, '沪B2-20260001', scopes);

describe('a permit number that another license of the company bears', () => {
  it.each<[string, Scope[], string[]]>([
    ['everything', [], [seen, hidden]],
    ['the company', [{ companies: [companyId], licenses: [] }], [seen, hidden]],
    ['some licenses', [{ companies: [], licenses: [own, seen] }], [seen]],
    ['none of them', [{ companies: [], licenses: [own] }], []],
  ])('is refused, and names to whoever sees %s no license beyond that', async (_, scopes, licenses) => {
    await expect(check(bearing(own, seen, hidden), scopes)).rejects.toMatchObject({
      code: 'permit-number-taken',
      details: { pointer: '/permit/number', licenses },
    });
  });

  it('is its own, or that of the license before it', async () => {
    await expect(check(bearing(own, seen), [], seen)).resolves.toBeUndefined();
  });
});
