import type { EntityManager } from 'typeorm';
import { Conflict } from '../../../libs/domain/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';

/** A permit is one license, under whatever key it comes again. @throws Conflict `permit-on-record` */
export async function mustBeNew(manager: EntityManager, companyId: string, number: string): Promise<void> {
  const licenseId = await new LicenseRepository(manager).ofPermit(companyId, number);
  if (licenseId === null) return;
  throw new Conflict('permit-on-record', 'a license of this company holds the permit of this number', {
    licenseId,
    pointer: '/permit/number',
    remedy: 'Go on with the license that is there.',
  });
}
