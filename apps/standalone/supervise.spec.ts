import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify } from './process-identity.js';
import { type Child, Supervisor } from './supervise.js';

describe('a supervised process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-supervise-'));
  let supervisor: Supervisor;
  beforeAll(async () => {
    supervisor = await Supervisor.claim(folder);
  });
  afterAll(async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true });
  });

  const run = (code: string): Child =>
    supervisor.start({
      name: 'sample',
      program: process.execPath,
      args: ['-e', code],
      onUnexpectedExit: () => undefined,
    });

  it('that ends by itself takes with it what it started, at once: later the number of its group is another’s', async () => {
    const child = run(`
      const { spawn } = require('node:child_process');
      console.log(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }).pid);
      process.exit(3);`);
    await expect(child.ended).resolves.toBe('status 3');
    const grandchild = Number(readFileSync(child.logFile, 'utf8'));
    while (identify(grandchild)) await pause(10);
    expect(supervisor.children).toEqual([]);
  });

  it('that has ended is left alone when it is stopped', async () => {
    const child = run('');
    await child.ended;
    const kill = jest.spyOn(process, 'kill');
    await child.stop();
    expect(kill).not.toHaveBeenCalled();
    kill.mockRestore();
  });
});
