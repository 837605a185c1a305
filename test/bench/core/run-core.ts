import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * How fast the pure core answers, on one core and without a server. In a process of its own, whose zone is Shanghai's:
 * chinese-days, with which its answers are compared, is right on hosts near UTC and there only.
 */
export async function runCore(args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'core-process.js'), ...args], {
    env: { TZ: 'Asia/Shanghai' },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The core was not measured.');
}
