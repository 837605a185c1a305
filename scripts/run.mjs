/**
 * Usage: node scripts/run.mjs <start|demo|bench|chaos|fuzz|migrate|paizhao|replay-live> [arguments]
 * Does the set-up that is missing, then runs that program of the build in this process.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup/paths.mjs';
import { reportProblem } from './setup/problem.mjs';
import { beQuiet } from './setup/progress.mjs';
import { schemathesis } from './setup/schemathesis.mjs';
import { ensureSetup } from './setup.mjs';

/** What each command runs; `temporal` marks those that start a Temporal server of their own, `fuzzer` those that need Schemathesis. */
const PROGRAMS = {
  start: { entry: 'apps/standalone/main.js', temporal: true },
  demo: { entry: 'apps/demo/main.js', temporal: true },
  bench: { entry: 'test/bench/main.js', temporal: true },
  chaos: { entry: 'test/chaos/run/main.js', temporal: true },
  fuzz: { entry: 'test/fuzz/run/main.js', temporal: true, fuzzer: true },
  migrate: { entry: 'apps/migrate/main.js', temporal: false },
  paizhao: { entry: 'apps/cli/main.js', temporal: false },
  'replay-live': { entry: 'apps/replay-live/main.js', temporal: false },
};

async function main() {
  const [command, ...args] = process.argv.slice(2);
  const program = PROGRAMS[command];
  if (!program) throw new Error(`unknown command "${command}": one of ${Object.keys(PROGRAMS).join(', ')}`);
  beQuiet(true);
  const inProcess = command === 'bench' && args.includes('core'); // the pure core asks no server
  const { temporal } = await ensureSetup({ temporal: program.temporal && !inProcess });
  const entry = join(root, 'dist', program.entry);
  process.setSourceMapsEnabled(true);
  const fuzzer = program.fuzzer ? [`--schemathesis=${await schemathesis()}`] : [];
  process.argv = [process.argv[0], entry, ...args, ...(temporal ? [`--temporal-cli=${temporal}`] : []), ...fuzzer];
  await import(pathToFileURL(entry).href);
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
