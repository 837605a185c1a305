import type { EntityManager } from 'typeorm';
import { Conflict, companionNumber } from '../../../libs/domain/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';

/**
 * The number of a certificate is the company's, whichever of its licenses it was recorded on.
 * @throws Conflict `companion-already-recorded` where another license of the company has the number
 */
export async function mustBeNewCompanion(
  manager: EntityManager,
  licenseId: string,
  number: string,
  pointer: string,
): Promise<void> {
  const plain = companionNumber(number);
  const others = await new LicenseRepository(manager).othersWithCompanion(licenseId, plain);
  if (others.length === 0) return;
  throw new Conflict('companion-already-recorded', `${plain} is on record on another license of the company`, {
    pointer,
    remedy: 'Record its renewal, or its end, on that license: GET /companies/:id/companions lists them.',
  });
}
