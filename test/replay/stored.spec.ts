import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../support/stack.js';
import { phases } from './phases.js';
import { named, replayed } from './replayed.js';
import { fileName, historyFrom, isLife, phaseOf, type StoredHistory, storedHistories } from './stored-histories.js';

jest.setTimeout(60_000);

describe('today’s workflows continue what earlier releases began', () => {
  const histories = storedHistories();
  let ends: Awaited<ReturnType<typeof replayed>>;
  beforeAll(async () => {
    ends = await replayed(workflowBundle(), histories.map(named));
  });

  it.each(histories)('$name', ({ name }) => {
    expect(ends.get(name)).toBeNull();
  });

  it('from every phase, and from whole lives', () => {
    const stored = histories.map(phaseOf);
    const ofPhases = new Set(stored.filter((phase) => !isLife(phase)));
    expect(ofPhases).toEqual(new Set(Object.keys(phases).map(fileName)));
  });

  it('and notice a history that they would not have made', async () => {
    const [stored] = histories as [StoredHistory];
    const other = JSON.parse(
      JSON.stringify(stored.history)
        .replaceAll('"activityType":"send"', '"activityType":"sent"')
        .replaceAll('"timerId":"1"', '"timerId":"7"'),
    );
    const replayed = Worker.runReplayHistory(
      { workflowBundle: workflowBundle() },
      historyFrom(other),
      stored.workflowId,
    );
    await expect(replayed).rejects.toThrow(/nondeterminism/i);
  });
});
