import { version } from '../../../libs/config/version.js';
import type { BenchOptions } from '../options.js';
import { type Machine, machine } from '../spread.js';
import type { Latencies } from './commands-on-sleepers.js';
import type { UseByProcess } from './process-use.js';
import type { Measured } from './scale-measure.js';
import type { Results, ScaleState } from './scale-state.js';

export interface ScaleResult {
  at: string;
  version: string;
  machine: Machine;
  settings: { licenses: number; idleSeconds: number; windowMinutes: number };
  results: Results;
}

export function scaleResultOf(
  { licenses, results }: Pick<ScaleState, 'licenses' | 'results'>,
  { idleSeconds, windowMinutes }: Pick<BenchOptions, 'idleSeconds' | 'windowMinutes'>,
): ScaleResult {
  const settings = { licenses, idleSeconds, windowMinutes };
  return { at: new Date().toISOString(), version, machine: machine(), settings, results };
}

/** The result as people read it; parts that are not measured are left out. */
export function scaleReportLines({ machine: m, settings, results }: ScaleResult): string[] {
  const { a, b, c, d } = results;
  return [
    '',
    `${settings.licenses} licenses; ${m.cores} cores of ${m.processor}, ${m.platform}, Node ${m.node}`,
    ...(a ? sleepersLines(a) : []),
    ...(b ? newYearLines(b) : []),
    ...(c ? commandsLines(c) : []),
    ...(d ? lifeLines(d) : []),
    '',
  ];
}

function sleepersLines(a: NonNullable<Results['a']>): string[] {
  const { idle, bytesPerLicense } = a;
  return [
    '',
    'a. registered in bulk, asleep',
    `  imported           ${rateOf(a.imported)}`,
    `  workflows started  ${rateOf(a.started)}; then ${a.settleSeconds.toFixed(0)} s until nothing waited`,
    `  stored per license PostgreSQL ${kilobytes(bytesPerLicense.postgres)}, Temporal ${kilobytes(bytesPerLicense.temporal)}`,
    `    ${a.tables.map(({ table, bytes }) => `${table} ${kilobytes(bytes / a.licenses)}`).join(', ')}`,
    ...useLines('processor time per import, ms', a.imported),
    ...useLines('processor time per start, ms', a.started),
    `  ${idle.seconds.toFixed(0)} idle seconds: memory, and share of one core`,
    ...Object.entries(idle.use).map(
      ([name, use]) =>
        `    ${name.padEnd(12)} ${megabytes(use.bytes).padStart(10)} ${shareOf(use.cpuSeconds, idle.seconds)}`,
    ),
    `    PostgreSQL meanwhile: ${(idle.database.transactions / idle.seconds).toFixed(1)} transactions/s; rows read by whole scans/s: ${scansOf(idle)}`,
  ];
}

function scansOf({ seconds, database }: NonNullable<Results['a']>['idle']): string {
  const read = database.scans.filter(({ rows }) => rows > 0);
  if (read.length === 0) return 'none';
  return read.map(({ table, rows }) => `${table} ${(rows / seconds).toFixed(1)}`).join(', ');
}

function newYearLines(b: NonNullable<Results['b']>): string[] {
  const { wave, delaySeconds } = b;
  return [
    '',
    `b. a reminder of all of them on one day (${b.day}, rung ${b.rung}), spread over ${b.windowMinutes} minutes`,
    `  the last of ${b.expected} mails left after ${minutes(wave.seconds)}; lost ${b.lost}, doubled ${b.doubled}`,
    `  after a license's own moment: p50 ${delaySeconds.p50.toFixed(0)} s, p99 ${delaySeconds.p99.toFixed(0)} s, the longest ${delaySeconds.longest.toFixed(0)} s`,
    `  mails in each minute: ${b.perMinute.join(' ')}`,
    ...(b.toldLate > 0 ? [`  ${b.toldLate} licenses learned of it only after the window had begun`] : []),
    ...(b.lateSeconds > 0 ? [`  the worker was ready ${b.lateSeconds.toFixed(0)} s after the window had begun`] : []),
    ...useLines('processor time per license, ms', wave),
    '  the most memory',
    ...Object.entries(wave.use).map(([name, use]) => `    ${name.padEnd(12)} ${megabytes(use.peakBytes).padStart(10)}`),
  ];
}

function commandsLines({ asleep, awake, asleepAtOnce }: NonNullable<Results['c']>): string[] {
  return [
    '',
    'c. commands through HTTP, each on a license of its own',
    '                              commands   per second   p50 ms   p99 ms',
    latencyLine('asleep, no worker holds it', asleep),
    latencyLine('the same at once again', awake),
    latencyLine(`others asleep, ${asleepAtOnce.callers} callers`, asleepAtOnce),
  ];
}

function latencyLine(name: string, { commands, perSecond, p50Ms, p99Ms }: Latencies): string {
  const cells = [String(commands).padStart(8), perSecond.toFixed(1).padStart(12)];
  return `  ${name.padEnd(28)}${cells.join(' ')}${p50Ms.toFixed(0).padStart(9)}${p99Ms.toFixed(0).padStart(9)}`;
}

type Phase = NonNullable<Results['d']>['phases'][number];

/** Columns of a phase, and how wide they are. */
const columns: readonly [string, number, (phase: Phase) => number][] = [
  ['days', 6, ({ license }) => license.days],
  ['commands', 9, ({ license }) => license.commands],
  ['wake-ups', 9, ({ license }) => license.wakeUps],
  ['mails', 6, ({ license }) => license.messages],
  ['actions', 8, ({ license }) => license.actions],
  ['events', 7, ({ license }) => license.events],
  ['bytes', 8, ({ license }) => license.bytes],
  ['| poll: actions', 16, ({ poll }) => poll.actions],
  ['events', 7, ({ poll }) => poll.events],
  ['bytes', 9, ({ poll }) => poll.bytes],
];

function lifeLines({ phases, poll }: NonNullable<Results['d']>): string[] {
  const line = (name: string, cell: (column: (typeof columns)[number]) => string | number) =>
    `  ${name.padEnd(46)}${columns.map((column) => String(cell(column)).padStart(column[1])).join('')}`;
  return [
    '',
    'd. one life in Temporal, and what only looking every day costs, its commands and mails not counted',
    line('phase', ([title]) => title),
    ...phases.map((phase) => line(phase.name, ([, , of]) => of(phase))),
    line('the whole life', ([, , of]) => phases.reduce((sum, phase) => sum + of(phase), 0)),
    `  the poll ran for ${poll.days} days: ${poll.actions} actions, ${poll.events} events, ${poll.bytes} bytes`,
  ];
}

const rateOf = ({ count, seconds }: Measured): string =>
  `${count} in ${seconds.toFixed(0)} s: ${(count / seconds).toFixed(1)}/s`;

function useLines(title: string, { count, use }: Measured): string[] {
  const each = (cpu: number | null) => (cpu === null ? '?' : ((1000 * cpu) / count).toFixed(1));
  return [
    `  ${title}: ${Object.entries(use)
      .map(([name, { cpuSeconds }]) => `${name} ${each(cpuSeconds)}`)
      .join(', ')}`,
  ];
}

const shareOf = (cpuSeconds: number | null, seconds: number): string =>
  cpuSeconds === null ? '?' : `${((100 * cpuSeconds) / seconds).toFixed(1)} %`.padStart(8);

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const megabytes = (bytes: UseByProcess[string]['bytes']): string =>
  bytes === null ? '?' : `${(bytes / 1e6).toFixed(0)} MB`;
const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
};
