import { DomainError, type ErrorDetails, type ErrorKind } from '../domain/errors.js';

/** More commands wait for one license than this process keeps. HTTP 429. */
export class TooManyCommands extends DomainError {
  constructor(licenseId: string, waiting: number) {
    super('too-many-commands', 'unavailable', `${waiting} commands already wait for this license.`, {
      licenseId,
      retryAfterSeconds: 1,
      remedy: 'Wait a moment and send the command again with the same Idempotency-Key.',
    });
  }
}

/** Nobody can say yet whether the command was kept. HTTP 503; the same Idempotency-Key gives the answer later. */
export class OutcomeUnknown extends DomainError {
  constructor(licenseId: string, commandId: string, cause?: unknown) {
    super(
      'record-unavailable',
      'unavailable',
      'The record did not answer in time; whether the command was kept is unknown.',
      {
        licenseId,
        commandId,
        retryAfterSeconds: 5,
        remedy: 'Send the command again with the same Idempotency-Key: it is kept at most once.',
      },
    );
    this.cause = cause;
  }
}

/** The license refused; code, kind and details are those of the rule that did. */
export class RefusedByLicense extends DomainError {
  constructor(code: string, kind: ErrorKind, message: string, details: ErrorDetails) {
    super(code, kind, message, details);
  }
}
