import { setTimeout as pause } from 'node:timers/promises';
import type { LicenseStanding } from '../persistence/index.js';
import type { Gateway } from './gateway.js';

export interface RefreshDeps {
  gateway: Pick<Gateway, 'refresh' | 'describe'>;
  /** `LicenseRepository`. */
  licenses: { standings(after: string | null, limit?: number): Promise<LicenseStanding[]> };
}

export interface RefreshOptions {
  /** One license; null: all that have not ended. */
  licenseId: string | null;
  perSecond: number;
  /**
   * UTC instant: runs that began at it or later are left alone, so that a refresh that was cut off goes on where it
   * was. Simulated licenses, whose runs begin in a time of their own, are always asked. Null: all.
   */
  begunBefore: string | null;
  /** Told after each license. */
  onAsked?: (asked: Refreshed, number: number) => void;
  signal?: AbortSignal;
}

/** `no-workflow`: none runs, which `heal` mends. `fresh`: its run began late enough. `failed`: with the error's text. */
export interface Refreshed {
  licenseId: string;
  outcome: 'refreshed' | 'fresh' | 'no-workflow' | 'failed';
  error?: string;
}

export interface RefreshReport {
  refreshed: number;
  fresh: number;
  /** Licenses that were not refreshed although they are open. */
  left: Refreshed[];
}

/**
 * Asks open licenses to continue as new, at a set rate, so that no run is left that an older build began. What a
 * license does meanwhile goes first: each takes it up when it is idle. Safe to run at any time and again.
 */
export async function refresh(deps: RefreshDeps, options: RefreshOptions): Promise<RefreshReport> {
  const report: RefreshReport = { refreshed: 0, fresh: 0, left: [] };
  let asked = 0;
  let next = Date.now();
  for await (const standing of openLicenses(deps, options.licenseId)) {
    options.signal?.throwIfAborted();
    await pause(Math.max(0, next - Date.now()));
    next = Math.max(next, Date.now()) + 1_000 / options.perSecond;
    const one = await refreshOne(deps, standing, options.begunBefore);
    asked += 1;
    if (one.outcome === 'refreshed' || one.outcome === 'fresh') report[one.outcome] += 1;
    else report.left.push(one);
    options.onAsked?.(one, asked);
  }
  return report;
}

type Asked = Pick<LicenseStanding, 'licenseId' | 'simulated'>;

async function* openLicenses({ licenses }: RefreshDeps, licenseId: string | null): AsyncGenerator<Asked> {
  if (licenseId !== null) {
    yield { licenseId, simulated: true };
    return;
  }
  for (let after: string | null = null; ; ) {
    const page: LicenseStanding[] = await licenses.standings(after);
    for (const standing of page) if (!standing.ended) yield standing;
    after = page.at(-1)?.licenseId ?? null;
    if (after === null) return;
  }
}

/** One license's failure is no reason to leave the others. */
async function refreshOne({ gateway }: RefreshDeps, asked: Asked, begunBefore: string | null): Promise<Refreshed> {
  const { licenseId, simulated } = asked;
  try {
    if (begunBefore !== null && !simulated) {
      const run = await gateway.describe(licenseId);
      if (run?.running && run.begunAt >= begunBefore) return { licenseId, outcome: 'fresh' };
    }
    return { licenseId, outcome: (await gateway.refresh(licenseId)) ? 'refreshed' : 'no-workflow' };
  } catch (error) {
    return { licenseId, outcome: 'failed', error: reasonOf(error) };
  }
}

/** The SDK says only that an Update failed; its cause says why, such as a build that knows none of this name. */
function reasonOf(error: unknown): string {
  const told = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return told instanceof Error ? told.message : String(told);
}
