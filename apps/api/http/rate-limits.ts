/** How fast one caller may ask: so many at once, and so many a second from then on. */
export interface Rate {
  perSecond: number;
  burst: number;
}

export interface Limits {
  /** Of each bearer, whatever the number of tokens. */
  bearers: Rate;
  /** Of each network: requests without a token. */
  strangers: Rate;
  /** Of each network: tokens that were not good of late, until they are. */
  tokens: Rate;
}

export interface Taken {
  rate: Rate;
  /** False: one too many. */
  allowed: boolean;
  remaining: number;
  /** Seconds until there is one again, and until all are there again. */
  nextIn: number;
  fullIn: number;
}

interface Bucket {
  level: number;
  at: number;
}

/** More callers of a kind than this at once, and those who have asked for nothing of late are forgotten. */
const mostBuckets = 10_000;

/**
 * Buckets that fill with time, one per caller. They are of this process: several processes behind one address allow as
 * many times as much.
 */
export class RateLimits {
  /** Apart, so that strangers, of whom there may be any number, push out nobody who is known. */
  private readonly buckets: Record<keyof Limits, Map<string, Bucket>> = {
    bearers: new Map(),
    strangers: new Map(),
    tokens: new Map(),
  };

  /** @param limits null where nothing is limited @param now milliseconds that only grow */
  constructor(
    private readonly limits: Limits | null,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one; null where nothing is limited. */
  take(kind: keyof Limits, caller: string): Taken | null {
    if (!this.limits) return null;
    const rate = this.limits[kind];
    const buckets = this.buckets[kind];
    const level = this.levelOf(buckets.get(caller), rate);
    const allowed = level >= 1;
    const left = allowed ? level - 1 : level;
    buckets.delete(caller); // so that the map is in the order of the last use
    buckets.set(caller, { level: left, at: this.now() });
    if (buckets.size > mostBuckets) forgetOldest(buckets);
    return {
      rate,
      allowed,
      remaining: Math.floor(left),
      nextIn: Math.ceil(Math.max(0, 1 - left) / rate.perSecond),
      fullIn: Math.ceil((rate.burst - left) / rate.perSecond),
    };
  }

  /** Gives back one that was taken. */
  giveBack(kind: keyof Limits, caller: string): void {
    const bucket = this.buckets[kind].get(caller);
    if (bucket) bucket.level += 1;
  }

  private levelOf(bucket: Bucket | undefined, { perSecond, burst }: Rate): number {
    if (!bucket) return burst;
    return Math.min(burst, bucket.level + ((this.now() - bucket.at) / 1_000) * perSecond);
  }
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}
