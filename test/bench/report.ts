import { version } from '../../libs/config/version.js';
import type { BenchProcess } from './bench-process.js';
import { median } from './figures.js';
import { muchForOthers, type PartFigures, type Round } from './measure.js';
import type { BenchOptions } from './options.js';
import { type PartName, partNames } from './part.js';
import { inWords, type Machine, machine, type Spread, spread } from './spread.js';

/** Lowest ratio to the bare workflow that we are content with. Printed, never asserted: a machine has bad days. */
export const goals: Record<PartName, number | null> = { bare: null, gateway: 0.8, http: 0.6 };

interface PartSummary {
  commandsPerSecond: Spread;
  /** To the bare part of the same round. */
  ratio: Spread;
  goal: number | null;
  p50Ms: number;
  p99Ms: number;
  cpuMsPerCommand: Record<string, number | null>;
}

export interface Result {
  at: string;
  version: string;
  machine: Machine;
  settings: { rounds: number; commands: number; callers: number; licenses: number; profiled: boolean };
  processes: BenchProcess[];
  summary: Record<PartName, PartSummary>;
  /** Part of the machine's processor time that went to programs which are none of ours; null where unknown. */
  othersShare: number | null;
  /** Rounds that do not count, because other programs used too much of the machine. */
  discarded: number;
  rounds: Round[];
}

export function resultOf(options: BenchOptions, processes: BenchProcess[], rounds: Round[], discarded: number): Result {
  const { callers, commands, licenses, profile } = options;
  return {
    at: new Date().toISOString(),
    version,
    machine: machine(),
    settings: { rounds: rounds.length, commands, callers, licenses, profiled: profile !== undefined },
    processes,
    summary: Object.fromEntries(partNames.map((name) => [name, summaryOf(name, rounds)])) as Result['summary'],
    othersShare: othersShareOf(rounds),
    discarded,
    rounds,
  };
}

function summaryOf(name: PartName, rounds: readonly Round[]): PartSummary {
  const own = rounds.map((round) => round[name]);
  return {
    commandsPerSecond: spread(own.map(({ commandsPerSecond }) => commandsPerSecond)),
    ratio: spread(rounds.map((round) => round[name].commandsPerSecond / round.bare.commandsPerSecond)),
    goal: goals[name],
    p50Ms: median(own.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(own.map(({ p99Ms }) => p99Ms)),
    cpuMsPerCommand: cpuOf(own),
  };
}

function cpuOf(figures: readonly PartFigures[]): Record<string, number | null> {
  const names = Object.keys(figures[0]?.cpuMsPerCommand ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const known = figures
        .map(({ cpuMsPerCommand }) => cpuMsPerCommand[name] ?? null)
        .filter((value) => value !== null);
      return [name, known.length === figures.length ? median(known) : null];
    }),
  );
}

function othersShareOf(rounds: readonly Round[]): number | null {
  const figures = rounds.flatMap((round) => partNames.map((name) => round[name]));
  if (figures.some(({ othersShare }) => othersShare === null)) return null;
  const used = figures.reduce((sum, { othersShare, seconds }) => sum + (othersShare ?? 0) * seconds, 0);
  return used / figures.reduce((sum, { seconds }) => sum + seconds, 0);
}

export function partLine(name: PartName, { commandsPerSecond, p50Ms, p99Ms, othersShare }: PartFigures): string {
  const latency = `p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms`;
  const others = (othersShare ?? 0) > muchForOthers ? `, other programs ${Math.round(100 * (othersShare ?? 0))} %` : '';
  return `${name.padEnd(7)} ${commandsPerSecond.toFixed(1).padStart(6)} commands/s, ${latency}${others}`;
}

/** The result as people read it. */
export function reportLines({ machine, settings, processes, summary, othersShare, discarded }: Result): string[] {
  const { rounds, commands, callers, licenses, profiled } = settings;
  return [
    '',
    `${callers} callers over ${licenses} open licenses; ${commands} commands of each part in each of ${rounds} rounds`,
    `${machine.cores} cores of ${machine.processor}, ${machine.platform}, Node ${machine.node}, shared by:`,
    ...processes.map(({ name, does }) => `  ${name.padEnd(12)} ${does}`),
    ...(profiled ? ['api and workers were profiled, which makes them slower'] : []),
    '',
    'part      commands/s (lowest–highest)   ratio (lowest–highest)    goal            p50 ms   p99 ms',
    ...partNames.map((name) => summaryLine(name, summary[name])),
    '',
    'Each figure is the median of the rounds; a ratio is to the bare workflow in the same round.',
    '',
    ...cpuLines(summary),
    ...(othersShare === null ? [] : [othersLine(othersShare)]),
    ...(discarded > 0 ? [`${discarded} more rounds do not count: other programs used too much of the machine.`] : []),
    '',
  ];
}

function summaryLine(name: PartName, { commandsPerSecond, ratio, goal, p50Ms, p99Ms }: PartSummary): string {
  const verdict = goal === null ? '' : `≥ ${goal} ${ratio.median >= goal ? 'met' : 'NOT met'}`;
  return [
    name.padEnd(8),
    inWords(commandsPerSecond, 1).padEnd(28),
    inWords(ratio, 2).padEnd(24),
    verdict.padEnd(14),
    p50Ms.toFixed(1).padStart(7),
    p99Ms.toFixed(1).padStart(8),
  ]
    .join('  ')
    .trimEnd();
}

/** Who used the processors. */
function cpuLines(summary: Result['summary']): string[] {
  const names = Object.keys(summary.bare.cpuMsPerCommand);
  const cell = (text: string) => text.padStart(13);
  return [
    `processor time per command, ms  ${names.map(cell).join('')}`,
    ...partNames.map((part) => {
      const cells = names.map((name) => cell(summary[part].cpuMsPerCommand[name]?.toFixed(1) ?? '?'));
      return `  ${part.padEnd(30)}${cells.join('')}`;
    }),
  ];
}

function othersLine(share: number): string {
  const used = `Other programs used ${Math.round(share * 100)} % of the processors meanwhile`;
  return share > muchForOthers ? `${used}: repeat this on a quiet machine.` : `${used}.`;
}
