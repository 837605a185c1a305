import type { FanOutBatchAnswer, FanOutBatchRequest } from '../libs/contracts/index.js';
import { DomainError } from '../libs/domain/errors.js';
import type { Gateway } from '../libs/gateway/index.js';
import type { FanOutRepository, PendingFanOut } from '../libs/persistence/index.js';

export interface FanOutDeps {
  fanOut: Pick<FanOutRepository, 'pending' | 'countPending' | 'settle'>;
  gateway: Pick<Gateway, 'execute'>;
  /** UTC instant of the wall clock: when a row was settled is bookkeeping, not a date of the domain. */
  now: () => string;
  heartbeat: () => void;
  pause: (ms: number) => Promise<void>;
}

export interface FanOutActivities {
  carryBatch(request: FanOutBatchRequest): Promise<FanOutBatchAnswer>;
}

/**
 * Carries one event to the next licenses, a command each, at a set rate. A command that arrived twice is known to the
 * license, so a batch may be cut off anywhere and run again.
 */
export function createFanOutActivities(deps: FanOutDeps): FanOutActivities {
  return {
    async carryBatch({ eventId, perSecond, limit }) {
      const pending = await deps.fanOut.pending(eventId, limit);
      let settled = 0;
      for (const row of pending) {
        const until = deps.pause(1_000 / perSecond);
        if (await carry(deps, eventId, row)) settled += 1;
        deps.heartbeat();
        await until;
      }
      return { settled, postponed: pending.length - settled, left: await deps.fanOut.countPending(eventId) };
    },
  };
}

/** Whether the license has answered: a refusal is an answer, and final. */
async function carry({ fanOut, gateway, now }: FanOutDeps, eventId: string, row: PendingFanOut): Promise<boolean> {
  try {
    await gateway.execute(row.licenseId, row.commandId);
    await fanOut.settle(eventId, row.licenseId, 'done', now());
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === 'unavailable') return false;
    await fanOut.settle(eventId, row.licenseId, 'refused', now(), error.code);
    return true;
  }
}
