import type { ProblemEntry, ProblemSource } from './problem.js';

/** An error that only the HTTP border knows, with a status of its own. */
export abstract class ApiError extends Error implements ProblemSource {
  readonly detail: string;
  readonly pointer?: string;
  readonly remedy?: string;
  readonly errors?: ProblemEntry[];
  readonly details?: Record<string, unknown>;
  readonly headers?: Record<string, string>;

  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    more: Partial<Pick<ProblemSource, 'pointer' | 'remedy' | 'errors' | 'details' | 'headers'>> = {},
  ) {
    super(detail);
    this.name = new.target.name;
    this.detail = detail;
    Object.assign(this, more);
  }
}

const challenge = { 'WWW-Authenticate': 'Bearer realm="paizhao"' };

export class TokenMissing extends ApiError {
  constructor() {
    super('token-missing', 401, 'the request carries no bearer token', { headers: challenge });
  }
}

export class TokenInvalid extends ApiError {
  constructor() {
    super('token-invalid', 401, 'the bearer token is unknown, expired or revoked', {
      headers: { 'WWW-Authenticate': `${challenge['WWW-Authenticate']}, error="invalid_token"` },
    });
  }
}

export class RoleNotAllowed extends ApiError {
  constructor(action: string, roles: readonly string[], allowed: readonly string[]) {
    super(
      'role-not-allowed',
      403,
      `"${action}" is not for ${roles.length > 0 ? roles.join(', ') : 'a token without roles'}`,
      {
        details: { action, allowed },
      },
    );
  }
}

export class IdempotencyKeyMissing extends ApiError {
  constructor() {
    super('idempotency-key-missing', 400, 'a command needs the header Idempotency-Key', {
      pointer: '#header/idempotency-key',
    });
  }
}

export class IdempotencyKeyInvalid extends ApiError {
  constructor() {
    super('idempotency-key-invalid', 400, 'Idempotency-Key must be 1 to 200 printable ASCII characters', {
      pointer: '#header/idempotency-key',
    });
  }
}

/** The key was used before, for something else. */
export class IdempotencyKeyReused extends ApiError {
  constructor() {
    super('idempotency-key-reused', 422, 'this Idempotency-Key was used for another request', {
      pointer: '#header/idempotency-key',
    });
  }
}

export class CommandInFlight extends ApiError {
  constructor() {
    super('command-in-flight', 409, 'the same command is being carried out right now', {
      headers: { 'Retry-After': '1' },
    });
  }
}

/** PostgreSQL cannot be reached; what was asked may or may not have been kept. */
export class RecordUnavailable extends ApiError {
  constructor() {
    super('record-unavailable', 503, 'the record does not answer', { headers: { 'Retry-After': '5' } });
  }
}

/** The command is on record; the token's text was shown then and is not kept. */
export class TokenAlreadyShown extends ApiError {
  constructor(tokenId: string) {
    super('token-already-shown', 409, 'this token was issued and shown before', { details: { tokenId } });
  }
}

export class MalformedJson extends ApiError {
  constructor() {
    super('malformed-json', 400, 'the body is not JSON', { pointer: '' });
  }
}

/** The form is broken, or carries more than one file. */
export class MalformedForm extends ApiError {
  constructor(detail: string) {
    super('malformed-form', 400, detail, { pointer: '' });
  }
}

export class FileMissing extends ApiError {
  constructor() {
    super('file-missing', 422, 'the form carries no file', { pointer: '/file' });
  }
}

export class BodyTooLarge extends ApiError {
  constructor(limit: string) {
    super('body-too-large', 413, `the body is larger than ${limit}`, { pointer: '' });
  }
}

export class MediaTypeUnsupported extends ApiError {
  constructor(expected: string) {
    super('media-type-unsupported', 415, `this endpoint takes ${expected}`, {
      pointer: '#header/content-type',
      details: { expected },
    });
  }
}

export class RouteNotFound extends ApiError {
  constructor() {
    super('route-not-found', 404, 'there is nothing at this address, or not for this method');
  }
}

/** The input does not have the shape that the endpoint documents; every fault is listed at once. */
export class RequestInvalid extends ApiError {
  constructor(errors: ProblemEntry[]) {
    const first = errors[0];
    const codes = new Set(errors.map((entry) => entry.code));
    const oneKind = first !== undefined && codes.size === 1;
    super(
      oneKind ? first.code : 'request-invalid',
      422,
      oneKind ? first.detail : `${errors.length} things are wrong with the request`,
      {
        errors,
        ...(first ? { pointer: first.pointer } : {}),
        ...(first ? { remedy: first.remedy } : {}),
      },
    );
  }
}
