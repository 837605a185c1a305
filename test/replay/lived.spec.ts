import { type History, historiesOfWorkflow } from '../../libs/gateway/index.js';
import { LicenseWorld } from '../support/license-world.js';
import { workflowBundle } from '../support/stack.js';
import { phases } from './phases.js';
import { replayed } from './replayed.js';
import { storeWhereAsked } from './stored-histories.js';

jest.setTimeout(60_000);

/**
 * Lives all phases, side by side since some must wait, and replays them at once. With PAIZHAO_STORE_HISTORIES=<release>
 * the histories of phases that no release has stored yet are kept under test/replay/histories: once, when that release is
 * cut, or for all phases where its workflows have changed (PAIZHAO_STORE_HISTORIES=<release>:all).
 */
describe('a lived history is replayed without a difference', () => {
  const lived = new Map<string, { workflowId: string; runs: History[] }>();
  let ends: Awaited<ReturnType<typeof replayed>>;

  beforeAll(async () => {
    const world = await LicenseWorld.create();
    const all = Object.entries(phases).map(async ([phase, live]) => {
      const workflowId = await live(world);
      lived.set(phase, { workflowId, runs: await historiesOfWorkflow(world.client, workflowId) });
    });
    await Promise.all(all).finally(() => world.close());
    const runs = [...lived].flatMap(([phase, { workflowId, runs }]) =>
      runs.map((history, index) => ({ name: nameOf(phase, index), workflowId, history })),
    );
    ends = await replayed(workflowBundle(), runs);
  });

  const nameOf = (phase: string, run: number): string => `${phase}, run ${run + 1}`;

  it.each(Object.keys(phases))('%s', (phase) => {
    const { workflowId, runs } = lived.get(phase) ?? { workflowId: '', runs: [] };
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs.keys()) expect(ends.get(nameOf(phase, run))).toBeNull();
    storeWhereAsked(phase, workflowId, runs);
  });
});
