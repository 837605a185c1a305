import { type CivilDate, isCivilDate } from '../../calendar/index.js';
import { type Law, validity } from '../../rulebook/index.js';
import type { Context } from '../context.js';
import { InvalidInput } from '../errors.js';
import type { LicenseEvent } from '../events.js';
import type { PermitData } from '../license.js';
import { checkCoverage, checkServiceTypes } from './company-checks.js';
import { civilDay } from './days.js';
import { decided } from './decider.js';

/** A permit as read from paper. Its number's form is never refused: real ones differ from any known pattern. */
export function permitChecks(permit: PermitData, { law, today }: Context): (() => unknown)[] {
  return [
    () => hasNumber(permit),
    () => civilDay(permit.validFrom, '/permit/validFrom'),
    () => civilDay(permit.printedLastDay, '/permit/printedLastDay'),
    () => endsAfterStart(permit),
    () => checkServiceTypes(permit.serviceTypes, '/permit/serviceTypes', today, law),
    () => checkCoverage(permit.coverage, today, law, '/permit/coverage'),
  ];
}

function hasNumber({ number }: PermitData): void {
  if (number.trim() !== '') return;
  throw new InvalidInput('permit-number-missing', 'The permit has no number', {
    pointer: '/permit/number',
    remedy: 'Enter the number printed on the permit.',
  });
}

function endsAfterStart({ validFrom, printedLastDay }: PermitData): void {
  if (!isCivilDate(validFrom) || !isCivilDate(printedLastDay) || printedLastDay >= validFrom) return;
  throw new InvalidInput(
    'permit-end-before-start',
    `The permit ends on ${printedLastDay}, before it begins on ${validFrom}`,
    { pointer: '/permit/printedLastDay', validFrom, remedy: 'Enter both days as printed.' },
  );
}

/**
 * A printed end must equal the computed one, or a person decides. The same day of the fifth year is the known other
 * reading and no cause for alarm: the earlier day drives the reminders.
 */
export function endInDoubt(
  { printedLastDay }: Pick<PermitData, 'printedLastDay'>,
  validFrom: CivilDate,
  on: CivilDate,
  law: Law,
): LicenseEvent[] {
  const { lastDay, sameDayAnniversary } = validity(law, validFrom);
  if (printedLastDay === lastDay || printedLastDay === sameDayAnniversary) return [];
  return [decided('attention-raised', on, { reason: 'permit-end-differs', about: 'permit' })];
}
