/** Usage: node scripts/temporal-path.mjs. Prints the path of the Temporal CLI, fetching it first if need be; nothing when TEMPORAL_ADDRESS is set. */

import { reportProblem } from './setup/problem.mjs';
import { temporalBinary } from './setup/temporal.mjs';

try {
  process.stdout.write((await temporalBinary()) ?? '');
} catch (error) {
  process.exitCode = reportProblem(error);
}
