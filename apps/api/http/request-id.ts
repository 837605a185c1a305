import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** UUIDs, and trace ids of W3C Trace Context: logs hold the id, and in any other a caller may write a name or a number. */
const usable = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;
const key = Symbol('request id');

type Marked = Request & { [key]?: string };

/** Gives every request an id, the caller's own where it is usable, and says in the answer which: logs know it by no other. */
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
