import type { Context as ActivityContext } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import type { Logger } from 'pino';
import { licenseIdOf } from '../../libs/contracts/index.js';
import { DomainError } from '../../libs/domain/errors.js';
import { type LogContext, withLogContext } from '../../libs/log/index.js';
import type { Metrics } from '../../libs/metrics/index.js';

type Execute = Next<ActivityInboundCallsInterceptor, 'execute'>;

/**
 * The one place where an activity's error becomes a Temporal failure. A typed error keeps its code; of any other one
 * only the name crosses, since drivers like to repeat values. The log tells each attempt with license and command.
 */
export class FailureBorder implements ActivityInboundCallsInterceptor {
  private readonly log: Logger;

  constructor(
    private readonly context: ActivityContext,
    log: Logger,
    private readonly metrics: Pick<Metrics, 'attempted' | 'messageSettled'> | null = null,
  ) {
    const { info } = context;
    this.log = log.child({
      activity: info.activityType,
      attempt: info.attempt,
      ...licenseOf(info.workflowExecution?.workflowId),
    });
  }

  async execute(input: ActivityExecuteInput, next: Execute): Promise<unknown> {
    const asked = subjectOf(input.args[0]);
    const started = Date.now();
    try {
      const answer = await withLogContext(aboutOf(this.context, input.args[0]), () => next(input));
      this.log.info({ ...asked, ...resultOf(answer) }, 'done');
      this.measure('done', started);
      this.countMessage(answer);
      return answer;
    } catch (error) {
      this.measure('failed', started);
      throw this.failureOf(error, asked);
    }
  }

  private measure(outcome: 'done' | 'failed', started: number): void {
    const { activityType, currentAttemptScheduledTimestampMs } = this.context.info;
    const waited = Math.max(0, started - currentAttemptScheduledTimestampMs) / 1_000;
    this.metrics?.attempted(activityType, outcome, waited, (Date.now() - started) / 1_000);
  }

  private countMessage(answer: unknown): void {
    const { state } = (answer ?? {}) as { state?: unknown };
    if (typeof state === 'string' && state !== 'already-sent') this.metrics?.messageSettled(state);
  }

  private failureOf(error: unknown, asked: object): unknown {
    if (error instanceof ApplicationFailure) {
      this.log.warn({ ...asked, code: error.type }, error.message);
      return error;
    }
    if (error instanceof DomainError) {
      this.log.warn({ ...asked, code: error.code }, error.message);
      const nonRetryable = error.kind !== 'unavailable';
      return ApplicationFailure.create({
        type: error.code,
        message: error.message,
        nonRetryable,
        details: [error.kind, error.details],
      });
    }
    if (!(error instanceof Error) || error.name === 'CancelledFailure') return error;
    const { name, message, stack, code } = error as Error & { code?: string };
    this.log.error({ ...asked, error: name, code, why: withoutValues(message), at: framesOf(stack) }, 'failed');
    return ApplicationFailure.retryable(`${name}${code ? ` ${code}` : ''}; the worker's log says more`, name);
  }
}

/** What a message quotes or puts in brackets may be somebody's data. */
const withoutValues = (message: string): string =>
  message.replace(/"[^"]*"|'[^']*'|`[^`]*`|\([^)]*\)|\S+@\S+/g, '…').slice(0, 300);

/** The stack begins with the message; its frames name only our code. */
const framesOf = (stack = ''): string[] =>
  (stack.match(/^ {4}at .*$/gm) ?? []).slice(0, 8).map((frame) => frame.trim());

/** What other parts log meanwhile is about the same. */
function aboutOf({ info }: ActivityContext, request: unknown): LogContext {
  const { commandId } = (request ?? {}) as { commandId?: unknown };
  const { workflowId = '' } = info.workflowExecution ?? {};
  return {
    ...(workflowId.startsWith('license/') ? { licenseId: licenseIdOf(workflowId) } : {}),
    ...(typeof commandId === 'string' ? { commandId } : {}),
  };
}

const licenseOf = (workflowId = ''): object =>
  workflowId.startsWith('license/') ? { licenseId: licenseIdOf(workflowId) } : { workflowId };

/** Of what was asked, the ids. */
function subjectOf(request: unknown): object {
  const { kind, commandId, outboxKey, digestKey, eventId, expectedSeq } = (request ?? {}) as Record<string, unknown>;
  return { kind, commandId, outboxKey, digestKey, eventId, expectedSeq };
}

/** Of the answer, what happened. */
function resultOf(answer: unknown): object {
  const { outcome, seq, state, settled, postponed, left, refusal } = (answer ?? {}) as Record<string, unknown>;
  return {
    outcome,
    seq,
    state,
    settled,
    postponed,
    left,
    refused: (refusal as { code?: string } | null | undefined)?.code,
  };
}
