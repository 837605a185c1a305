import type { NextFunction, Request, Response } from 'express';
import { BodyTooSlow } from '../problems/api-errors.js';

/** Of a form, whose file may be large and its line slow: so many bytes at least in each such time, and so long at most. */
export interface UploadPace {
  everyMs: number;
  leastBytes: number;
  mostMs: number;
}

/**
 * Whoever sends a body byte by byte holds a connection, and a place among the uploads, for so long and no longer.
 *
 * @param limitMs for the whole of a body that is no form
 */
export function slowBodies(limitMs: number, uploads: UploadPace) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.readableEnded || !hasBody(request)) {
      next();
      return;
    }
    const form = Boolean(request.is('multipart/form-data'));
    const { everyMs, leastBytes, mostMs } = uploads;
    const stops: (() => void)[] = [];
    const stop = (): void => stops.forEach((each) => void each());
    const end = (detail: string): void => {
      stop();
      next(new BodyTooSlow(detail));
    };
    const most = form ? mostMs : limitMs;
    stops.push(whenOver(most, () => end(`the body did not arrive within ${most / 1_000} seconds`)));
    if (form) {
      const detail = `less than ${leastBytes} bytes of the body arrived within ${everyMs / 1_000} seconds`;
      stops.push(whenSlow(request, uploads, () => end(detail)));
    }
    request.once('end', stop).once('close', stop);
    response.once('close', stop);
    next();
  };
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function whenOver(limitMs: number, act: () => void): () => void {
  const timer = setTimeout(act, limitMs);
  return () => clearTimeout(timer);
}

/** What has arrived and waits to be read here is no fault of the sender. */
function whenSlow(request: Request, { everyMs, leastBytes }: UploadPace, act: () => void): () => void {
  let seen = request.socket.bytesRead;
  const timer = setInterval(() => {
    const { bytesRead } = request.socket;
    if (bytesRead - seen < leastBytes && request.readableLength === 0) act();
    seen = bytesRead;
  }, everyMs);
  return () => clearInterval(timer);
}
