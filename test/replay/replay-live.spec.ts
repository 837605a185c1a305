import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ReplayOptions, replayLive } from '../../apps/replay-live/replay.js';
import { dataConverter } from '../../libs/gateway/index.js';
import { changedBuild } from '../support/changed-build.js';
import { day, inMs, LicenseWorld } from '../support/license-world.js';
import { temporalAddress, workflowBundle } from '../support/stack.js';

jest.setTimeout(120_000);

/** A command more in every history that has slept: what a careless change of the loop would do. */
const careless: [string, string] = [
  '    const open = sends.count;',
  '    if (known) showAttention(known.progress);\n    const open = sends.count;',
];

describe('before a build is deployed, the open workflows of an installation', () => {
  const encryptWith = randomBytes(32);
  let world: LicenseWorld;
  let changed: { codePath: string };

  beforeAll(async () => {
    world = await LicenseWorld.create({ encryptWith });
    changed = await changedBuild(careless);
    for (let license = 0; license < 6; license++) {
      const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
      await world.run(licenseId);
    }
    await world.opened({ ended: true, wakeAt: null });
    await world.until(async () => (await replayed({ count: null })).open === 6);
  });
  afterAll(() => world.close());

  const replayed = (options: ReplayOptions, build = workflowBundle()) =>
    replayLive({ client: world.client, workflowBundle: build, dataConverter: dataConverter(encryptWith) }, options);

  it('go on by it where nothing they have done would be done otherwise', async () => {
    expect(await replayed({ count: null })).toEqual({ open: 6, replayed: 6, broken: [] });
  });

  it('are named where it would break them, and why', async () => {
    const { broken } = await replayed({ count: null }, changed);
    expect(broken).toHaveLength(6);
    expect(broken[0]).toMatchObject({
      workflowId: expect.stringMatching(/^license\//),
      kind: 'nondeterminism',
      why: expect.stringMatching(/nondeterminism/i),
    });
  });

  it('may be many, and a sample of them is enough', async () => {
    const told: string[] = [];
    const report = await replayed({ count: 3, onReplayed: (done, of) => void told.push(`${done}/${of}`) });
    expect(report).toMatchObject({ open: 6, replayed: 3, broken: [] });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });

  it('are only read', async () => {
    const events = async () => {
      const all: number[] = [];
      for await (const { historyLength } of world.client.workflow.list()) all.push(historyLength ?? 0);
      return all;
    };
    const before = await events();
    await replayed({ count: null }, changed);
    expect(await events()).toEqual(before);
  });

  it('without the key of the installation cannot be replayed, which is told apart from a break', async () => {
    const report = await replayLive(
      { client: world.client, workflowBundle: workflowBundle(), dataConverter: undefined },
      { count: 1 },
    );
    expect(report.broken).toMatchObject([{ kind: 'failed' }]);
  });
});

describe('npm run replay-live', () => {
  const root = join(__dirname, '..', '..');

  const asked = (words: string[], env: Record<string, string> = {}) =>
    new Promise<{ status: number; out: string; err: string }>((told) => {
      const program = join(root, 'dist', 'apps', 'replay-live', 'main.js');
      const child = execFile(
        process.execPath,
        [program, ...words],
        { env: { PATH: process.env.PATH, ...env } },
        (_, out, err) => told({ status: child.exitCode ?? -1, out, err }),
      );
    });

  it('replays the workflows of the namespace that is named, encrypted ones too', async () => {
    const key = randomBytes(32);
    const world = await LicenseWorld.create({ encryptWith: key });
    try {
      const licenseId = await world.opened({ wakeAt: inMs(20 * day) });
      await world.run(licenseId);
      await world.until(async () => (await world.client.workflow.count()).count === 1);
      const where = ['--address', temporalAddress(), '--namespace', world.client.options.namespace];
      const env = { NODE_ENV: 'production', PAIZHAO_DATA_KEY: key.toString('base64') };
      const { status, out } = await asked([...where, '--json'], env);
      expect(JSON.parse(out)).toMatchObject({ open: 1, replayed: 1, broken: [] });
      expect(status).toBe(0);
    } finally {
      await world.close();
    }
  });

  it.each<[string, string[], Record<string, string>, number, RegExp]>([
    ['a count that is none', ['--count', '0'], {}, 2, /--count must be a whole number/],
    ['an option that it does not have', ['--no-such'], {}, 2, /no-such/],
    ['no key in production', [], { NODE_ENV: 'production' }, 2, /PAIZHAO_DATA_KEY: is needed in production/],
    ['a server that is away', ['--address', '127.0.0.1:9'], {}, 1, /No Temporal server answers/],
  ])('says what is wrong with %s', async (_, words, env, status, said) => {
    expect(await asked(words, env)).toMatchObject({ status, err: expect.stringMatching(said) });
  });
});
