import { version } from '../../../libs/config/version.js';
import { type Machine, machine } from '../spread.js';
import type { Compared, InLibrary, Latencies } from './measure-as-of.js';
import type { StreamedList } from './measure-list.js';
import { seed } from './questions.js';

/** Highest p95 of one answer in ms that we are content with on a quiet machine of two cores. Printed, never asserted. */
export const asOfGoal = 50;

export interface AsOfResult {
  at: string;
  version: string;
  machine: Machine;
  settings: { seed: number; times: number; licenses: number; entries: number };
  library: InLibrary;
  questions: Compared[];
  list: StreamedList;
}

export function asOfResultOf(
  settings: Omit<AsOfResult['settings'], 'seed'>,
  measured: Pick<AsOfResult, 'library' | 'questions' | 'list'>,
): AsOfResult {
  return { at: new Date().toISOString(), version, machine: machine(), settings: { seed, ...settings }, ...measured };
}

export function asOfReportLines({ settings, machine, library, questions, list }: AsOfResult): string[] {
  const { times, licenses, entries } = settings;
  return [
    '',
    `${licenses} licenses on the list, ${entries} ledger entries (sample data); each question asked ${times} times, seed ${settings.seed}`,
    `${machine.cores} cores of ${machine.processor}, ${machine.platform}, Node ${machine.node}, shared by PostgreSQL, api and this process`,
    '',
    `${'ms'.padEnd(34)}   p50     p95     p99   api's processor`,
    line('a license, in the library', library.asked),
    line('  a bare fold', library.bare),
    `  ratio ${ratio(library.asked, library.bare)}`,
    ...questions.flatMap(({ name, plainName, asked, plain, apiMs, plainApiMs }) => [
      line(name, asked, apiMs),
      line(`  ${plainName}`, plain, plainApiMs),
      `  ratio ${ratio(asked, plain)}${verdict(asked)}`,
    ]),
    '',
    listLine(list),
    memoryLine(list),
    '',
  ];
}

function line(name: string, { p50Ms, p95Ms, p99Ms }: Latencies, apiMs: number | null = null): string {
  const figures = [p50Ms, p95Ms, p99Ms].map((ms) => ms.toFixed(1).padStart(8)).join('');
  return `${name.padEnd(32)}${figures}${apiMs === null ? '' : apiMs.toFixed(1).padStart(12)}`;
}

const ratio = (one: Latencies, other: Latencies): string => (one.p50Ms / other.p50Ms).toFixed(1);

const verdict = ({ p95Ms }: Latencies): string => `; p95 ≤ ${asOfGoal}: ${p95Ms <= asOfGoal ? 'met' : 'NOT met'}`;

function listLine({
  licenses,
  progress,
  bytes,
  firstLineMs,
  firstLicenseMs,
  seconds,
  cpuSeconds,
}: StreamedList): string {
  return (
    `the list: ${licenses} licenses in ${seconds.toFixed(1)} s (${Math.round(licenses / seconds)}/s, ` +
    `${cpuSeconds?.toFixed(1) ?? '?'} s of the api's processor), first line after ${firstLineMs.toFixed(0)} ms, first license ` +
    `after ${firstLicenseMs.toFixed(0)} ms, ${progress} lines of progress, ${(bytes / 2 ** 20).toFixed(1)} MB`
  );
}

const megabytes = (bytes: number | null): string => (bytes === null ? '?' : (bytes / 2 ** 20).toFixed(0));

const memoryLine = ({ memoryBefore, memoryPeak }: StreamedList): string =>
  `memory of the api: ${megabytes(memoryBefore)} MB before, ${megabytes(memoryPeak)} MB at most`;
