/** Where specs stand, by what they need. */
module.exports = {
  /** Nothing but Node. */
  unit: ['activities', 'apps', 'libs', 'scripts', 'test/bench', 'test/fuzz', 'test/tamper', 'workflows'],
  /** PostgreSQL, and some of them Temporal. */
  integration: ['test/integration'],
  /** These too; workflows on workers of their own. */
  workflows: ['test/replay', 'test/workflow'],
  /** These too; long stories, each with processes or time of its own. */
  stories: ['test/chaos', 'test/e2e', 'test/lives'],
};
