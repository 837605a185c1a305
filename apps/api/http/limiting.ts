import type { Request, Response } from 'express';
import { TooManyRequests } from '../problems/api-errors.js';
import { type Limits, RateLimits, type Taken } from './rate-limits.js';

/** Counts each request for its bearer, or for the address that it comes from, and says in headers how many are left. */
export class Limiting {
  constructor(private readonly limits: RateLimits) {}

  /** @throws TooManyRequests */
  bearer(name: string, response: Response): void {
    said('bearers', this.limits.take('bearers', name), response);
  }

  /** @throws TooManyRequests */
  stranger(request: Request, response: Response): void {
    said('strangers', this.limits.take('strangers', request.ip ?? 'unknown'), response);
  }
}

/** As draft-ietf-httpapi-ratelimit-headers writes them: the policy, and where the caller stands. */
function said(policy: keyof Limits, taken: Taken | null, response: Response): void {
  if (!taken) return;
  const { rate, allowed, remaining, nextIn, fullIn } = taken;
  const window = Math.ceil(rate.burst / rate.perSecond);
  response.set('RateLimit-Policy', `"${policy}";q=${rate.burst};w=${window}`);
  response.set('RateLimit', `"${policy}";r=${remaining};t=${allowed ? fullIn : nextIn}`);
  if (!allowed) throw new TooManyRequests(Math.max(1, nextIn));
}
