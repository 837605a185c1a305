import { randomUUID } from 'node:crypto';
import { type Client, isGrpcServiceError, ServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { licenseWorkflowId } from '../contracts/index.js';
import { DomainError } from '../domain/errors.js';
import { verdictOn } from './verdict.js';

const done = 2;
const failed = 3;
/** A poll waits at the server until there is something to say; one that says nothing for ever is given up. */
const pollMs = 5_000;

/** The server did not bring the license's clock forward. */
export class TimeNotSkipped extends DomainError {
  constructor(licenseId: string, why: string, options: ErrorOptions = {}) {
    super('time-not-skipped', 'unavailable', `The license's time could not be skipped: ${why}`, { licenseId });
    this.cause = options.cause;
  }
}

/**
 * Brings one license's clock forward by exactly `durationMs`, running everything that falls due on the way; for tests
 * and the demo, on a server that allows it. Open messages and a missing worker hold time back, so a limit of real time
 * applies. Never switched on without an end: an entity would run to the end of time.
 */
export async function skipTime(client: Client, licenseId: string, durationMs: number, limitMs = 60_000): Promise<void> {
  try {
    await client.withDeadline(Date.now() + limitMs, () => untilIdle(client, licenseId));
    await fastForward(client, licenseId, durationMs, limitMs);
  } catch (error) {
    const isOfServer =
      error instanceof ServiceError || isGrpcServiceError(error) || verdictOn(error).kind !== 'unknown';
    if (error instanceof TimeNotSkipped || !isOfServer) throw error;
    throw new TimeNotSkipped(licenseId, 'Temporal or the worker does not answer', { cause: error });
  }
}

/** As `skipTime`, for a workflow that is known to be idle. */
export async function fastForward(
  client: Client,
  licenseId: string,
  durationMs: number,
  limitMs = 60_000,
): Promise<void> {
  const { namespace } = client.options;
  const workflowExecution = { workflowId: licenseWorkflowId(licenseId) };
  const id = randomUUID();
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: 10_000,
        fastForwardConfig: { id, duration: msToTs(durationMs) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const deadline = Date.now() + limitMs;
  for (;;) {
    const result = await client.withDeadline(deadline + pollMs, () =>
      client.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id }),
    );
    if (result.fastForwardPollingResult === done) return;
    if (result.fastForwardPollingResult === failed)
      throw new TimeNotSkipped(licenseId, result.failedReason || 'the server gave up');
    if (Date.now() > deadline)
      throw new TimeNotSkipped(licenseId, `not done after ${limitMs / 1_000} s; is a worker running?`);
  }
}

/** A query is answered when the tasks before it are done. */
async function untilIdle(client: Client, licenseId: string): Promise<void> {
  await client.workflow.getHandle(licenseWorkflowId(licenseId)).query('progress');
}
