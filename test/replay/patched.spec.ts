import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { searchAttributeNames } from '../../libs/contracts/index.js';
import { type History, refresh } from '../../libs/gateway/index.js';
import { changedBuild } from '../support/changed-build.js';
import { day, inMs, LicenseWorld } from '../support/license-world.js';
import { workflowBundle } from '../support/stack.js';
import { named, replayed } from './replayed.js';
import { historyFrom, storedHistories } from './stored-histories.js';

jest.setTimeout(120_000);

/**
 * How the license workflow is changed while licenses live by it (docs/upgrading.md). The change of this example: a run
 * shows its attention mark as soon as it begins, which is a command more than older runs have in their histories.
 */
const place = '    if (known) sends.takeUp(known.unsent);';
const change = 'if (known) showAttention(known.progress);';
const imports: [string, string] = ['  allHandlersFinished,', '  allHandlersFinished,\n  deprecatePatch,\n  patched,'];

const careless = () => changedBuild([place, `    ${change}\n${place}`]);
const careful = () => changedBuild(imports, [place, `    if (patched('attention-at-start')) { ${change} }\n${place}`]);
const afterwards = () =>
  changedBuild(imports, [place, `    deprecatePatch('attention-at-start');\n    ${change}\n${place}`]);

/** The code of a release that had no refresh. */
const older = () =>
  changedBuild([
    "  setHandler(refreshUpdate, askToRefresh, { description: 'Continues as new at the next idle moment' });\n",
    '  void askToRefresh;\n',
  ]);

const replay = (build: { codePath: string }, history: History, workflowId: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: build }, history, workflowId);

/** Of our own attribute: `patched` itself marks its run with one, `TemporalChangeVersion`. */
const upserts = (history: History | undefined): number =>
  (history?.events ?? []).filter(
    ({ upsertWorkflowSearchAttributesEventAttributes: upsert }) =>
      searchAttributeNames.needsAttention in (upsert?.searchAttributes?.indexedFields ?? {}),
  ).length;

describe('a change of the license workflow', () => {
  let builds: Record<'careless' | 'careful' | 'afterwards' | 'older', { codePath: string }>;
  let ends: Awaited<ReturnType<typeof replayed>>;
  beforeAll(async () => {
    builds = {
      careless: await careless(),
      careful: await careful(),
      afterwards: await afterwards(),
      older: await older(),
    };
    ends = await replayed(builds.careful, later.map(named));
  });

  /** Runs that begin with what they carry, as all but the first of a license do. */
  const later = storedHistories().filter(({ name }) => /-[2-9]$/.test(name) && !name.includes('adoption'));

  it.each(later)('behind patched() goes on with what $name has done', ({ name }) => {
    expect(ends.get(name)).toBeNull();
  });

  it('without it stops on them', async () => {
    const [stored] = later;
    const replayed = replay(builds.careless, historyFrom(stored?.history ?? {}), stored?.workflowId ?? '');
    await expect(replayed).rejects.toThrow(/nondeterminism/i);
  });

  it('that was not put behind it after all leaves licenses that heal can bring back', async () => {
    const world = await LicenseWorld.create();
    try {
      const licenseId = await world.opened({ wakeAt: inMs(10 * day) });
      await world.gateway.refresh(licenseId);
      await world.run(licenseId);
      await world.deploy(builds.careless);
      const command = world.record.command(randomUUID());
      const answered = world.gateway.execute(licenseId, command);
      await world.until(async () => ((await world.gateway.describe(licenseId))?.taskAttempts ?? 0) > 1);
      await world.gateway.terminate(licenseId, 'heal: task-failing');
      await world.gateway.start(licenseId);
      await answered.catch(() => world.gateway.execute(licenseId, command));
      expect(world.record.license(licenseId).appended).toHaveLength(3);
    } finally {
      await world.close();
    }
  });

  it('cannot be fetched by a refresh from a build that knows none', async () => {
    const world = await LicenseWorld.create({ build: builds.older });
    try {
      const licenseId = await world.opened({ wakeAt: inMs(10 * day) });
      const licenses = { standings: async () => [] };
      const asked = { licenseId, perSecond: 10, begunBefore: null };
      expect(await refresh({ gateway: world.gateway, licenses }, asked)).toMatchObject({
        left: [{ licenseId, outcome: 'failed', error: expect.stringMatching(/handler/) }],
      });
      await world.run(licenseId); // and harms nothing
    } finally {
      await world.close();
    }
  });

  it('reaches a license that was asleep through the deploys, loses nothing of it, and is kept without the old path', async () => {
    const world = await LicenseWorld.create({ build: workflowBundle() });
    try {
      const licenseId = await world.opened({ wakeAt: inMs(10 * day) });
      await world.gateway.refresh(licenseId);
      await world.run(licenseId); // begun by the old code, with what the first run carried
      world.record.plan(licenseId, [{ wakeAt: inMs(20 * day), messages: [randomUUID()] }]);

      await world.deploy(builds.careful);
      await world.skip(licenseId, 11 * day);
      const [, begunByOldCode] = await world.runs(licenseId);
      expect(world.record.license(licenseId).appended).toHaveLength(3);
      expect(world.record.sent).toHaveLength(1);
      expect(upserts(begunByOldCode)).toBe(0); // it keeps to the way it began

      await world.gateway.refresh(licenseId);
      await world.until(async () => upserts((await world.runs(licenseId)).at(-1)) === 1);
      await world.run(licenseId);

      await world.deploy(builds.afterwards);
      await world.run(licenseId);
      const runs = await world.runs(licenseId);
      expect(world.record.license(licenseId).appended).toHaveLength(5);
      await replay(builds.afterwards, runs.at(-1) as History, `license/${licenseId}`);
      await expect(replay(builds.afterwards, begunByOldCode as History, `license/${licenseId}`)).rejects.toThrow(
        /nondeterminism/i,
      );
    } finally {
      await world.close();
    }
  });
});
