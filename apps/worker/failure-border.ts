import type { Context as ActivityContext } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import type { Logger } from 'pino';
import { licenseIdOf } from '../../libs/contracts/index.js';
import { DomainError } from '../../libs/domain/errors.js';

type Execute = Next<ActivityInboundCallsInterceptor, 'execute'>;

/**
 * The one place where an activity's error becomes a Temporal failure. A typed error keeps its code; of any other one
 * only the name crosses, since drivers like to repeat values. The log tells each attempt with license and command.
 */
export class FailureBorder implements ActivityInboundCallsInterceptor {
  private readonly log: Logger;

  constructor({ info }: ActivityContext, log: Logger) {
    this.log = log.child({
      activity: info.activityType,
      attempt: info.attempt,
      ...licenseOf(info.workflowExecution?.workflowId),
    });
  }

  async execute(input: ActivityExecuteInput, next: Execute): Promise<unknown> {
    const asked = subjectOf(input.args[0]);
    try {
      const answer = await next(input);
      this.log.info({ ...asked, ...resultOf(answer) }, 'done');
      return answer;
    } catch (error) {
      throw this.failureOf(error, asked);
    }
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
