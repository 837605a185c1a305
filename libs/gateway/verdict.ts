import {
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { ErrorDetails, ErrorKind } from '../domain/errors.js';
import { RefusedByLicense } from './errors.js';

/**
 * What an error of an Update says. `refused`: the license judged. `absent`: no workflow runs. `repeat`: it may or may
 * not have been done; the same command may be sent again. `unknown`: likewise, but sending again would not help now.
 */
export type Verdict = { kind: 'refused'; refusal: RefusedByLicense } | { kind: 'absent' | 'repeat' | 'unknown' };

/** DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, UNAVAILABLE. */
const passingGrpcCodes = new Set([4, 8, 9, 10, 14]);

/** The run ended before it had finished the Update; the next run takes it. */
const lostWithTheRun = new Set(['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow']);

export function verdictOn(error: unknown): Verdict {
  if (error instanceof WorkflowUpdateFailedError) return verdictOnFailure(error.cause);
  if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'repeat' };
  const code = grpcCode(error);
  if (code === 5) return { kind: 'absent' };
  return { kind: code !== null && passingGrpcCodes.has(code) ? 'repeat' : 'unknown' };
}

function verdictOnFailure(cause: unknown): Verdict {
  if (!(cause instanceof ApplicationFailure) || !cause.type) return { kind: 'unknown' };
  if (lostWithTheRun.has(cause.type)) return { kind: 'repeat' };
  if (cause.type === 'record-unavailable') return { kind: 'unknown' };
  const [kind, details] = (cause.details ?? []) as [ErrorKind?, ErrorDetails?];
  if (!kind) return { kind: 'unknown' };
  return { kind: 'refused', refusal: new RefusedByLicense(cause.type, kind, cause.message, details ?? {}) };
}

function grpcCode(error: unknown): number | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isGrpcServiceError(cause)) return cause.code;
  }
  return null;
}
