/** Usage: node scripts/dev.mjs. `npm start` that builds and starts again whenever a source changes. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { reportProblem } from './setup/problem.mjs';
import { say } from './setup/progress.mjs';

const QUIET_MS = 300;
let running;
let timer;
let stopping = false;

async function restart() {
  await stop();
  if (stopping) return;
  running = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'start', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    detached: true,
  });
}

function stop() {
  const child = running;
  running = undefined;
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  child.kill('SIGTERM');
  return new Promise((done) => child.once('exit', done));
}

function main() {
  for (const folder of ['apps', 'activities', 'libs', 'workflows']) {
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (!file || file.endsWith('.spec.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        say(`${join(folder, file)} changed: starting again`);
        void restart();
      }, QUIET_MS);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      void stop().then(() => process.exit(0));
    });
  }
  return restart();
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
