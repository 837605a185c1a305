const { projects, ...rest } = require('./jest.config.cjs');
const { stories } = require('./test/support/spec-folders.cjs');

const [unit, server] = projects;

/** As `npm test` runs all specs: those that are no long stories not each in a realm of its own, but together. */
module.exports = {
  ...rest,
  projects: [
    { ...unit, testMatch: ['<rootDir>/test/together/unit/*.spec.ts'] },
    {
      ...server,
      testMatch: [
        '<rootDir>/test/together/integration/*.spec.ts',
        '<rootDir>/test/together/workflows/*.spec.ts',
        ...stories.map((folder) => `<rootDir>/${folder}/**/*.spec.ts`),
      ],
    },
  ],
};
