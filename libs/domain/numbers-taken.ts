import { Conflict } from './errors.js';
import type { LicenseState } from './license.js';

/** A permit is entered once in a company. */
export class PermitNumberTaken extends Conflict {
  /** @param licenses those that bear it, as far as whoever asks may see them */
  constructor(number: string, licenses: readonly string[], pointer: string) {
    super('permit-number-taken', `The company has a permit ${number} on record already`, {
      pointer,
      licenses,
      remedy: 'Go on with that license, or compare the number with the paper.',
    });
  }
}

/** The number of a certificate is the company's, whichever of its licenses it was recorded on. */
export class CompanionOfAnotherLicense extends Conflict {
  constructor(number: string, pointer: string) {
    super('companion-already-recorded', `${number} is on record on another license of the company`, {
      pointer,
      remedy: 'Record its renewal, or its end, on that license: GET /companies/:id/companions lists them.',
    });
  }
}

/** Numbers by which a license has come between two states: of its permit, and of certificates in use. */
export function numbersEntered(
  before: LicenseState | null,
  { permit, conduct }: LicenseState,
): { permit: string | null; companions: string[] } {
  const number = permit?.number ?? null;
  const had = companionsInUse(before?.conduct);
  return {
    permit: number === before?.permit?.number ? null : number,
    companions: companionsInUse(conduct).filter((each) => !had.includes(each)),
  };
}

const companionsInUse = (conduct: LicenseState['conduct'] | undefined): string[] =>
  (conduct?.companions ?? []).filter(({ endedOn }) => endedOn === null).map(({ number }) => number);
