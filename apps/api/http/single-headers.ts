import type { NextFunction, Request, Response } from 'express';
import { HeaderRepeated } from '../problems/api-errors.js';

/** What decides who asks and what is done: Node would take the first one, and whoever stands before us perhaps the last. */
const single = new Set([
  'authorization',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'transfer-encoding',
]);

/** Refuses a request in which such a header stands twice. */
export function singleHeaders({ rawHeaders }: Request, _response: Response, next: NextFunction): void {
  const seen = new Set<string>();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    if (!single.has(name)) continue;
    if (seen.has(name)) {
      next(new HeaderRepeated(name));
      return;
    }
    seen.add(name);
  }
  next();
}
