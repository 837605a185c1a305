import { type Client, ServiceError } from '@temporalio/client';
import { skipTime, TimeNotSkipped } from './skip-time.js';

const deadlineExceeded = Object.assign(new Error('deadline exceeded'), { code: 4, details: '', metadata: {} });
const forever = new Promise<never>(() => undefined);

/** A server of which one call never ends; a deadline ends it as gRPC does, whatever it is. */
function silentAt(silent: 'query' | 'poll'): Client {
  const answer = (call: 'query' | 'poll') => (silent === call ? forever : Promise.resolve({}));
  return {
    options: { namespace: 'default' },
    workflow: { getHandle: () => ({ query: () => answer('query') }) },
    workflowService: {
      updateWorkflowExecutionOptions: async () => ({}),
      pollWorkflowExecutionTimeSkipping: () => answer('poll'),
    },
    withDeadline: (_: number, call: () => Promise<unknown>) =>
      Promise.race([
        call(),
        new Promise((__, reject) => {
          setTimeout(() => reject(new ServiceError('no answer', { cause: deadlineExceeded })), 10);
        }),
      ]),
  } as unknown as Client;
}

describe('a skip', () => {
  it.each(['query', 'poll'] as const)('ends, and is not done, where the %s is never answered', async (silent) => {
    await expect(skipTime(silentAt(silent), 'a-license', 86_400_000)).rejects.toBeInstanceOf(TimeNotSkipped);
  });
});
