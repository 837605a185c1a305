import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchProcess } from './bench-process.js';
import { cpuSeconds, machineCpuSeconds } from './cpu-time.js';
import { percentile } from './figures.js';
import { runLoad } from './load.js';
import { type Part, type PartName, partNames } from './part.js';

/** Part of the machine's processor time. */
export const muchForOthers = 0.1;

/** What one part did in one round. */
export interface PartFigures {
  commandsPerSecond: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time per command by process, in ms; null where the system does not tell. */
  cpuMsPerCommand: Record<string, number | null>;
  /** Part of the machine's processor time that went to programs which are none of ours; null likewise. */
  othersShare: number | null;
  latenciesMs: number[];
}

export type Round = Record<PartName, PartFigures>;

export interface Measuring {
  parts: readonly Part[];
  processes: readonly BenchProcess[];
  callers: number;
  commands: number;
}

/** Every part once, one after the other, so that whatever slows the machine down for a while slows all of them. */
export async function measureRound(
  { parts, ...how }: Measuring,
  onPart: (name: PartName, figures: PartFigures) => void,
): Promise<Round> {
  const round: Partial<Round> = {};
  for (const part of parts) {
    const figures = await measurePart(part, how);
    round[part.name] = figures;
    onPart(part.name, figures);
  }
  return round as Round;
}

async function measurePart(
  part: Part,
  { processes, callers, commands }: Omit<Measuring, 'parts'>,
): Promise<PartFigures> {
  const act = await part.prepare(commands);
  const before = processorTimes(processes);
  const { seconds, latencies } = await runLoad({ callers, count: commands, act });
  const after = processorTimes(processes);
  const used = after.map((to, index) => difference(before[index] ?? null, to));
  const machine = used.pop() ?? null;
  const ours = used.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return {
    commandsPerSecond: commands / seconds,
    seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    cpuMsPerCommand: Object.fromEntries(
      processes.map(({ name }, index) => {
        const own = used[index] ?? null;
        return [name, own === null ? null : (1000 * own) / commands];
      }),
    ),
    othersShare: machine === null ? null : Math.max(0, machine - ours) / (seconds * cpus().length),
    latenciesMs: latencies.map((latency) => Math.round(latency * 100) / 100),
  };
}

/** Waits for a second in which the machine has next to nothing to do; returns at once where the system does not tell. */
export async function untilQuiet(): Promise<void> {
  for (let share = 1; share > muchForOthers; ) {
    const before = machineCpuSeconds();
    await pause(1_000);
    const used = difference(before, machineCpuSeconds());
    if (used === null) return;
    share = used / cpus().length;
  }
}

/** True where other programs used so much of the machine that the round's figures are theirs as well. */
export function isDisturbed(round: Round): boolean {
  return partNames.some((name) => (round[name].othersShare ?? 0) > muchForOthers);
}

/** Of each process, and of the whole machine last. */
function processorTimes(processes: readonly BenchProcess[]): (number | null)[] {
  return [...processes.map(({ pid }) => cpuSeconds(pid)), machineCpuSeconds()];
}

function difference(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : to - from;
}
