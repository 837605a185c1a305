/**
 * Usage: node scripts/setup.mjs [--quiet]
 * Does the set-up that is missing in this checkout, and nothing when nothing is missing:
 * dependencies from the lock file, the build, the Temporal server. Needs Node and npm only
 * (and Python 3 once, where Temporal's own download site cannot be reached).
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIsReady, ensureBuild } from './setup/build.mjs';
import { dependenciesAreReady, ensureDependencies } from './setup/dependencies.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { checkMachine, checkNode } from './setup/node-version.mjs';
import { reportProblem } from './setup/problem.mjs';
import { beQuiet, sayUnlessQuiet } from './setup/progress.mjs';
import { temporalBinary } from './setup/temporal.mjs';

export { temporalBinary };

/**
 * @param {{ temporal?: boolean, build?: boolean }} needs what the command about to run needs besides the dependencies
 * @returns {Promise<{ temporal?: string }>} the path of the Temporal CLI, unless TEMPORAL_ADDRESS is set
 * @throws {SetupProblem}
 */
export async function ensureSetup({ temporal = true, build = true } = {}) {
  checkNode();
  checkMachine();
  const ready = () => dependenciesAreReady() && (!build || buildIsReady());
  if (!ready()) {
    await withSetupLock(async () => {
      await ensureDependencies();
      if (build) await ensureBuild();
    });
  }
  return temporal ? { temporal: await temporalBinary() } : {};
}

async function main() {
  beQuiet(process.argv.includes('--quiet'));
  await ensureSetup();
  sayUnlessQuiet('set-up is complete');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    process.exitCode = reportProblem(error);
  });
}
