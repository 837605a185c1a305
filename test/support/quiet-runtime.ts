import { DefaultLogger, Runtime } from '@temporalio/worker';

let installed = false;

/** Failures are the tests' subject: their log lines would only hide others. The SDK's runtime is one per process. */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
  });
}
