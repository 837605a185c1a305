/**
 * Usage: node scripts/run.mjs <start|demo|bench|chaos|fuzz|tamper|migrate|paizhao|replay-live> [arguments]
 * Does the set-up that is missing, then runs that program of the build in this process.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goCompiler } from './setup/go.mjs';
import { root } from './setup/paths.mjs';
import { reportProblem } from './setup/problem.mjs';
import { beQuiet } from './setup/progress.mjs';
import { schemathesis } from './setup/schemathesis.mjs';
import { ensureSetup } from './setup.mjs';

/** What each command runs; `temporal` marks those that start a Temporal server of their own, `fuzzer` and `go` those that need Schemathesis and a Go compiler. */
const PROGRAMS = {
  start: { entry: 'apps/standalone/main.js', temporal: true },
  demo: { entry: 'apps/demo/main.js', temporal: true },
  bench: { entry: 'test/bench/main.js', temporal: true },
  chaos: { entry: 'test/chaos/run/main.js', temporal: true },
  fuzz: { entry: 'test/fuzz/run/main.js', temporal: true, fuzzer: true },
  tamper: { entry: 'test/tamper/run/main.js', temporal: false, go: true },
  migrate: { entry: 'apps/migrate/main.js', temporal: false },
  paizhao: { entry: 'apps/cli/main.js', temporal: false },
  'replay-live': { entry: 'apps/replay-live/main.js', temporal: false },
};

async function main() {
  const [command, ...args] = process.argv.slice(2);
  const program = PROGRAMS[command];
  if (!program) throw new Error(`unknown command "${command}": one of ${Object.keys(PROGRAMS).join(', ')}`);
  beQuiet(true);
  const inProcess = command === 'bench' && (args.includes('core') || args.includes('verify')); // these ask no server
  const { temporal } = await ensureSetup({ temporal: program.temporal && !inProcess });
  const entry = join(root, 'dist', program.entry);
  process.setSourceMapsEnabled(true);
  const fuzzer = program.fuzzer ? [`--schemathesis=${await schemathesis()}`] : [];
  const go = program.go ? [`--go=${await goCompiler()}`] : [];
  process.argv = [
    process.argv[0],
    entry,
    ...args,
    ...(temporal ? [`--temporal-cli=${temporal}`] : []),
    ...fuzzer,
    ...go,
  ];
  await import(pathToFileURL(entry).href);
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
