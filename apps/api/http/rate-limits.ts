/** How fast one caller may ask: so many at once, and so many a second from then on. */
export interface Rate {
  perSecond: number;
  burst: number;
}

export interface Limits {
  /** Of each bearer, whatever the number of tokens. */
  bearers: Rate;
  /** Of each address from which nobody is known: pages without a token, and tokens that are none. */
  strangers: Rate;
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

/** More callers than this at once, and those who have asked for nothing of late are forgotten. */
const mostBuckets = 10_000;

/**
 * Buckets that fill with time, one per caller. They are of this process: several processes behind one address allow as
 * many times as much.
 */
export class RateLimits {
  private readonly buckets = new Map<string, Bucket>();

  /** @param limits null where nothing is limited @param now milliseconds that only grow */
  constructor(
    private readonly limits: Limits | null,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one; null where nothing is limited. */
  take(kind: keyof Limits, caller: string): Taken | null {
    if (!this.limits) return null;
    const rate = this.limits[kind];
    const key = `${kind} ${caller}`;
    const level = this.levelOf(this.buckets.get(key), rate);
    const allowed = level >= 1;
    const left = allowed ? level - 1 : level;
    this.buckets.delete(key); // so that the map is in the order of the last use
    this.buckets.set(key, { level: left, at: this.now() });
    if (this.buckets.size > mostBuckets) this.forgetOldest();
    return {
      rate,
      allowed,
      remaining: Math.floor(left),
      nextIn: Math.ceil(Math.max(0, 1 - left) / rate.perSecond),
      fullIn: Math.ceil((rate.burst - left) / rate.perSecond),
    };
  }

  private levelOf(bucket: Bucket | undefined, { perSecond, burst }: Rate): number {
    if (!bucket) return burst;
    return Math.min(burst, bucket.level + ((this.now() - bucket.at) / 1_000) * perSecond);
  }

  private forgetOldest(): void {
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
