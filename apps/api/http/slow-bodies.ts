import type { NextFunction, Request, Response } from 'express';
import { BodyTooSlow } from '../problems/api-errors.js';

/**
 * Whoever sends a body byte by byte holds a connection, and nothing more, for so long.
 *
 * @param limitMs for the whole of it @param idleMs of a form, whose file may be large and its line slow: so long without
 * anything of it
 */
export function slowBodies(limitMs: number, idleMs: number) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.readableEnded || !hasBody(request)) {
      next();
      return;
    }
    const tooSlow = (detail: string) => next(new BodyTooSlow(detail));
    const stop = request.is('multipart/form-data')
      ? whenIdle(request, idleMs, () => tooSlow(`nothing of the body arrived for ${idleMs / 1_000} seconds`))
      : whenOver(limitMs, () => tooSlow(`the body did not arrive within ${limitMs / 1_000} seconds`));
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
function whenIdle(request: Request, idleMs: number, act: () => void): () => void {
  let seen = request.socket.bytesRead;
  const timer = setInterval(() => {
    const { bytesRead } = request.socket;
    if (bytesRead === seen && request.readableLength === 0) {
      clearInterval(timer);
      act();
    }
    seen = bytesRead;
  }, idleMs);
  return () => clearInterval(timer);
}
