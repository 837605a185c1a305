import type { LicenseCommandData, LicenseCommandType } from '../../libs/domain/commands.js';
import type { DomainError, ErrorDetails, ErrorKind } from '../../libs/domain/errors.js';
import type { Desk } from './builders.js';

/** The whole of a refusal: its words as a person reads them, and all that its details name. */
export type Told = [kind: ErrorKind, code: string, message: string, details: ErrorDetails];

/** What is refused, at which desk, which command with which data, and what is told. */
export type Refused = {
  [T in LicenseCommandType]: [
    what: string,
    desk: () => Desk,
    type: T,
    data: LicenseCommandData[T],
    told: Told,
    how?: Parameters<Desk['does']>[2],
  ];
}[LicenseCommandType];

export function told({ kind, code, message, details }: DomainError): Told {
  return [kind, code, message, details];
}

/** A test for each refusal of a table, by all that is told. */
export function tellsWhatIsWrong(about: string, refusals: Refused[]): void {
  describe(`${about} tells what is wrong, where, and what would be right:`, () => {
    it.each(refusals)('%s', (...[, desk, type, data, expected, how]) => {
      expect(told(desk().refuses(type, data, how))).toEqual(expected);
    });
  });
}

/** An act cannot be dated after today. */
export function ahead(pointer: string, value: string, today: string): Told {
  const remedy = 'Record an act on the day on which it happened, or later.';
  const message = `${pointer.slice(1)} ${value} lies after today, ${today}`;
  return ['invalid', 'date-in-future', message, { pointer, value, today, remedy }];
}

export function noDay(pointer: string, value: string): Told {
  const remedy = 'Write the day as YYYY-MM-DD, for example 2026-02-03.';
  return ['invalid', 'invalid-date', `${pointer.slice(1)} is not a date`, { pointer, value, remedy }];
}

/** One day comes before another that it cannot precede: `than` says what the other one is. */
export function early(
  code: string,
  pointer: string,
  value: string,
  than: string,
  earliest: string,
  kind: ErrorKind = 'invalid',
): Told {
  const remedy = `Give a day from ${earliest} on, or correct the earlier entry.`;
  return [
    kind,
    code,
    `${pointer.slice(1)} ${value} lies before ${than}, ${earliest}`,
    { pointer, value, earliest, remedy },
  ];
}

/** The machine of the filing does not allow the step now. */
export function inStatus(status: string, filingKind: string, filingId: string, code: string, remedy: string): Told {
  const details = { pointer: '/filingId', filingId, filingKind, status, remedy };
  return ['conflict', code, `Filing ${filingId} is in status ${status}`, details];
}
