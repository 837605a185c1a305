/**
 * How a refusal travels: `kind` decides the HTTP status at the border, `code` is permanent and listed in
 * docs/problems.md, `details` says what was wrong, where (`pointer`, a JSON pointer into the input, where there is
 * one) and what would be right (`remedy`).
 */
export type ErrorKind = 'not-found' | 'conflict' | 'invalid' | 'forbidden' | 'unavailable';

export interface ErrorDetails {
  pointer?: string;
  remedy?: string;
  [key: string]: unknown;
}

export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

export class InvalidInput extends DomainError {
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(code, 'invalid', message, details);
  }
}

/** The request is well formed, but the record does not allow it now. */
export class Conflict extends DomainError {
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(code, 'conflict', message, details);
  }
}

/** It is not any more what the caller has seen of it; what was asked is not done. */
export class VersionStale extends Conflict {
  constructor() {
    super('version-stale', 'it has changed since the version that If-Match names', {
      pointer: '#header/if-match',
      remedy: 'Read it again, look at what changed, and try again with the new ETag.',
    });
  }
}

/** @param expected what the caller has seen; null for whatever there is @throws VersionStale */
export function mustBeAt(version: number, expected: number | null): void {
  if (expected !== null && expected !== version) throw new VersionStale();
}

export class Forbidden extends DomainError {
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(code, 'forbidden', message, details);
  }
}

export class NotFound extends DomainError {
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(code, 'not-found', message, details);
  }
}

/** The question is right; what is needed to answer it is not there. */
export class Unavailable extends DomainError {
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(code, 'unavailable', message, details);
  }
}
