import { log, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import { taskQueues } from '../libs/contracts/index.js';

/**
 * A mail server may be away for most of a day. Longer than that and the silence would be noticed elsewhere first; a
 * bound is needed too because skipped time skips the waits between attempts.
 */
const { send } = proxyActivities<Activities>({
  taskQueue: taskQueues.notices,
  startToCloseTimeout: '90s',
  scheduleToCloseTimeout: '20h',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '1h' },
});

/** Needs only PostgreSQL, and must happen in the end: no bound. */
const { giveUpSend } = proxyActivities<Activities>({
  taskQueue: taskQueues.notices,
  startToCloseTimeout: '30s',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '1h' },
});

/** The messages on their way: beside the loop, never awaited by a command, each once per run. */
export class OpenSends {
  private readonly open = new Set<string>();
  private readonly done = new Set<string>();

  constructor(
    private readonly licenseId: string,
    /** Told when a message is taken up, for the count of events. */
    private readonly onScheduled: () => void,
  ) {}

  get keys(): string[] {
    return [...this.open];
  }

  get count(): number {
    return this.open.size;
  }

  takeUp(keys: readonly string[]): void {
    for (const key of keys) {
      if (this.open.has(key) || this.done.has(key)) continue;
      this.open.add(key);
      void this.deliver(key);
    }
  }

  /** Never rejects: a message that fails is given up into a state that people see. */
  private async deliver(outboxKey: string): Promise<void> {
    const request = { licenseId: this.licenseId, outboxKey, now: new Date().toISOString() };
    try {
      this.onScheduled();
      const { followUps } = await send(request).catch((error: unknown) => {
        log.warn('message given up', { outboxKey, error: String(error) });
        this.onScheduled();
        return giveUpSend({ ...request, now: new Date().toISOString() });
      });
      this.done.add(outboxKey);
      this.takeUp(followUps);
    } catch (error) {
      log.error('message neither sent nor given up; its row stays open', { outboxKey, error: String(error) });
    } finally {
      this.open.delete(outboxKey);
    }
  }
}
