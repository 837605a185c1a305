import { agenda, fold, type LicenseEntry, lawOfLicense, licenseAsOf } from '../../../libs/domain/index.js';
import { cpuSeconds } from '../cpu-time.js';
import { percentile } from '../figures.js';
import type { HttpClient } from '../http-client.js';
import { type LicenseQuestion, timesOf } from './questions.js';

/** Of one kind of question; `all` in ms, in the order in which they were asked. */
export interface Latencies {
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  all: number[];
}

export const latenciesOf = (all: number[]): Latencies => ({
  p50Ms: percentile(all, 0.5),
  p95Ms: percentile(all, 0.95),
  p99Ms: percentile(all, 0.99),
  all,
});

/** A kind of question beside the plain one that it is compared with, asked in turn, so that whatever slows one slows both. */
export interface Compared {
  name: string;
  plainName: string;
  asked: Latencies;
  plain: Latencies;
  /** Processor time of the api for one question, in ms; null where the system does not tell (it does on Linux). */
  apiMs: number | null;
  plainApiMs: number | null;
}

interface Pair {
  asked: string;
  plain: string;
}

const warmUp = 0.1;

/** @param apiPid whose processor time is looked at */
export async function compared(
  names: { name: string; plainName: string },
  pairs: readonly Pair[],
  { http, apiPid }: { http: HttpClient; apiPid: number },
): Promise<Compared> {
  for (const { asked, plain } of pairs.slice(0, Math.ceil(pairs.length * warmUp))) {
    await http.get(asked);
    await http.get(plain);
  }
  const [asked, plain]: [number[], number[]] = [[], []];
  for (const pair of pairs) {
    plain.push(await timed(() => http.get(pair.plain)));
    asked.push(await timed(() => http.get(pair.asked)));
  }
  // Processor time comes in hundredths of a second: of many at a stretch.
  const apiMs = await spentOn(apiPid, pairs, ({ asked: path }) => http.get(path));
  const plainApiMs = await spentOn(apiPid, pairs, ({ plain: path }) => http.get(path));
  return { ...names, asked: latenciesOf(asked), plain: latenciesOf(plain), apiMs, plainApiMs };
}

async function spentOn(
  pid: number,
  pairs: readonly Pair[],
  ask: (pair: Pair) => Promise<unknown>,
): Promise<number | null> {
  const before = cpuSeconds(pid);
  for (const pair of pairs) await ask(pair);
  const after = cpuSeconds(pid);
  return before === null || after === null ? null : ((after - before) * 1000) / pairs.length;
}

async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

export interface InLibrary {
  asked: Latencies;
  bare: Latencies;
}

/** The answer alone, without a server: state and agenda as of both times, and beside it a fold of the entries known by then. */
export async function inLibrary(questions: readonly LicenseQuestion[]): Promise<InLibrary> {
  const [asked, bare]: [number[], number[]] = [[], []];
  for (const round of ['warm', 'counted'] as const)
    for (const { license, ...asOf } of questions) {
      const entries = license.entries as unknown as readonly LicenseEntry[];
      const known = entries.filter(({ recordedAt }) => recordedAt <= asOf.knownOn);
      const plain = await timed(() => fold(license.licenseId, known));
      const answer = await timed(() => {
        const past = licenseAsOf(license.licenseId, entries, asOf);
        if (past) agenda(past.state, { law: lawOfLicense(past.state), today: asOf.validOn });
      });
      if (round === 'warm') continue;
      bare.push(plain);
      asked.push(answer);
    }
  return { asked: latenciesOf(asked), bare: latenciesOf(bare) };
}

export const pathOf = ({ license, ...asOf }: LicenseQuestion): string =>
  `/licenses/${license.licenseId}/state?${timesOf(asOf)}`;
