import type { NextFunction, Request, Response } from 'express';

/** So long somebody who is answered may go on sending, to have read the answer first. */
const graceMs = 2_000;

/**
 * Who is refused in the middle of a large body gets the answer at once. What is sent on is thrown away, and soon the
 * connection ends: nobody may send a gigabyte for nothing, and one that is cut off at once would not see the answer.
 */
export function unreadBody(request: Request, response: Response, next: NextFunction): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.resume();
    const timer = setTimeout(() => request.socket.destroy(), graceMs);
    timer.unref();
    request.once('end', () => clearTimeout(timer));
  });
  next();
}
