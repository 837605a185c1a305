/** Usage: node scripts/build.mjs. Dependencies and dist/, without the local servers; the image is built with it. */
import { reportProblem } from './setup/problem.mjs';
import { sayUnlessQuiet } from './setup/progress.mjs';
import { ensureSetup } from './setup.mjs';

ensureSetup({ temporal: false }).then(
  () => sayUnlessQuiet('dist/ is up to date'),
  (error) => {
    process.exitCode = reportProblem(error);
  },
);
