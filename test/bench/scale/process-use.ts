import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds } from '../cpu-time.js';

export interface Watched {
  name: string;
  pid: number;
}

/** What one process, its children included, used in a time. Null where the system does not tell (it does on Linux). */
export interface Use {
  cpuSeconds: number | null;
  /** The most that was seen; memory that several share counts in parts (PSS). */
  peakBytes: number | null;
  /** At the end. */
  bytes: number | null;
}

export type UseByProcess = Record<string, Use>;

const everyMs = 2_000;

/** Looks at the processes' memory all the time, and at what they used when it is stopped. */
export class UseWatch {
  private readonly begunAt = performance.now();
  private readonly before: Map<string, number | null>;
  private readonly peaks = new Map<string, number>();
  private readonly stopping = new AbortController();
  private readonly looking: Promise<void>;

  constructor(private readonly processes: readonly Watched[]) {
    this.before = new Map(processes.map(({ name, pid }) => [name, cpuSeconds(pid)]));
    this.looking = this.look();
  }

  async stop(): Promise<{ seconds: number; use: UseByProcess }> {
    this.stopping.abort();
    await this.looking;
    this.note();
    const seconds = (performance.now() - this.begunAt) / 1000;
    const use = this.processes.map(({ name, pid }): [string, Use] => {
      const [before = null, after] = [this.before.get(name), cpuSeconds(pid)];
      const used = before === null || after === null ? null : after - before;
      return [name, { cpuSeconds: used, peakBytes: this.peaks.get(name) ?? null, bytes: memoryOf(pid) }];
    });
    return { seconds, use: Object.fromEntries(use) };
  }

  private async look(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.note();
      await pause(everyMs, undefined, { signal: this.stopping.signal }).catch(() => undefined); // told to stop
    }
  }

  private note(): void {
    for (const { name, pid } of this.processes) {
      const bytes = memoryOf(pid);
      if (bytes !== null) this.peaks.set(name, Math.max(bytes, this.peaks.get(name) ?? 0));
    }
  }
}

/** Of a process and its children; of this process without them. */
export function memoryOf(pid: number): number | null {
  const own = shareOf(pid);
  if (own === null || pid === process.pid) return own;
  return childrenOf(pid).reduce((sum, child) => sum + (shareOf(child) ?? 0), own);
}

/** proc(5): proportional set size, in KiB. */
function shareOf(pid: number): number | null {
  try {
    const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return found === undefined ? null : Number(found) * 1024;
  } catch {
    return null; // no /proc here, or the process is gone
  }
}

function childrenOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return []; // no /proc here, or the process is gone
  }
}
