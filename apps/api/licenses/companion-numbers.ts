import type { EntityManager } from 'typeorm';
import { CompanionOfAnotherLicense, companionNumber } from '../../../libs/domain/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';

/**
 * The number of a certificate is the company's, whichever of its licenses it was recorded on.
 * @throws CompanionOfAnotherLicense where another license of the company has the number
 */
export async function mustBeNewCompanion(
  manager: EntityManager,
  licenseId: string,
  number: string,
  pointer: string,
): Promise<void> {
  const plain = companionNumber(number);
  const others = await new LicenseRepository(manager).othersWithCompanion(licenseId, plain);
  if (others.length > 0) throw new CompanionOfAnotherLicense(plain, pointer);
}
