/** `npm run test:mutation`: does a test notice when the core's code is wrong? Data (packs, tables) is locked by hash. */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: [
    'libs/{calendar,domain,rulebook}/**/*.ts',
    '!libs/**/*.spec.ts',
    '!libs/**/index.ts',
    '!libs/calendar/tables/**',
    '!libs/rulebook/packs/**',
  ],
  // Mutants of constants that are built when a module loads would need a new process each.
  ignoreStatic: true,
  checkers: [],
  disableTypeChecks: false,
  concurrency: 2,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: '.paizhao/mutation/incremental.json',
  tempDirName: '.paizhao/mutation/sandbox',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: '.paizhao/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  ignorePatterns: ['dist', '.paizhao', 'test/replay', 'coverage', 'docs'],
  thresholds: { high: 95, low: 90, break: 90 },
};
