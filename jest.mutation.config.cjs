const { projects } = require('./jest.config.cjs');
const [{ displayName, testMatch, ...unit }] = projects;

/** The specs of the core alone: nothing there needs a server. Those that read sources would read mutants. */
module.exports = {
  ...unit,
  testMatch: ['<rootDir>/libs/{calendar,domain,rulebook}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/purity\\.spec\\.ts$'],
};
