import type { Client } from '@temporalio/client';
import { type DataConverter, WorkflowNotFoundError } from '@temporalio/common';
import { type ReplayResult, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { taskQueues } from '../../libs/contracts/index.js';
import type { History } from '../../libs/gateway/index.js';

export interface ReplayTarget {
  client: Client;
  /** The workflows of the build that is to be deployed. */
  workflowBundle: { codePath: string };
  /** As the installation's own worker has it. */
  dataConverter: DataConverter | undefined;
}

export interface ReplayOptions {
  /** So many open workflows, spread evenly over all; null: every one. */
  count: number | null;
  /** Told after each workflow. */
  onReplayed?: (replayed: number, of: number, broken: Broken | null) => void;
}

/** A workflow that the new build could not go on with. */
export interface Broken {
  workflowId: string;
  runId: string;
  /** `nondeterminism`: the new code would not do what this run has done; it would stand still until it is mended. */
  kind: 'nondeterminism' | 'failed';
  why: string;
}

export interface ReplayReport {
  /** Open workflows of the installation. */
  open: number;
  replayed: number;
  broken: Broken[];
}

const openOnes = `ExecutionStatus = "Running" AND TaskQueue = "${taskQueues.licenses}"`;

/**
 * Replays the histories of open workflows with the code of this build: what a deploy would do to each of them. Reads
 * only; the workflows themselves notice nothing.
 */
export async function replayLive(target: ReplayTarget, { count, onReplayed }: ReplayOptions): Promise<ReplayReport> {
  const { client, workflowBundle, dataConverter } = target;
  const open = (await client.workflow.count(openOnes)).count;
  const asked = Math.min(count ?? open, open);
  const broken: Broken[] = [];
  let replayed = 0;
  const options = { workflowBundle, ...(dataConverter ? { dataConverter } : {}) };
  for await (const result of Worker.runReplayHistories(options, histories(client, open, asked))) {
    replayed += 1;
    const found = brokenBy(result);
    if (found) broken.push(found);
    onReplayed?.(replayed, asked, found);
  }
  return { open, replayed, broken };
}

/** Every n-th, so that old and young ones are among them. One that ended meanwhile is left out. */
async function* histories(client: Client, open: number, asked: number) {
  let seen = 0;
  let taken = 0;
  for await (const { workflowId, runId } of client.workflow.list({ query: openOnes })) {
    seen += 1;
    if (taken >= asked) return;
    if (seen * asked < (taken + 1) * open) continue;
    const history = await historyOf(client, workflowId, runId);
    taken += 1;
    if (history) yield { workflowId, history };
  }
}

async function historyOf(client: Client, workflowId: string, runId: string): Promise<History | null> {
  try {
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

function brokenBy({ workflowId, runId, error }: ReplayResult): Broken | null {
  if (!error) return null;
  const kind = error instanceof DeterminismViolationError ? 'nondeterminism' : 'failed';
  return { workflowId, runId, kind, why: error.message.replace(/\s+/g, ' ').trim() };
}
