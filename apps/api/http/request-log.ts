import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { requestIdOf } from './request-id.js';
import { shownPath } from './shown-path.js';

/** One line per answered request: no query, no body, no header, so no personal data and no token. */
export function requestLog(log: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    response.on('finish', () => {
      const entry = {
        requestId: requestIdOf(request),
        method: request.method,
        path: shownPath(request),
        status: response.statusCode,
        ms: Number((process.hrtime.bigint() - started) / 10_000n) / 100,
        ...(response.locals.problemCode ? { code: response.locals.problemCode as string } : {}),
      };
      if (request.path.startsWith('/health')) log.debug(entry, 'answered');
      else log.info(entry, 'answered');
    });
    next();
  };
}
