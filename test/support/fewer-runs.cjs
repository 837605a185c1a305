const fc = require('fast-check');

/** Under mutation testing a property is asked thousands of times. */
fc.configureGlobal({ numRuns: 25 });
