import { DefaultLogger, Runtime } from '@temporalio/worker';
import { globalHandlers } from '@temporalio/worker/lib/workflow/vm-shared.js';

let installed = false;

/** Failures are the tests' subject: their log lines would only hide others. The SDK's runtime is one per process. */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  // A replay on this thread would have the stack of every promise kept, until the process ends, for a debugger.
  globalHandlers.install = () => undefined;
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
  });
}
