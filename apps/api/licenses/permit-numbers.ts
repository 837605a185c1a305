import type { EntityManager } from 'typeorm';
import { coversLicense, PermitNumberTaken, type Scope } from '../../../libs/domain/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';

/**
 * A permit is entered once: another license of the company that has not ended does not bear its number, unless the one
 * at hand follows it.
 * @param scopes those of the caller: licenses outside of them are not named
 * @throws PermitNumberTaken
 */
export async function mustBeNewNumber(
  manager: EntityManager,
  { companyId, licenseId, follows }: { companyId: string; licenseId: string; follows: string | null },
  number: string,
  scopes: readonly Scope[],
  pointer = '/permit/number',
): Promise<void> {
  const bearing = await new LicenseRepository(manager).withPermitNumber(companyId, number);
  const others = bearing.filter((id) => id !== licenseId && id !== follows);
  if (others.length === 0) return;
  const seen = others.filter((each) => coversLicense(scopes, { licenseId: each, companyId }));
  throw new PermitNumberTaken(number, seen, pointer);
}
