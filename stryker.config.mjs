/** One folder of the core per run; `npm run test:mutation` goes through them. Data is locked by hash, not mutated. */
const folder = process.env.MUTATED_FOLDER ?? 'libs/calendar';
const results = `.paizhao/mutation/${folder.replace('/', '-')}`;

export default {
  testRunner: 'core-specs',
  plugins: ['./scripts/mutation/runner.mjs'],
  coverageAnalysis: 'perTest',
  mutate: [
    `${folder}/**/*.ts`,
    `!${folder}/**/*.spec.ts`,
    `!${folder}/**/index.ts`,
    '!libs/calendar/tables/**',
    '!libs/rulebook/packs/**',
    '!libs/rulebook/guides/**',
  ],
  // Mutants of constants that are built when a module loads would need a new process each.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: `${results}.incremental.json`,
  tempDirName: '.paizhao/mutation/sandbox',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `${results}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  ignorePatterns: ['dist', '.paizhao', 'test/replay/histories', 'coverage'],
  thresholds: { high: 95, low: 90, break: 90 },
};
