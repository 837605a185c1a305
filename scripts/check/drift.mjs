/**
 * Usage: node scripts/check/drift.mjs
 * Runs the migrations on a throw-away PostgreSQL; fails when the entities then still ask for another schema, or when
 * the migrations cannot be taken back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/paths.mjs';
import { reportProblem } from '../setup/problem.mjs';
import { beQuiet } from '../setup/progress.mjs';
import { ensureSetup } from '../setup.mjs';

const built = (file) => import(pathToFileURL(join(root, 'dist', file)).href);

async function main() {
  beQuiet(true);
  await ensureSetup({ temporal: false });
  const { Supervisor } = await built('apps/standalone/supervise.js');
  const { startPostgres } = await built('apps/standalone/postgres.js');
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-drift-'));
  const supervisor = await Supervisor.claim(folder);
  supervisor.stopOnSignals(130);
  try {
    const { url } = await startPostgres(supervisor, {
      folder: join(folder, 'postgres'),
      throwAway: true,
      installation: root,
    });
    process.exitCode = (await agrees(url)) ? 0 : 1;
  } finally {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function agrees(url) {
  const { migrate, revertLast, schemaDrift } = await built('libs/persistence/migrate.js');
  const ran = await migrate(url);
  const pending = await schemaDrift(url);
  for (const statement of pending) console.error(`the entities ask for: ${statement}`);
  for (const _ of ran) await revertLast(url);
  const again = await migrate(url);
  if (again.length !== ran.length) console.error(`${ran.length - again.length} migrations were not taken back`);
  console.log(`drift: ${ran.length} migrations up, down and up again, ${pending.length} statements pending`);
  return pending.length === 0 && again.length === ran.length;
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
