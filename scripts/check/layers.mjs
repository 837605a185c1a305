/**
 * Usage: node scripts/check/layers.mjs
 * Checks who imports whom, and that every rule still fires on the fixture that breaks it.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root } from '../setup/paths.mjs';
import { sourceFiles } from '../setup/sources.mjs';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const ENVIRONMENT_RULE = 'config-reads-environment';
const problems = [];

const project = await violationsIn(root, ['apps', 'workflows', 'activities', 'libs']);
for (const { rule, from, to } of project) problems.push(`${from} imports ${to}: ${rule} – ${reasonOf(rule)}`);
for (const file of environmentReaders(root, sourceFiles()))
  problems.push(`${file} reads process.env: only libs/config may`);

const fixture = join(root, 'test', 'fixtures', 'layers');
const fixtureFiles = readdirSync(fixture, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'));
const fired = new Set((await violationsIn(fixture, ['.'])).map(({ rule, from }) => `${rule} in ${from}`));
for (const file of environmentReaders(fixture, fixtureFiles)) fired.add(`${ENVIRONMENT_RULE} in ${file}`);
const expected = new Set(fixtureFiles.flatMap((file) => brokenRules(file).map((rule) => `${rule} in ${file}`)));

for (const one of expected) if (!fired.has(one)) problems.push(`the fixture no longer breaks ${one}`);
for (const one of fired) if (!expected.has(one)) problems.push(`the fixture breaks what it does not announce: ${one}`);
for (const name of [...rules.forbidden.map((rule) => rule.name), ENVIRONMENT_RULE]) {
  if (![...expected].some((one) => one.startsWith(`${name} in `))) problems.push(`no fixture breaks the rule ${name}`);
}

for (const problem of problems) console.error(problem);
console.log(
  `layers: ${rules.forbidden.length + 1} rules, ${expected.size} breaches in the fixture found, ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

async function violationsIn(baseDir, folders) {
  const options = {
    ...rules.options,
    baseDir,
    ruleSet: { forbidden: rules.forbidden, options: rules.options },
    validate: true,
    tsConfig: { fileName: join(root, 'tsconfig.json') },
  };
  const { output } = await cruise(folders, options);
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** A fixture file says in its first line which rules it breaks: `// breaks: core-is-pure`. */
function brokenRules(file) {
  const [firstLine = ''] = readFileSync(join(fixture, file), 'utf8').split('\n');
  return /^\/\/ breaks: (.*)$/.exec(firstLine)?.[1].split(', ') ?? [];
}

function environmentReaders(base, files) {
  const readers = files.filter((file) => file.endsWith('.ts') && !file.startsWith('libs/config/'));
  return readers.filter((file) =>
    /\bprocess\s*\.\s*env\b|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/.test(readFileSync(join(base, file), 'utf8')),
  );
}

function reasonOf(name) {
  return rules.forbidden.find((rule) => rule.name === name)?.comment ?? '';
}
