/**
 * Usage: node scripts/check.mjs [step …]
 * What CI runs beside the tests. One line per step with its seconds; the output of a step only when it fails.
 */
import { join } from 'node:path';
import { run } from './setup/command.mjs';
import { root } from './setup/paths.mjs';
import { reportProblem } from './setup/problem.mjs';
import { beQuiet } from './setup/progress.mjs';
import { ensureSetup } from './setup.mjs';

const packaged = (...path) => join(root, 'node_modules', ...path);
const ownScript = (name) => [join(root, 'scripts', ...name.split('/'))];

/** The slow ones first, so that the two lanes end together. */
const STEPS = {
  promises: [packaged('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
  drift: ownScript('check/drift.mjs'),
  documents: ownScript('check/documents.mjs'),
  layers: ownScript('check/layers.mjs'),
  'mail-templates': ownScript('check/mail-templates.mjs'),
  'dead-code': [packaged('knip', 'bin', 'knip.js'), '--no-progress'],
  types: [packaged('tsc7', 'bin', 'tsc'), '--noEmit', '-p', join(root, 'tsconfig.json')],
  compose: ownScript('check-compose.mjs'),
  'format-and-lint': [
    packaged('@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--error-on-warnings',
    '--max-diagnostics=50',
    '.',
  ],
};
const LANES = 2;

const REMEDIES = {
  'mail-templates': 'node scripts/check/mail-templates.mjs --write makes them anew',
  documents: 'node scripts/check/documents.mjs --write makes them anew',
  'format-and-lint': 'npx biome check --write . mends what can be mended by itself',
};

async function main() {
  beQuiet(true);
  await ensureSetup({ build: false, temporal: false });
  const asked = process.argv.slice(2);
  const queue = Object.keys(STEPS).filter((name) => asked.length === 0 || asked.includes(name));
  const failed = [];
  const lane = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) if (!(await passes(name))) failed.push(name);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  console.log(failed.length === 0 ? 'check: clean' : `check: failed in ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

async function passes(name) {
  const startedAt = Date.now();
  const { status, output } = await run(process.execPath, STEPS[name], { cwd: root });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${seconds}s  ${name}`);
  if (status !== 0) console.log(`${output.trim()}\n${REMEDIES[name] ?? ''}`.trim());
  return status === 0;
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
