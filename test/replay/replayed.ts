import { Worker } from '@temporalio/worker';
import type { History } from '../../libs/gateway/index.js';
import { quietRuntime } from '../support/quiet-runtime.js';
import { historyFrom, type StoredHistory } from './stored-histories.js';

/** One run of a workflow, under a name of its own. */
interface NamedHistory {
  name: string;
  workflowId: string;
  history: History;
}

/**
 * How the replay of each history by a build ends, by its name: null where the build would have done nothing otherwise.
 * One worker replays them all, one after the other.
 */
export async function replayed(
  build: { codePath: string },
  histories: readonly NamedHistory[],
): Promise<Map<string, Error | null>> {
  quietRuntime();
  const ends = new Map<string, Error | null>();
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: build }, histories))
    ends.set(histories[ends.size]?.name ?? '', error ?? null);
  return ends;
}

export const named = ({ name, workflowId, history }: StoredHistory): NamedHistory => ({
  name,
  workflowId,
  history: historyFrom(history),
});
