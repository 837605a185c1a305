import type { Connection } from '@temporalio/client';
import { taskQueues } from '../contracts/index.js';
import { pollers, shortDigest, workerIdentity } from './readiness.js';

const seconds = (ago: number) => Math.floor(Date.now() / 1_000) - ago;

/** A server where these identities polled the queue of licenses, so many seconds ago. */
const server = (...polls: [identity: string, ago: number][]): Connection =>
  ({
    workflowService: {
      describeTaskQueue: async ({ taskQueue }: { taskQueue: { name: string } }) => ({
        pollers:
          taskQueue.name === taskQueues.licenses
            ? polls.map(([identity, ago]) => ({ identity, lastAccessTime: { seconds: seconds(ago) } }))
            : [],
      }),
    },
  }) as unknown as Connection;

const ours = 'ab'.repeat(32);
const theirs = 'cd'.repeat(32);

describe('pollers', () => {
  it('tells which queues are polled, and the law of each worker once', async () => {
    const connection = server(
      [workerIdentity('1@a', '0.3.0', ours), 1],
      [workerIdentity('2@b', '0.3.0', ours), 40],
      [workerIdentity('3@c', '0.2.0', theirs), 5],
    );
    expect(await pollers(connection, 'default')).toEqual({
      licenses: true,
      notices: false,
      laws: [shortDigest(ours), shortDigest(theirs)],
      versions: ['0.2.0', '0.3.0'],
    });
  });

  it('forgets a worker that is silent, and knows no law of one of an older release', async () => {
    const connection = server([workerIdentity('1@a', '0.3.0', ours), 90], ['7142@vm', 1]);
    expect(await pollers(connection, 'default')).toEqual({
      licenses: true,
      notices: false,
      laws: ['unknown'],
      versions: ['unknown'],
    });
  });
});
