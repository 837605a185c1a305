import type { NextFunction, Request, Response } from 'express';
import { BodyTooSlow } from '../problems/api-errors.js';

/** Whoever sends a body byte by byte holds a connection, and nothing more, for so long. */
export function slowBodies(limitMs: number) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.readableEnded || !hasBody(request)) {
      next();
      return;
    }
    const timer = setTimeout(() => {
      next(new BodyTooSlow(limitMs / 1_000));
    }, limitMs);
    const over = () => clearTimeout(timer);
    request.once('end', over).once('close', over);
    response.once('close', over);
    next();
  };
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
