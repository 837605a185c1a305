import { randomUUID } from 'node:crypto';
import {
  type Client,
  WithStartWorkflowOperation,
  type WorkflowExecutionDescription,
  type WorkflowStartOptions,
} from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common';
import { tsToMs } from '@temporalio/common/lib/time.js';
import {
  bounceWorkflowId,
  type ExecuteAnswer,
  executeUpdate,
  fanOutWorkflowId,
  type LicenseCarry,
  licenseWorkflowId,
  progressQuery,
  refreshUpdate,
  taskQueues,
  workflowTypes,
} from '../contracts/index.js';
import { OutcomeUnknown } from './errors.js';
import { LicenseLanes } from './license-lanes.js';
import { firstMemo, firstSearchAttributes } from './search-attributes.js';
import { fastForward } from './skip-time.js';
import { verdictOn } from './verdict.js';

/** What PostgreSQL knows of a command: the answer that was kept with it, or null. */
export interface CommandLookup {
  answerOf(commandId: string): Promise<ExecuteAnswer | null>;
}

export interface GatewayOptions {
  client: Client;
  commandLookup: CommandLookup;
  /** Commands that may wait for one license in this process. */
  longestLine?: number;
  /** For one command, its time in line included. */
  deadlineMs?: number;
}

export interface LicenseRun {
  runId: string;
  running: boolean;
  events: number;
  /** How often the current workflow task was begun; 0 while there is none. A task that fails is begun again for ever. */
  taskAttempts: number;
  /** UTC instant at which this run began, by the license's own time. */
  begunAt: string;
  /** UTC instant of the license's own time; null where it never left the clock on the wall. */
  skippedTo: string | null;
}

/** The one Temporal client of api, fan-out, reconciler and heal. */
export interface Gateway {
  /**
   * Runs a stored command on its license, at most once however often it is asked. Throws what the license's rules
   * refused (`RefusedByLicense`), `TooManyCommands`, or `OutcomeUnknown` after the deadline.
   */
  execute(licenseId: string, commandId: string): Promise<ExecuteAnswer>;
  /**
   * Starts the license's workflow if none runs; it resumes from the ledger. `aheadMs`: of a simulated license, how far
   * its time is ahead of the clock on the wall; not even its first task runs before that time.
   */
  start(licenseId: string, aheadMs?: number): Promise<void>;
  startFanOut(eventId: string, perSecond: number): Promise<void>;
  /** Has a stored report about a mail of ours settled; again changes nothing. */
  startBounce(bounceId: string): Promise<void>;
  fanOutRuns(eventId: string): Promise<boolean>;
  /**
   * Asks the license's workflow to continue as new when it is next idle. False where none runs: what is started later
   * runs by the code of that day anyway.
   */
  refresh(licenseId: string): Promise<boolean>;
  /** Where the license stands as its workflow knows it; null when none runs or it has not asked yet. */
  progress(licenseId: string): Promise<LicenseCarry | null>;
  /** Ends the license's workflow if one runs; the ledger keeps everything. `runId`: only if it is still this run. */
  terminate(licenseId: string, reason: string, runId?: string): Promise<void>;
  /** The latest run; null when the server remembers none. */
  describe(licenseId: string): Promise<LicenseRun | null>;
}

export function createGateway({
  client,
  commandLookup,
  longestLine = 100,
  deadlineMs = 10_000,
}: GatewayOptions): Gateway {
  const lanes = new LicenseLanes(longestLine);
  const handleOf = (licenseId: string) => client.workflow.getHandle(licenseWorkflowId(licenseId));

  async function execute(licenseId: string, commandId: string): Promise<ExecuteAnswer> {
    const deadline = Date.now() + deadlineMs;
    return lanes.run(licenseId, commandId, deadline, () => attempt(licenseId, commandId, deadline));
  }

  async function attempt(licenseId: string, commandId: string, deadline: number): Promise<ExecuteAnswer> {
    // Of this call only: a run remembers what it answered to an update id, and a refusal must be judged anew later.
    const updateId = `${commandId}:${randomUUID()}`;
    const update = { updateId, args: [commandId] as [string] };
    let absent = false;
    for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
      try {
        return await client.withDeadline(deadline, () =>
          absent
            ? client.workflow.executeUpdateWithStart(executeUpdate, {
                ...update,
                startWorkflowOperation: startOf(licenseId),
              })
            : handleOf(licenseId).executeUpdate(executeUpdate, update),
        );
      } catch (error) {
        const verdict = verdictOn(error);
        if (verdict.kind === 'refused') throw verdict.refusal;
        const kept = await commandLookup.answerOf(commandId).catch(() => null); // PostgreSQL away: as unknown as before
        if (kept) return kept;
        if (verdict.kind === 'unknown' || Date.now() + pause >= deadline)
          throw new OutcomeUnknown(licenseId, commandId, error);
        absent = verdict.kind === 'absent';
        if (!absent) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** A run that is just continuing as new or ending is asked again, as its successor. */
  async function refresh(licenseId: string): Promise<boolean> {
    const deadline = Date.now() + deadlineMs;
    for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
      try {
        const ask = () => handleOf(licenseId).executeUpdate(refreshUpdate, { updateId: `refresh:${randomUUID()}` });
        await client.withDeadline(deadline, ask);
        return true;
      } catch (error) {
        const { kind } = verdictOn(error);
        if (kind === 'absent') return false;
        if (kind !== 'repeat' || Date.now() + pause >= deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** A delayed start, and a skip of the delay. Who started the license meanwhile keeps what he started. */
  async function startAhead(licenseId: string, aheadMs: number): Promise<void> {
    const options = { ...startOptions(licenseId), startDelay: aheadMs, workflowIdConflictPolicy: 'FAIL' } as const;
    const started = await client.workflow.start(workflowTypes.license, options).catch((error: unknown) => {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return null;
      throw error;
    });
    if (!started) return;
    try {
      await fastForward(client, licenseId, aheadMs);
    } catch (error) {
      await started.terminate('its time could not be brought forward'); // or it would sleep through the delay
      throw error;
    }
  }

  const startOf = (licenseId: string) => new WithStartWorkflowOperation(workflowTypes.license, startOptions(licenseId));

  return {
    execute,
    async start(licenseId, aheadMs = 0) {
      if (aheadMs > 0) return startAhead(licenseId, aheadMs);
      await client.workflow.start(workflowTypes.license, startOptions(licenseId));
    },
    async startFanOut(eventId, perSecond) {
      await client.workflow.start(workflowTypes.fanOut, {
        workflowId: fanOutWorkflowId(eventId),
        taskQueue: taskQueues.licenses,
        args: [{ eventId, perSecond }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
    },
    async startBounce(bounceId) {
      await client.workflow.start(workflowTypes.bounce, {
        workflowId: bounceWorkflowId(bounceId),
        taskQueue: taskQueues.licenses,
        args: [bounceId],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
    },
    async fanOutRuns(eventId) {
      const found = await orNull(client.workflow.getHandle(fanOutWorkflowId(eventId)).describe());
      return found?.status.name === 'RUNNING';
    },
    refresh,
    async progress(licenseId) {
      const query = () => handleOf(licenseId).query<LicenseCarry | null>(progressQuery);
      return orNull(client.withDeadline(Date.now() + deadlineMs, query));
    },
    async terminate(licenseId, reason, runId) {
      await orNull(client.workflow.getHandle(licenseWorkflowId(licenseId), runId).terminate(reason));
    },
    async describe(licenseId) {
      const found = await orNull(handleOf(licenseId).describe());
      return found && runOf(found);
    },
  };
}

/** Whoever starts a license that runs already finds it running; one that ended is started again. */
function startOptions(licenseId: string): WorkflowStartOptions & { workflowIdConflictPolicy: 'USE_EXISTING' } {
  return {
    workflowId: licenseWorkflowId(licenseId),
    taskQueue: taskQueues.licenses,
    args: [],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    memo: firstMemo(licenseId),
    typedSearchAttributes: firstSearchAttributes(),
  };
}

function runOf({ runId, status, historyLength, startTime, raw }: WorkflowExecutionDescription): LicenseRun {
  const skippedTo = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return {
    runId,
    running: status.name === 'RUNNING',
    events: historyLength,
    begunAt: startTime.toISOString(),
    taskAttempts: raw.pendingWorkflowTask?.attempt ?? 0,
    skippedTo: skippedTo ? new Date(tsToMs(skippedTo)).toISOString() : null,
  };
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
