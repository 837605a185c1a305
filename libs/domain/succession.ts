import type { Coverage } from './company.js';
import { InvalidInput } from './errors.js';
import type { LicenseState } from './license.js';

/** A new license may follow one that has ended, or prepare to take the place of a provincial one that is in force. */
type Relation = 'follows' | 'replaces';

/**
 * How a new license stands to the one that it names.
 * @throws InvalidInput `license-not-to-follow`, pointing at `/follows`
 */
export function relationTo(old: LicenseState, opening: { companyId: string; coverage: Coverage }): Relation {
  if (old.companyId !== opening.companyId) throw notToFollow('It belongs to another company', {});
  if (isOver(old)) return 'follows';
  if (mayBeReplaced(old, opening.coverage)) return 'replaces';
  throw notToFollow('It has not ended', { status: old.permit?.status ?? null });
}

export const noneToFollow = (): InvalidInput => notToFollow('There is no license of that id', {});

/** A permit for the whole country ends the provincial one: two provinces or more are MIIT's (TR art. 9). */
export function mayBeReplaced({ permit }: LicenseState, by: Coverage): boolean {
  const inForce = permit !== null && (permit.status === 'valid' || permit.status === 'suspended');
  return inForce && permit.coverage.kind === 'province' && by.kind === 'nationwide';
}

function isOver({ closed, permit }: LicenseState): boolean {
  return closed || (permit !== null && permit.status !== 'valid' && permit.status !== 'suspended');
}

function notToFollow(why: string, details: Record<string, unknown>): InvalidInput {
  return new InvalidInput('license-not-to-follow', why, {
    pointer: '/follows',
    ...details,
    remedy:
      'Name a license of the same company that has ended, or a provincial one that a permit for the whole country is to replace.',
  });
}
