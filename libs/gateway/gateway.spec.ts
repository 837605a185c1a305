import { type Client, ServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { ExecuteAnswer } from '../contracts/index.js';
import { createGateway } from './gateway.js';

const appended: ExecuteAnswer = { outcome: 'appended', seq: 3 };
const kept: ExecuteAnswer = { outcome: 'duplicate', seq: 3 };

const grpc = (code: number) =>
  new ServiceError('failed', { cause: Object.assign(new Error('grpc'), { code, details: '', metadata: {} }) });
const gone = new WorkflowNotFoundError('gone', 'license/1', undefined);
const failed = (type: string, ...details: unknown[]) =>
  new WorkflowUpdateFailedError('update', ApplicationFailure.create({ type, message: 'why', details }));

/** Temporal that answers each call in turn, the last answer for ever; and a record that knows what it is told. */
function aWorld(answers: (Error | ExecuteAnswer)[], record: (ExecuteAnswer | null | Error)[] = []) {
  const calls: { withStart: boolean; updateId: string }[] = [];
  let lookUps = 0;
  const call =
    (withStart: boolean) =>
    async (_: unknown, { updateId }: { updateId: string }) => {
      calls.push({ withStart, updateId });
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    };
  const client = {
    withDeadline: (_: number, work: () => unknown) => work(),
    workflow: { getHandle: () => ({ executeUpdate: call(false) }), executeUpdateWithStart: call(true) },
  } as unknown as Client;
  const commandLookup = {
    async answerOf() {
      const answer = record[Math.min(++lookUps, record.length) - 1] ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const gateway = createGateway({ client, commandLookup, deadlineMs: 300 });
  return { calls, lookUps: () => lookUps, execute: () => gateway.execute('license-1', 'command-1') };
}

describe('the gateway', () => {
  it('hands on the license’s answer', async () => {
    const { execute, calls, lookUps } = aWorld([appended]);
    await expect(execute()).resolves.toEqual(appended);
    expect([calls.length, lookUps()]).toEqual([1, 0]);
  });

  it('sends the same update again while the error may pass', async () => {
    const { execute, calls } = aWorld([grpc(14), grpc(9), appended]);
    await expect(execute()).resolves.toEqual(appended);
    expect(new Set(calls.map(({ updateId }) => updateId)).size).toBe(1);
  });

  it('asks with an update of its own each time it is called', async () => {
    const { execute, calls } = aWorld([appended]);
    await execute();
    await execute();
    expect(new Set(calls.map(({ updateId }) => updateId)).size).toBe(2);
  });

  it('looks into the record first after any error', async () => {
    const { execute, calls } = aWorld([grpc(14)], [kept]);
    await expect(execute()).resolves.toEqual(kept);
    expect(calls).toHaveLength(1);
  });

  it('goes on when the record cannot be asked either', async () => {
    const { execute } = aWorld([grpc(14), appended], [new Error('ECONNREFUSED')]);
    await expect(execute()).resolves.toEqual(appended);
  });

  it('starts a license that does not run, and no other', async () => {
    const { execute, calls } = aWorld([gone, appended]);
    await expect(execute()).resolves.toEqual(appended);
    expect(calls.map(({ withStart }) => withStart)).toEqual([false, true]);
  });

  it('hands on a refusal at once', async () => {
    const { execute, calls, lookUps } = aWorld([failed('filing-not-open', 'conflict', {})]);
    await expect(execute()).rejects.toMatchObject({ code: 'filing-not-open', kind: 'conflict' });
    expect([calls.length, lookUps()]).toEqual([1, 0]);
  });

  it('says that the outcome is unknown when the license could not reach the record', async () => {
    const { execute, lookUps } = aWorld([failed('record-unavailable', 'unavailable', {})]);
    await expect(execute()).rejects.toMatchObject({ code: 'record-unavailable', kind: 'unavailable' });
    expect(lookUps()).toBe(1);
  });

  it('says so at the deadline too, with when to ask again', async () => {
    const { execute, calls } = aWorld([grpc(14)]);
    await expect(execute()).rejects.toMatchObject({
      code: 'record-unavailable',
      details: { retryAfterSeconds: 5, remedy: expect.stringContaining('same Idempotency-Key') },
    });
    expect(calls.length).toBeGreaterThan(2);
  });
});
