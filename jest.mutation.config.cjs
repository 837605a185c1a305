const { projects } = require('./jest.config.cjs');
const [{ displayName, testMatch, ...unit }] = projects;

/** The specs of the folder that is mutated: none needs a server. Those that read sources would read mutants. */
module.exports = {
  ...unit,
  testMatch: [`<rootDir>/${process.env.MUTATED_FOLDER ?? 'libs/calendar'}/**/*.spec.ts`],
  // Each mutant starts Jest anew: it need not look through the whole tree.
  roots: ['<rootDir>/libs', '<rootDir>/test/support'],
  setupFiles: ['<rootDir>/test/support/fewer-runs.cjs'],
  testPathIgnorePatterns: ['/node_modules/', '/purity\\.spec\\.ts$', '/host-zones\\.spec\\.ts$'],
};
