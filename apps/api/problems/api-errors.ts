import type { ProblemEntry, ProblemSource } from './problem.js';

/** An error that only the HTTP border knows, with a status of its own. */
export abstract class ApiError extends Error implements ProblemSource {
  readonly detail: string;
  readonly pointer?: string;
  readonly remedy?: string;
  readonly zh?: NonNullable<ProblemSource['zh']>;
  readonly errors?: ProblemEntry[];
  readonly details?: Record<string, unknown>;
  readonly headers?: Record<string, string>;

  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    more: Partial<Pick<ProblemSource, 'pointer' | 'remedy' | 'zh' | 'errors' | 'details' | 'headers'>> = {},
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

/** A change must say what it changes: somebody else's would be lost. */
export class VersionRequired extends ApiError {
  constructor() {
    super('version-required', 428, 'a change here needs the header If-Match', { pointer: '#header/if-match' });
  }
}

export class IfMatchInvalid extends ApiError {
  constructor() {
    super('if-match-invalid', 400, 'If-Match must be one ETag in its quotes, or *', { pointer: '#header/if-match' });
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

/** The webhook's secret was shown when the command was carried out, and is not shown again. */
export class SecretAlreadyShown extends ApiError {
  constructor(webhookId: string) {
    super('secret-already-shown', 409, 'this secret was made and shown before', { details: { webhookId } });
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

export class NestedTooDeep extends ApiError {
  constructor(levels: number) {
    super('nested-too-deep', 422, `the body is nested deeper than ${levels} levels`, { pointer: '' });
  }
}

export class BodyTooLarge extends ApiError {
  constructor(limit: string) {
    super('body-too-large', 413, `the body is larger than ${limit}`, { pointer: '' });
  }
}

/** It would be read differently by whoever takes the first one and whoever takes the last. */
export class FieldRepeated extends ApiError {
  constructor(pointer: string) {
    super('field-repeated', 422, 'the same field stands twice in one object', { pointer });
  }
}

export class HeaderRepeated extends ApiError {
  constructor(name: string) {
    super('header-repeated', 400, `the header ${name} stands twice in the request`, {
      pointer: `#header/${name}`,
    });
  }
}

export class BodyTooSlow extends ApiError {
  constructor(detail: string) {
    super('body-too-slow', 408, detail, {
      headers: { Connection: 'close' },
    });
  }
}

/** The bearer, or for strangers the address, has asked more than the limit allows. */
export class TooManyRequests extends ApiError {
  constructor(retryAfterSeconds: number) {
    super('too-many-requests', 429, 'more requests than the limit allows', {
      headers: { 'Retry-After': String(retryAfterSeconds) },
    });
  }
}

/** The bearer keeps as many answers open as one may. */
export class TooManyOwnStreams extends ApiError {
  constructor(most: number) {
    super('too-many-own-streams', 429, `${most} answers to you are open already`, {
      details: { most },
      headers: { 'Retry-After': '5' },
    });
  }
}

export class MethodNotAllowed extends ApiError {
  constructor(allowed: readonly string[]) {
    super('method-not-allowed', 405, `this address takes ${allowed.join(', ')}`, {
      details: { allowed },
      headers: { Allow: allowed.join(', ') },
    });
  }
}

export class MailMissing extends ApiError {
  constructor() {
    super('mail-missing', 400, 'the body holds no mail', {
      pointer: '',
      remedy: 'Send the mail that came back as the body, with Content-Type: message/rfc822.',
    });
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
    super('route-not-found', 404, 'there is nothing at this address');
  }
}

/** Faults that one answer lists; more are only counted. */
const mostFaults = 50;

/** The input does not have the shape that the endpoint documents; every fault is said at once. */
export class RequestInvalid extends ApiError {
  constructor(faults: ProblemEntry[]) {
    const { code, detail, errors, first, alike } = together(
      faults,
      'request-invalid',
      `${faults.length} things are wrong with the request`,
    );
    const zh = alike ? first?.zh : howMany(faults.length);
    super(code, 422, detail, {
      errors,
      ...(zh ? { zh } : {}),
      ...(first ? { pointer: first.pointer, remedy: first.remedy } : {}),
      ...(faults.length > errors.length ? { details: { faults: faults.length } } : {}),
    });
  }
}

/** In Chinese, that several things are wrong. */
export const howMany = (faults: number): NonNullable<ProblemSource['zh']> => ({ detail: `请求有 ${faults} 处错误` });

/** Several faults as one problem: named after what they are where all are alike, else by the general code. */
export function together(
  faults: ProblemEntry[],
  code: string,
  detail: string,
): { code: string; detail: string; errors: ProblemEntry[]; first: ProblemEntry | undefined; alike: boolean } {
  const [first] = faults;
  const alike = first !== undefined && faults.every((fault) => fault.code === first.code);
  return {
    code: alike ? first.code : code,
    detail: alike ? first.detail : detail,
    errors: faults.slice(0, mostFaults),
    first,
    alike,
  };
}
