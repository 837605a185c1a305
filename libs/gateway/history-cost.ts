import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { licenseWorkflowId } from '../contracts/index.js';

export type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;

/** What a license's life in Temporal costs, counted from its histories. */
export interface HistoryCost {
  runs: number;
  events: number;
  /** Of these, left by skipped time; production has none. */
  simulationEvents: number;
  /** Updates, refused ones too. */
  commands: number;
  /** Commands in whose task the wake-up timer was set. */
  moves: number;
  /** Wake-up timers that rang, those of a retry too. */
  wakeUps: number;
  wakeTimers: number;
  /** Waits for messages before a run ended. */
  drainTimers: number;
  /** Workflow tasks that held local activities. */
  advances: number;
  sendAttempts: number;
  upserts: number;
  /** What Temporal bills: an Update, a timer, an activity attempt, a run and an upsert are one each, the local
   * activities of one workflow task together one. */
  actions: number;
}

/** All runs of a license that follow from one another by continue-as-new, oldest first. */
export const historiesOf = (client: Client, licenseId: string): Promise<History[]> =>
  historiesOfWorkflow(client, licenseWorkflowId(licenseId));

export async function historiesOfWorkflow(client: Client, workflowId: string): Promise<History[]> {
  const histories: History[] = [];
  let runId: string | undefined;
  do {
    const history: History = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    histories.unshift(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId);
  return histories;
}

export function costOf(histories: History[]): HistoryCost {
  const parts = histories.map((history) => costOfRun(history.events ?? []));
  const sum = (of: (part: RunCost) => number) => parts.reduce((total, part) => total + of(part), 0);
  const cost = {
    runs: histories.length,
    events: sum((part) => part.events),
    simulationEvents: sum((part) => part.simulationEvents),
    commands: sum((part) => part.commands),
    moves: sum((part) => part.moves),
    wakeUps: sum((part) => part.wakeUps),
    wakeTimers: sum((part) => part.wakeTimers),
    drainTimers: sum((part) => part.drainTimers),
    advances: sum((part) => part.advances),
    sendAttempts: sum((part) => part.sendAttempts),
    upserts: sum((part) => part.upserts),
  };
  const { runs, commands, wakeTimers, drainTimers, advances, sendAttempts, upserts } = cost;
  return { ...cost, actions: runs + commands + wakeTimers + drainTimers + advances + sendAttempts + upserts };
}

/** The most that a whole life may cost in actions, whatever happened in it. */
export function costBound({ commands, moves, wakeUps, sendAttempts, upserts, drainTimers, runs }: HistoryCost): number {
  return 1 + 2 * commands + moves + 2 * wakeUps + sendAttempts + upserts + drainTimers + 2 * runs;
}

type RunCost = Omit<HistoryCost, 'runs' | 'actions'>;

function costOfRun(events: Event[]): RunCost {
  const timers = events.filter((event) => event.timerStartedEventAttributes);
  const wakeTimers = timers.filter((event) => !isDrain(event));
  const wakeTimerIds = new Set(wakeTimers.map((event) => String(event.eventId)));
  const updates = events.flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted ?? []);
  const markers = events.flatMap(({ markerRecordedEventAttributes: marker }) => marker ?? []);
  const tasksWithCommands = tasksThatEndedUpdates(events);
  const tasksWithAdvances = markers.filter((marker) => marker.markerName === localActivityMarker);
  const fired = events.filter((event) => wakeTimerIds.has(String(event.timerFiredEventAttributes?.startedEventId)));
  return {
    events: events.length,
    simulationEvents: events.filter(isOfSimulation).length,
    commands: updates.length,
    moves: wakeTimers.filter((event) => tasksWithCommands.has(taskOf(event))).length,
    wakeUps: fired.length,
    wakeTimers: wakeTimers.length,
    drainTimers: timers.length - wakeTimers.length,
    advances: new Set(tasksWithAdvances.map((marker) => String(marker.workflowTaskCompletedEventId))).size,
    sendAttempts: events.reduce((total, event) => total + attemptsOf(event), 0),
    upserts: events.filter((event) => event.upsertWorkflowSearchAttributesEventAttributes).length,
  };
}

/** An Update's events name no task, but stand right behind the completion of theirs. */
function tasksThatEndedUpdates(events: Event[]): Set<string> {
  const tasks = new Set<string>();
  let task = '';
  for (const event of events) {
    if (event.workflowTaskCompletedEventAttributes) task = String(event.eventId);
    if (event.workflowExecutionUpdateCompletedEventAttributes) tasks.add(task);
  }
  return tasks;
}

const localActivityMarker = 'core_local_activity';

const isOfSimulation = (event: Event): boolean =>
  Boolean(
    event.workflowExecutionOptionsUpdatedEventAttributes ??
      event.workflowExecutionTimeSkippingTransitionedEventAttributes,
  );

/** The ten seconds that messages get before a run ends carry no summary; what a license waits for always does. */
const isDrain = (event: Event): boolean => !event.userMetadata?.summary;

const taskOf = (event: Event): string => String(event.timerStartedEventAttributes?.workflowTaskCompletedEventId);

/** Failed attempts leave no event of their own: the one that ended the activity carries their number. */
const attemptsOf = ({ activityTaskStartedEventAttributes: started }: Event): number =>
  started ? (started.attempt ?? 1) : 0;
