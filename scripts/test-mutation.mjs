/**
 * Usage: node scripts/test-mutation.mjs [Stryker arguments, such as --mutate libs/calendar/*.ts]
 * Changes the core's code in thousands of small ways and sees whether a test notices. Takes an hour or more on two
 * cores; what did not change since the last run is not tried again. Fails below the share that stryker.config.mjs sets.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { reportProblem } from './setup/problem.mjs';
import { ensureSetup } from './setup.mjs';

const FOLDERS = ['libs/calendar', 'libs/domain', 'libs/rulebook'];

async function main() {
  await ensureSetup({ build: false, temporal: false });
  const program = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const child = spawn(process.execPath, [program, 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  process.exitCode = await new Promise((done) => child.on('close', (status) => done(status ?? 1)));
  report(JSON.parse(readFileSync(join(root, '.paizhao', 'mutation', 'report.json'), 'utf8')));
}

/** Of the mutants that tests could notice; those that do not load are no mutants. */
function report({ files }) {
  for (const folder of FOLDERS) {
    const mutants = Object.entries(files)
      .filter(([file]) => file.startsWith(`${folder}/`))
      .flatMap(([, file]) => file.mutants);
    const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
    if (noticed + missed > 0)
      console.log(
        `${folder}: ${((100 * noticed) / (noticed + missed)).toFixed(1)} % of ${noticed + missed} mutants noticed`,
      );
  }
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
