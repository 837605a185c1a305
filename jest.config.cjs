const { unit, integration, workflows, stories } = require('./test/support/spec-folders.cjs');

const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    target: 'es2023',
    keepClassNames: true,
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
  sourceMaps: true,
};

/** Packages published as ESM only, which Jest must turn into CommonJS before it can load them. */
const esmOnly = [
  '@nestjs',
  'jose',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  'uint8array-extras',
  '@borewit',
  'load-esm',
  'postal-mime',
];

const shared = {
  testEnvironment: '<rootDir>/test/support/own-realm.cjs',
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc] },
  resolver: '<rootDir>/test/support/typescript-first.cjs',
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.paizhao/'],
};

const specsIn = (folders) => folders.map((folder) => `<rootDir>/${folder}/**/*.spec.ts`);

/** `unit` needs nothing but Node; `server` starts one PostgreSQL and one Temporal server for all its files. */
module.exports = {
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: specsIn(unit),
    },
    {
      ...shared,
      displayName: 'server',
      testMatch: specsIn([...integration, ...workflows, ...stories]),
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
