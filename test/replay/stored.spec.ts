import { Worker } from '@temporalio/worker';
import { quietRuntime } from '../support/quiet-runtime.js';
import { workflowBundle } from '../support/stack.js';
import { phases } from './phases.js';
import { fileName, historyFrom, isLife, phaseOf, type StoredHistory, storedHistories } from './stored-histories.js';

jest.setTimeout(60_000);

beforeAll(quietRuntime);

describe('today’s workflows continue what earlier releases began', () => {
  it.each(storedHistories())('$name', async ({ workflowId, history }) => {
    await Worker.runReplayHistory({ workflowBundle: workflowBundle() }, historyFrom(history), workflowId);
  });

  it('from every phase, and from whole lives', () => {
    const stored = storedHistories().map(phaseOf);
    const ofPhases = new Set(stored.filter((phase) => !isLife(phase)));
    expect(ofPhases).toEqual(new Set(Object.keys(phases).map(fileName)));
  });

  it('and notice a history that they would not have made', async () => {
    const [stored] = storedHistories() as [StoredHistory];
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
