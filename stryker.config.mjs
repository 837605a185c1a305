import { partsNamed, resultsOf } from './scripts/mutation/parts.mjs';

/** One part of the core per run; `npm run test:mutation` goes through them and judges the shares. */
const [part] = partsNamed(process.env.MUTATED_PART ?? 'libs/calendar');

export default {
  testRunner: 'core-specs',
  plugins: ['./scripts/mutation/runner.mjs'],
  coverageAnalysis: 'perTest',
  mutate: part.mutate,
  // Mutants of constants that are built when a module loads would need a new process each.
  ignoreStatic: true,
  concurrency: 2,
  // A busy machine is no reason to call a mutant noticed: many times what the runner spends on one, and most loops are
  // found by the count of their rounds.
  timeoutMS: 40_000,
  timeoutFactor: 0.1,
  incremental: true,
  incrementalFile: `${resultsOf(part)}.incremental.json`,
  tempDirName: '.paizhao/mutation/sandbox',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `${resultsOf(part)}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  ignorePatterns: ['dist', '.paizhao', 'test/replay/histories', 'coverage'],
};
