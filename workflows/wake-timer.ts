import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { eventsOf } from './history-tally.js';

/** When to look at the license again (UTC instant), and why, in words for the Temporal UI. */
export interface Alarm {
  at: string;
  why: string;
}

/**
 * The license's one timer. It is kept while the instant stays the same and replaced only when it moves; a timer that
 * has been passed already rings without costing one.
 */
export class WakeTimer {
  private armed: { at: string; scope: CancellationScope } | null = null;
  private ringing = false;

  get rang(): boolean {
    return this.ringing;
  }

  /** Events that `set` would add to the history. */
  costOf(alarm: Alarm | null): number {
    if (alarm?.at === this.armed?.at) return 0;
    return (this.armed ? eventsOf.timerCanceled : 0) + (alarm ? eventsOf.timerStarted : 0);
  }

  set(alarm: Alarm | null): void {
    if (alarm?.at === this.armed?.at) return;
    this.armed?.scope.cancel();
    this.armed = null;
    if (!alarm) return;
    const wait = Date.parse(alarm.at) - Date.now();
    if (wait <= 0) this.ringing = true;
    else this.start(alarm, wait);
  }

  /** Rings without a timer. */
  ringNow(): void {
    this.ringing = true;
  }

  /** Somebody answered the alarm. */
  silence(): void {
    this.ringing = false;
  }

  private start({ at, why }: Alarm, wait: number): void {
    const scope = new CancellationScope();
    this.armed = { at, scope };
    scope
      .run(() => sleep(wait, { summary: why }))
      .then(
        () => {
          this.armed = null;
          this.ringing = true;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
