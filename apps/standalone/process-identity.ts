import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the system's own form; compared, never read. */
  born: string;
}

/** The identity of a living process; undefined when there is none with this number. */
export function identify(pid: number): ProcessIdentity | undefined {
  const born = process.platform === 'linux' ? birthOnLinux(pid) : birthElsewhere(pid);
  return born === undefined ? undefined : { pid, born };
}

/** True while exactly this process lives, not another one with its number. */
export function isAlive(process: ProcessIdentity): boolean {
  return identify(process.pid)?.born === process.born;
}

/** The boot and the tick of the process's start. A zombie has ended, whatever its entry says. */
function birthOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return state === 'Z' || state === 'X' ? undefined : `${boot}/${rest[18]}`;
  } catch {
    return undefined; // no such process
  }
}

function birthElsewhere(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined; // ps fails when there is no such process
  }
}
