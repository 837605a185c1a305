/**
 * Usage: node scripts/test-mutation.mjs [libs/calendar] [libs/rulebook] [libs/domain]
 * Changes the core's code in thousands of small ways and sees whether a spec notices that needs no server. Takes about an
 * hour on two cores; what did not change since the last run is not tried again. Fails below the share in
 * stryker.config.mjs.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { reportProblem, SetupProblem } from './setup/problem.mjs';
import { ensureSetup } from './setup.mjs';

const FOLDERS = ['libs/calendar', 'libs/rulebook', 'libs/domain'];

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.find((folder) => !FOLDERS.includes(folder));
  if (unknown) throw new SetupProblem(`${unknown} is no folder of the core.`, `Name some of: ${FOLDERS.join(', ')}.`);
  await ensureSetup({ build: false, temporal: false });
  const lines = [];
  for (const folder of asked.length > 0 ? asked : FOLDERS) {
    const status = await mutate(folder);
    lines.push(scoreOf(folder));
    if (status !== 0) process.exitCode = 1;
  }
  console.log(lines.join('\n'));
}

function mutate(folder) {
  const program = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const env = { ...process.env, MUTATED_FOLDER: folder };
  const child = spawn(process.execPath, [program, 'run'], { cwd: root, env, stdio: 'inherit' });
  return new Promise((done) => child.on('close', (status) => done(status ?? 1)));
}

/** Of the mutants that a test could notice; those that hang are noticed. */
function scoreOf(folder) {
  const file = join(root, '.paizhao', 'mutation', `${folder.replace('/', '-')}.json`);
  if (!existsSync(file)) return `${folder}: no result`;
  const mutants = Object.values(JSON.parse(readFileSync(file, 'utf8')).files).flatMap((each) => each.mutants);
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
  return `${folder}: ${((100 * noticed) / (noticed + missed)).toFixed(1)} % of ${noticed + missed} mutants noticed`;
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
