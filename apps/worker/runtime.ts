import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;

/** Sends the SDK's own words to our log, and lets the usual signals end the workers in good order. */
export function installRuntime(log: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }: LogEntry) => log[levels[level]](plain(meta), message)),
    shutdownSignals: ['SIGINT', 'SIGTERM'],
    telemetryOptions: { logging: { forward: {}, filter: 'temporalio_sdk_core=WARN' } },
  });
}

/** Errors by name and message only; ids stay. */
function plain(meta: Record<string, unknown> = {}): object {
  const { error, workflowId, taskQueue, workflowType, activityType, attempt } = meta;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : error;
  return { error: said, workflowId, taskQueue, workflowType, activityType, attempt };
}
