const { availableParallelism } = require('node:os');
const { projects, ...rest } = require('./jest.config.cjs');

const [unit, server] = projects;

/** As `npm test` runs all specs: not each in a realm of its own, but together; a worker more than cores, since many wait. */
module.exports = {
  ...rest,
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/test/support/interleaved.cjs',
  projects: [
    { ...unit, testMatch: ['<rootDir>/test/together/unit/*.spec.ts'] },
    {
      ...server,
      testMatch: [
        '<rootDir>/test/together/integration/*.spec.ts',
        '<rootDir>/test/together/workflows/*.spec.ts',
        '<rootDir>/test/together/stories/*.spec.ts',
      ],
    },
  ],
};
