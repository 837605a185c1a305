import type { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { Conflict, DomainError } from '../../libs/domain/errors.js';
import { FailureBorder } from './failure-border.js';

/** A border and what it logged. */
function aBorder() {
  const lines: string[] = [];
  const note = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  const log = { child: () => log, info: note, warn: note, error: note } as unknown as Logger;
  const info = {
    activityType: 'advance',
    attempt: 1,
    currentAttemptScheduledTimestampMs: 0,
    workflowExecution: { workflowId: 'license/1', runId: 'r' },
  };
  const border = new FailureBorder({ info } as unknown as Context, log);
  const meet = (work: () => Promise<unknown>) =>
    border.execute({ args: [{ kind: 'command', commandId: 'c', name: '王芳' }], headers: {} }, work);
  return { lines, meet };
}

describe('the failure border', () => {
  it('lets an answer through and logs what happened by ids alone', async () => {
    const { lines, meet } = aBorder();
    await expect(meet(async () => ({ outcome: 'appended', seq: 3, note: '王芳' }))).resolves.toMatchObject({ seq: 3 });
    expect(lines).toEqual(['done {"kind":"command","commandId":"c","outcome":"appended","seq":3}']);
  });

  it('gives a typed error its code, and no second try', async () => {
    const { meet } = aBorder();
    const failure = meet(() => Promise.reject(new Conflict('license-closed', 'closed', { filingId: 'f' })));
    await expect(failure).rejects.toMatchObject({
      type: 'license-closed',
      nonRetryable: true,
      details: ['conflict', { filingId: 'f' }],
    });
  });

  it('has what is only away tried again', async () => {
    const failure = aBorder().meet(() =>
      Promise.reject(new DomainError('unknown-calendar', 'unavailable', 'not here')),
    );
    await expect(failure).rejects.toMatchObject({ type: 'unknown-calendar', nonRetryable: false });
  });

  it('leaves a failure as it is', async () => {
    const own = ApplicationFailure.retryable('later', 'mail-deferred');
    await expect(aBorder().meet(() => Promise.reject(own))).rejects.toBe(own);
  });

  it('lets nothing of a driver’s words cross', async () => {
    const { lines, meet } = aBorder();
    const driver = Object.assign(new Error('null value in row (王芳, wang@example.com)'), { code: '23502' });
    driver.name = 'QueryFailedError';
    await expect(meet(() => Promise.reject(driver))).rejects.toMatchObject({
      type: 'QueryFailedError',
      message: expect.not.stringContaining('王芳'),
      nonRetryable: false,
    });
    expect(lines.join()).toContain('23502');
    expect(lines.join()).not.toMatch(/王芳|wang@/);
  });
});
