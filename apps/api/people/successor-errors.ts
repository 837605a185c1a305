import { Conflict, InvalidInput } from '../../../libs/domain/index.js';

export class NotOfPerson extends InvalidInput {
  constructor(licenseId: string, pointer: string) {
    super('not-of-person', 'The person does nothing for this license', {
      pointer,
      licenseId,
      remedy: 'Look at GET /licenses?person=… for those of the person.',
    });
  }
}

export class SuccessorNotAnother extends InvalidInput {
  constructor(pointer: string) {
    super('successor-not-another', 'A license is handed over to somebody else', {
      pointer,
      remedy: 'Name another person.',
    });
  }
}

export class SuccessorTwice extends InvalidInput {
  constructor(licenseId: string, pointer: string) {
    super('successor-twice', 'Two successors are named for this license', {
      pointer,
      licenseId,
      remedy: 'Name each license once.',
    });
  }
}

/** As many licenses as a refusal names. */
export const mostNamed = 200;

export class HandOverUnderWay extends Conflict {
  constructor(licenseIds: readonly string[], pointer: string) {
    super('hand-over-under-way', `${licenseIds.length} licenses are being handed over by this person already`, {
      pointer,
      count: licenseIds.length,
      licenses: licenseIds.slice(0, mostNamed),
      remedy: 'Name other licenses, or wait until these have another person (GET /licenses?person=…).',
    });
  }
}

/** @throws the mistake, or all of them as one where there are several */
export function refuse(mistakes: readonly InvalidInput[]): void {
  const mistake = asOne(mistakes);
  if (mistake) throw mistake;
}

export function asOne(mistakes: readonly InvalidInput[]): InvalidInput | null {
  const [first = null] = mistakes;
  if (!first || mistakes.length === 1) return first;
  return new InvalidInput('request-invalid', `${mistakes.length} things are wrong with the request`, {
    pointer: first.details.pointer ?? '',
    errors: mistakes.map(({ code, message, details: { pointer, remedy } }) => ({ code, message, pointer, remedy })),
  });
}
