import { Conflict } from '../errors.js';
import type { LicenseState } from '../license.js';

/** As a number is kept, however it was typed. */
export function companionNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '');
}

/**
 * The number as it is kept, where no other certificate of the license that has not ended bears it.
 * @throws Conflict `companion-already-recorded`
 */
export function newCompanionNumber(
  { conduct }: LicenseState,
  typed: string,
  { pointer, except = null }: { pointer: string; except?: number | null },
): string {
  const number = companionNumber(typed);
  const held = conduct.companions.find(
    (other) => other.number === number && other.endedOn === null && other.seq !== except,
  );
  if (!held) return number;
  throw new Conflict('companion-already-recorded', `${number} is on record`, {
    pointer,
    companionId: held.id,
    remedy: 'Record its renewal, or its end.',
  });
}
