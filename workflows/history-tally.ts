import { workflowInfo } from '@temporalio/workflow';

/**
 * How many events the run holds once the current workflow task is done. Temporal tells the length only as of the
 * task's start, and what the task itself will add decides whether a license sleeps within its bounds.
 */
export class HistoryTally {
  private asOf = 0;
  private added = 0;

  add(events: number): void {
    this.follow();
    this.added += events;
  }

  get events(): number {
    this.follow();
    const taskCompleted = 1;
    return this.asOf + taskCompleted + this.added;
  }

  /** A new task's start counts all that was added before it. */
  private follow(): void {
    const { historyLength } = workflowInfo();
    if (historyLength === this.asOf) return;
    this.asOf = historyLength;
    this.added = 0;
  }
}

/** Events that one act adds to the history. */
export const eventsOf = {
  advance: 1,
  update: 2,
  timerStarted: 1,
  timerCanceled: 1,
  sendScheduled: 1,
  upsert: 1,
} as const;
