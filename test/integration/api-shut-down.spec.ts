import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { OpenStreams } from '../../apps/api/http/open-streams.js';
import { shutDown } from '../../apps/api/shut-down.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
const watch = {
  stopped: false,
  async stop(): Promise<void> {
    watch.stopped = true;
  },
};

beforeEach(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterEach(() => world.close());

/** The next command waits until it is let go on. */
function heldCommand(): { begun: Promise<void>; goOn: () => void } {
  const { gateway } = world.engine;
  const { execute } = gateway;
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    gateway.execute = async (...asked) => {
      gateway.execute = execute;
      resolve();
      await held;
      return execute(...asked);
    };
  });
  return { begun, goOn };
}

/** Whether the filing is on record. */
async function isOpened(licenseId: string): Promise<boolean> {
  const rows = (await world.source.query(
    `select seq from paizhao.ledger_events where stream = $1 and type = 'filing-opened'`,
    [`license/${licenseId}`],
  )) as unknown[];
  return rows.length === 1;
}

/** Whether somebody who comes now is let in. */
async function takesNew(): Promise<boolean> {
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
  const open = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return open;
}

describe('an api that is told to stop', () => {
  it('finishes what it has accepted, ends what is only followed, and takes nothing new', async () => {
    const { licenseId } = await openedLicense(all);
    const { jobId } = await must(all.officer.post('/exports', { format: 'csv' }));
    const streams = world.app.get(OpenStreams, { strict: false });
    const followed = all.officer.get(`/jobs/${jobId}/events`);
    const { begun, goOn } = heldCommand();
    const opening = all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' });
    await begun;
    while (streams.count === 0) await pause(10);

    const stopped = shutDown(world.app, watch, 60_000);
    expect((await followed).text).toContain(jobId);
    expect(await takesNew()).toBe(false);
    goOn();
    expect(await opening).toMatchObject({ status: 201, body: { filingId: 'new-1' } });
    await stopped;
    expect([watch.stopped, await isOpened(licenseId)]).toEqual([true, true]);
  });

  it('waits for so long and no longer: the rest is cut off', async () => {
    const { licenseId } = await openedLicense(all);
    const { begun, goOn } = heldCommand();
    const opening = all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }).catch(() => 'cut off');
    await begun;
    await shutDown(world.app, watch, 20);
    expect(await opening).toBe('cut off');
    goOn();
    while (!(await isOpened(licenseId))) await pause(10); // it was accepted all the same
  });
});
