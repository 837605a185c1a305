import type { NextFunction, Request, Response } from 'express';
import { BodyTooLarge } from '../problems/api-errors.js';

/**
 * Refuses a body that is too large as soon as that is known: the parsers would read it to its end first. What counts is
 * what arrives; how large a packed body is unpacked the parsers look at themselves.
 *
 * @param types those that the parsers read; every other body is left alone
 */
export function largeBodies(types: readonly string[], limit: number) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!request.is([...types])) {
      next();
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      next(new BodyTooLarge('1 MB'));
      return;
    }
    let bytes = 0;
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= limit) return;
      request.off('data', count);
      next(new BodyTooLarge('1 MB'));
    };
    // Together with the parser, which begins to read in this same moment.
    request.on('data', count);
    next();
  };
}
