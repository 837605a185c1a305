import { type Client, ServiceError } from '@temporalio/client';
import { skipTime, TimeNotSkipped } from './skip-time.js';

const grpcError = (code: number) => Object.assign(new Error('failed'), { code, details: '', metadata: {} });
const forever = new Promise<never>(() => undefined);

/** A server of which one call is answered so; a deadline ends what never ends, as gRPC does. */
function serverWith(failing: 'query' | 'poll', how: Promise<never>): Client {
  const answer = (call: 'query' | 'poll') => (failing === call ? how : Promise.resolve({}));
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
          setTimeout(() => reject(new ServiceError('no answer', { cause: grpcError(4) })), 10);
        }),
      ]),
  } as unknown as Client;
}

describe('a skip', () => {
  it.each(['query', 'poll'] as const)('ends, and is not done, where the %s is never answered', async (silent) => {
    await expect(skipTime(serverWith(silent, forever), 'a-license', 86_400_000)).rejects.toBeInstanceOf(TimeNotSkipped);
  });

  it.each([1, 4, 5, 14])('is not done where the server ends a call with gRPC code %i', async (code) => {
    const ended = Promise.reject(new ServiceError('no answer', { cause: grpcError(code) }));
    await expect(skipTime(serverWith('query', ended), 'a-license', 1)).rejects.toBeInstanceOf(TimeNotSkipped);
  });

  it('hides no defect of its own', async () => {
    const defect = Promise.reject(new TypeError('x is not a function'));
    await expect(skipTime(serverWith('query', defect), 'a-license', 1)).rejects.toBeInstanceOf(TypeError);
  });
});
