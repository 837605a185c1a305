const fc = require('fast-check');

/** Under mutation testing a property is asked, and a random life lived, thousands of times. */
fc.configureGlobal({ numRuns: 25 });
process.env.PAIZHAO_MODEL_RUNS ??= '40';
