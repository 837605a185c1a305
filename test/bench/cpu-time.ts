import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const ticksPerSecond = 100;

/**
 * Seconds of processor time that a process and its children have used since they began, ended children included; of
 * this process itself without its children. Null where the system does not tell (it does on Linux).
 */
export function cpuSeconds(pid: number): number | null {
  const own = ticksOf(pid);
  if (!own) return null;
  if (pid === process.pid) return own.used / ticksPerSecond;
  const children = childrenOf(pid).reduce((sum, child) => sum + (ticksOf(child)?.used ?? 0), 0);
  return (own.used + own.endedChildren + children) / ticksPerSecond;
}

/** The same of the whole machine; what a hypervisor gave to others counts as used. */
export function machineCpuSeconds(): number | null {
  try {
    const total = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]?.split(' ').map(Number);
    if (!total) return null;
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = total;
    return (user + nice + system + irq + softirq + steal) / ticksPerSecond;
  } catch {
    return null; // no /proc here
  }
}

interface Ticks {
  parent: number;
  used: number;
  endedChildren: number;
}

/** proc(5): the fields after the command's name, which stands in parentheses and may hold anything. */
function ticksOf(pid: number): Ticks | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const field = (number: number) => fields[number - 3] ?? 0;
    return { parent: field(4), used: field(14) + field(15), endedChildren: field(16) + field(17) };
  } catch {
    return null; // no /proc here, or the process is gone
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => ticksOf(other)?.parent === pid);
}
