import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { licenseWorkflowId } from '../contracts/index.js';

export type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;

/** What a license's life in Temporal costs, counted from its histories. */
export interface HistoryCost {
  runs: number;
  events: number;
  /** Updates, refused ones too. */
  commands: number;
  timers: number;
  /** Workflow tasks that held local activities. */
  advances: number;
  sendAttempts: number;
  upserts: number;
  /** What Temporal Cloud would bill: each of the above once. */
  actions: number;
}

/** All runs of a license that follow from one another by continue-as-new, oldest first. */
export async function historiesOf(client: Client, licenseId: string): Promise<History[]> {
  const histories: History[] = [];
  let runId: string | undefined;
  do {
    const history: History = await client.workflow.getHandle(licenseWorkflowId(licenseId), runId).fetchHistory();
    histories.unshift(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId);
  return histories;
}

/**
 * Counts as Temporal bills: an Update, a timer, an activity attempt, a run and an upsert are one action each, the local
 * activities of one workflow task together one.
 */
export function costOf(histories: History[]): HistoryCost {
  const total = { runs: 0, events: 0, commands: 0, timers: 0, advances: 0, sendAttempts: 0, upserts: 0 };
  for (const { events } of histories) {
    total.runs += 1;
    total.events += events?.length ?? 0;
    for (const event of events ?? []) count(event, total);
    total.advances += tasksWithLocalActivities(events ?? []);
  }
  const { runs, commands, timers, advances, sendAttempts, upserts } = total;
  return { ...total, actions: runs + commands + timers + advances + sendAttempts + upserts };
}

function count(event: Event, total: Omit<HistoryCost, 'actions'>): void {
  if (event.workflowExecutionUpdateAcceptedEventAttributes) total.commands += 1;
  if (event.timerStartedEventAttributes) total.timers += 1;
  if (event.upsertWorkflowSearchAttributesEventAttributes) total.upserts += 1;
  // Attempts that failed leave no event of their own; the one that ended the activity carries their number.
  if (event.activityTaskStartedEventAttributes) total.sendAttempts += event.activityTaskStartedEventAttributes.attempt ?? 1;
}

function tasksWithLocalActivities(events: Event[]): number {
  const tasks = new Set<string>();
  for (const { markerRecordedEventAttributes: marker } of events) {
    if (marker?.markerName === 'core_local_activity') tasks.add(String(marker.workflowTaskCompletedEventId));
  }
  return tasks.size;
}
