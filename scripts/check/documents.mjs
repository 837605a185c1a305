/**
 * Usage: node scripts/check/documents.mjs [--write]
 * Compares the documents that are made from the code (law page, JSON Schema of packs, table of access, description of the API
 * and its client) with the files, or writes them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/paths.mjs';
import { reportProblem } from '../setup/problem.mjs';
import { beQuiet } from '../setup/progress.mjs';
import { ensureSetup } from '../setup.mjs';

async function main() {
  beQuiet(true);
  await ensureSetup({ temporal: false });
  const made = (await Promise.all(['cli', 'api'].map(documentsOf))).flat();
  made.push(await clientTypes(made));
  const stale = made.filter(([path, text]) => contentOf(path) !== text);
  if (process.argv.includes('--write')) {
    for (const [path, text] of stale) write(path, text);
    console.log(`documents: ${stale.length} of ${made.length} written`);
    return;
  }
  for (const [path] of stale) console.error(`${path} differs from what the code gives`);
  const lacking = await gaps();
  for (const gap of lacking) console.error(gap);
  console.log(
    `documents: ${made.length} compared, ${stale.length} stale; the API lacks ${lacking.length} examples or descriptions`,
  );
  process.exitCode = stale.length === 0 && lacking.length === 0 ? 0 : 1;
}

const built = (app) => import(pathToFileURL(join(root, 'dist', 'apps', app, 'documents.js')).href);

async function documentsOf(app) {
  const { documents } = await built(app);
  return Object.entries(await documents(contentOf));
}

/** What endpoints do not say of themselves. */
async function gaps() {
  const { gaps: find } = await built('api');
  return find();
}

/** The typed client's half that is made from the description of the API. */
async function clientTypes(made) {
  const [, description] = made.find(([path]) => path === 'docs/openapi.json');
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const document = JSON.parse(description);
  document.components.parameters['Idempotency-Key'].required = false; // the client gives one where its caller does not
  const types = astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
  return [
    'libs/client/schema.ts',
    `/** Made from docs/openapi.json: node scripts/check/documents.mjs --write */\n${types}`,
  ];
}

/** Null where there is no such file yet. */
function contentOf(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
