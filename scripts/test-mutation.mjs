/**
 * Usage: node scripts/test-mutation.mjs [folder of the core, part of one, or file]…
 * Changes the core's code in thousands of small ways and sees whether a spec notices that needs no server. Takes hours:
 * libs/domain goes in parts, and what did not change since the last run is not tried again, so a run that was stopped
 * is gone on with. Fails where less than 90 % of what was asked for is noticed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE, partsNamed, resultsOf } from './mutation/parts.mjs';
import { root } from './setup/paths.mjs';
import { reportProblem, SetupProblem } from './setup/problem.mjs';
import { ensureSetup } from './setup.mjs';

const LEAST_SHARE = 0.9;

async function main() {
  const asked = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CORE);
  const unknown = asked.find((name) => partsNamed(name).length === 0);
  if (unknown) {
    const known = Object.entries(CORE).flatMap(([folder, parts]) => [folder, ...parts.map(({ name }) => name)]);
    const names = [...new Set(known)].join(', ');
    throw new SetupProblem(`${unknown} is no part of the core.`, `Name a file, or some of: ${names}.`);
  }
  await ensureSetup({ build: false, temporal: false });
  for (const part of asked.flatMap(partsNamed)) {
    if ((await mutate(part)) !== 0) process.exitCode = 1;
  }
  for (const name of asked) report(name, partsNamed(name));
}

function mutate(part) {
  const program = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const env = { ...process.env, MUTATED_PART: part.name };
  const child = spawn(process.execPath, [program, 'run'], { cwd: root, env, stdio: 'inherit' });
  return new Promise((done) => child.on('close', (status) => done(status ?? 1)));
}

/** A folder's share is that of all its parts together. */
function report(name, parts) {
  const results = parts.map((part) => ({ name: part.name, ...countsOf(part) }));
  if (results.length > 1) for (const result of results) console.log(`  ${lineOf(result)}`);
  const noticed = results.reduce((sum, result) => sum + result.noticed, 0);
  const tried = results.reduce((sum, result) => sum + result.tried, 0);
  console.log(lineOf({ name, noticed, tried }));
  if (tried === 0 || noticed / tried < LEAST_SHARE) process.exitCode = 1;
}

/** Of the mutants that a test could notice; those that hang are noticed. */
function countsOf(part) {
  const file = join(root, `${resultsOf(part)}.json`);
  if (!existsSync(file)) return { noticed: 0, tried: 0 };
  const mutants = Object.values(JSON.parse(readFileSync(file, 'utf8')).files).flatMap((each) => each.mutants);
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
  return { noticed, tried: noticed + missed };
}

function lineOf({ name, noticed, tried }) {
  if (tried === 0) return `${name}: no result`;
  return `${name}: ${((100 * noticed) / tried).toFixed(1)} % of ${tried} mutants noticed`;
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
