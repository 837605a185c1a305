import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const usable = /^[A-Za-z0-9._-]{8,100}$/;
const key = Symbol('request id');

type Marked = Request & { [key]?: string };

/** Gives every request an id, the caller's own where it is usable, and says it in the answer. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const id = given !== undefined && usable.test(given) ? given : randomUUID();
  (request as Marked)[key] = id;
  response.set('X-Request-Id', id);
  next();
}

export function requestIdOf(request: Request): string {
  return (request as Marked)[key] ?? 'unknown';
}
