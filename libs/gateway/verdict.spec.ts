import { ServiceError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { verdictOn } from './verdict.js';

const grpc = (code: number) => {
  const cause = Object.assign(new Error('grpc'), { code, details: '', metadata: {} });
  return new ServiceError('failed', { cause });
};
const failed = (type: string, details: unknown[] = []) =>
  new WorkflowUpdateFailedError('update', ApplicationFailure.create({ type, message: 'why', details }));

describe('the verdict on an error', () => {
  it.each([4, 8, 9, 10, 14])('sends the command again on gRPC code %d', (code) => {
    expect(verdictOn(grpc(code))).toEqual({ kind: 'repeat' });
  });

  it.each(['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'])('sends the command again on %s', (type) => {
    expect(verdictOn(failed(type))).toEqual({ kind: 'repeat' });
  });

  it('sends the command again when the call ran out of time', () => {
    expect(verdictOn(new WorkflowUpdateRPCTimeoutOrCancelledError('late'))).toEqual({ kind: 'repeat' });
  });

  it('starts the license when none runs', () => {
    expect(verdictOn(new WorkflowNotFoundError('gone', 'license/1', undefined))).toEqual({ kind: 'absent' });
    expect(verdictOn(grpc(5))).toEqual({ kind: 'absent' });
  });

  it('hands on what the license refused, with code, kind and details', () => {
    expect(verdictOn(failed('filing-not-open', ['conflict', { filingId: 'f' }]))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'filing-not-open', kind: 'conflict', message: 'why', details: { filingId: 'f' } },
    });
  });

  it('leaves the outcome unknown in every other case', () => {
    for (const error of [
      failed('record-unavailable', ['unavailable', {}]),
      failed('TypeError'),
      grpc(13),
      new Error('?'),
      'odd',
    ]) {
      expect(verdictOn(error)).toEqual({ kind: 'unknown' });
    }
  });
});
