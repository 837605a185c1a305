import type { BenchProcess } from './bench-process.js';
import { cpuSeconds } from './cpu-time.js';
import { percentile } from './figures.js';
import { runLoad } from './load.js';
import type { Part, PartName } from './part.js';

/** What one part did in one round. */
export interface PartFigures {
  commandsPerSecond: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time per command by process, in ms; null where the system does not tell. */
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
  const before = processes.map(({ pid }) => cpuSeconds(pid));
  const { seconds, latencies } = await runLoad({ callers, count: commands, act });
  const cpuMs = processes.map(({ name, pid }, index): [string, number | null] => {
    const [from, to] = [before[index], cpuSeconds(pid)];
    return [name, from == null || to === null ? null : (1000 * (to - from)) / commands];
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
