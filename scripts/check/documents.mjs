/**
 * Usage: node scripts/check/documents.mjs [--write]
 * Compares the documents that are made from the code (law page, JSON Schema of packs, table of access) with the files, or writes them.
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
  const stale = made.filter(([path, text]) => contentOf(path) !== text);
  if (process.argv.includes('--write')) {
    for (const [path, text] of stale) write(path, text);
    console.log(`documents: ${stale.length} of ${made.length} written`);
    return;
  }
  for (const [path] of stale) console.error(`${path} differs from what the code gives`);
  console.log(`documents: ${made.length} compared, ${stale.length} stale`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}

async function documentsOf(app) {
  const { documents } = await import(pathToFileURL(join(root, 'dist', 'apps', app, 'documents.js')).href);
  return Object.entries(documents(contentOf));
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
