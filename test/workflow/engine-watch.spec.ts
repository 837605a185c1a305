import { randomUUID } from 'node:crypto';
import { backlogSeconds, pollers } from '../../libs/gateway/index.js';
import { engineWatchman } from '../../libs/watch/index.js';
import { LicenseWorld } from '../support/license-world.js';

jest.setTimeout(60_000);

const minuteMs = 60_000;

describe('what the API sees of a real Temporal server', () => {
  let world: LicenseWorld;
  let stopped = false;

  beforeAll(async () => {
    world = await LicenseWorld.create();
  });
  afterAll(async () => {
    if (!stopped) await world.close();
  });

  const watchman = (startedAt: number) => {
    const { connection, options } = world.client;
    const { namespace } = options;
    return engineWatchman({
      pollers: () => pollers(connection as never, namespace),
      backlogSeconds: () => backlogSeconds(connection as never, namespace),
      signs: { last: async () => null },
      startedAt,
    });
  };

  it('is a worker on both queues, and nothing that waits', async () => {
    await world.run(randomUUID());
    const seen = await watchman(0).look(new Date().toISOString());
    expect(seen?.map(({ kind, found }) => [kind, found])).toEqual([
      ['temporal-unreachable', []],
      ['worker-silent', []],
      ['work-waiting', []],
    ]);
  });

  it('is a server that does not answer, once that has lasted for three minutes', async () => {
    const one = watchman(0);
    await world.close();
    stopped = true;
    const now = Date.now();
    await one.look(new Date(now).toISOString());
    const seen = await one.look(new Date(now + 3 * minuteMs).toISOString());
    expect(seen).toEqual([
      { kind: 'temporal-unreachable', found: [{ subject: 'temporal', details: {} }], complete: true },
    ]);
  });
});
