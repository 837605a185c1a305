import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { ApiError, TooManyRequests } from '../problems/api-errors.js';
import { networkOf } from './network-of.js';
import { type Limits, RateLimits, type Taken } from './rate-limits.js';

/** Tokens that are remembered as good; of more than these, those that were not used for longest are forgotten. */
const mostTokens = 10_000;

/** Counts each request for its bearer, or for the network that it comes from, and says in headers how many are left. */
export class Limiting {
  /** By their hashes. */
  private readonly good = new Set<string>();

  constructor(private readonly limits: RateLimits) {}

  /** @throws TooManyRequests */
  bearer(name: string, response: Response): void {
    said('bearers', this.limits.take('bearers', name), response);
  }

  /** @throws TooManyRequests */
  stranger(request: Request, response: Response): void {
    said('strangers', this.limits.take('strangers', networkOf(request.ip)), response);
  }

  /**
   * Looks up who bears a token. One that was not good of late is counted for its network before that, apart from pages
   * without a token, and given back once it is good: whoever tries tokens is stopped before the database is asked, and
   * shuts out nobody who is known. What does not concern the token (a database that is away) leaves it as good as it was.
   * @throws TooManyRequests, and what the look-up throws
   */
  async known<P>(token: string, request: Request, response: Response, lookUp: () => Promise<P>): Promise<P> {
    const hash = createHash('sha256').update(token).digest('base64');
    const network = networkOf(request.ip);
    const wasGood = this.good.has(hash);
    if (!wasGood) said('tokens', this.limits.take('tokens', network), response);
    try {
      const found = await lookUp();
      if (!wasGood) this.limits.giveBack('tokens', network);
      this.remember(hash);
      return found;
    } catch (error) {
      if (isRefusal(error) && this.good.delete(hash)) this.limits.take('tokens', network);
      throw error;
    }
  }

  private remember(hash: string): void {
    this.good.delete(hash); // so that the set is in the order of the last use
    this.good.add(hash);
    const [oldest] = this.good;
    if (this.good.size > mostTokens && oldest !== undefined) this.good.delete(oldest);
  }
}

/** The token itself is not taken, or nobody bears it; anything else says nothing of it. */
const isRefusal = (error: unknown): boolean => error instanceof ApiError && [401, 403].includes(error.status);

/** As draft-ietf-httpapi-ratelimit-headers writes them: the policy, and where the caller stands. */
function said(policy: keyof Limits, taken: Taken | null, response: Response): void {
  if (!taken) return;
  const { rate, allowed, remaining, nextIn, fullIn } = taken;
  const window = Math.ceil(rate.burst / rate.perSecond);
  response.set('RateLimit-Policy', `"${policy}";q=${rate.burst};w=${window}`);
  response.set('RateLimit', `"${policy}";r=${remaining};t=${allowed ? fullIn : nextIn}`);
  if (!allowed) throw new TooManyRequests(Math.max(1, nextIn));
}
