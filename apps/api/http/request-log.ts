import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { type LogContext, withLogContext } from '../../../libs/log/index.js';
import { requestIdOf } from './request-id.js';
import { loggedPath, wordsOfAddresses } from './shown-path.js';

const license = /^\/(?:simulation\/)?licenses\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/;

/**
 * One line per answered request: no query, no body, no header, and of the path what is the product's own, so no personal
 * data and no token. It and every other
 * line of the request carry its id, the license's, and the command's once that is known.
 */
export function requestLog(log: Logger) {
  let words: ReadonlySet<string> | undefined;
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    const path = request.originalUrl.split('?')[0] ?? '';
    const licenseId = license.exec(path)?.[1];
    const context: LogContext = { requestId: requestIdOf(request), ...(licenseId ? { licenseId } : {}) };
    response.on('finish', () => {
      words ??= wordsOfAddresses(request.app);
      const entry = {
        ...context,
        method: request.method,
        path: loggedPath(request.originalUrl, words),
        status: response.statusCode,
        ms: Number((process.hrtime.bigint() - started) / 10_000n) / 100,
        ...(response.locals.problemCode ? { code: response.locals.problemCode as string } : {}),
      };
      if (request.path.startsWith('/health')) log.debug(entry, 'answered');
      else log.info(entry, 'answered');
    });
    withLogContext(context, next);
  };
}
