import tseslint from 'typescript-eslint';

/** Only what needs types: everything else is Biome's. */
export default tseslint.config(
  { ignores: ['dist*/**', '.paizhao/**', 'coverage/**', 'scripts/vendor/**'] },
  {
    files: ['{apps,activities,libs,workflows,test}/**/*.ts'],
    ignores: ['test/fixtures/**'],
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json' } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
);
