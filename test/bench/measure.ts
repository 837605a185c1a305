import type { BenchProcess } from './bench-process.js';
import { cpuSeconds, machineCpuSeconds } from './cpu-time.js';
import { percentile } from './figures.js';
import { runLoad } from './load.js';
import type { Part, PartName } from './part.js';

/** What one part did in one round. */
export interface PartFigures {
  commandsPerSecond: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time per command by process, in ms, with `others` for all that is not ours; null where unknown. */
  cpuMsPerCommand: Record<string, number | null>;
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
  const cpuMs = Object.entries(after).map(([name, to]): [string, number | null] => {
    const from = before[name] ?? null;
    return [name, from === null || to === null ? null : (1000 * (to - from)) / commands];
  });
  return {
    commandsPerSecond: commands / seconds,
    seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    cpuMsPerCommand: Object.fromEntries(cpuMs),
    latenciesMs: latencies.map((latency) => Math.round(latency * 100) / 100),
  };
}

function processorTimes(processes: readonly BenchProcess[]): Record<string, number | null> {
  const ours = processes.map(({ name, pid }) => [name, cpuSeconds(pid)] as const);
  const sum = ours.reduce((total, [, seconds]) => total + (seconds ?? 0), 0);
  const machine = machineCpuSeconds();
  return { ...Object.fromEntries(ours), others: machine === null ? null : machine - sum };
}
