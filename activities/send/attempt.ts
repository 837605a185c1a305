import { shanghaiDay } from '../../libs/calendar/index.js';
import type { SendAnswer } from '../../libs/contracts/index.js';
import type { Delivery } from '../../libs/notices/index.js';
import type { Attempt, OutboxState, SendTime } from '../../libs/persistence/index.js';

/** When an attempt is made: the time it was asked for, and how long ago that was. */
export function timeOf(askedAt: string, waitedMs: number): SendTime {
  const now = new Date(Date.parse(askedAt) + waitedMs).toISOString();
  return { now, validOn: shanghaiDay(now) };
}

export function attemptOf(delivery: Delivery): Exclude<Attempt, { outcome: 'suppressed' }> {
  const { answer } = delivery;
  switch (delivery.outcome) {
    case 'accepted':
      return { outcome: 'sent', answer };
    case 'refused':
      return { outcome: delivery.permanent ? 'failed' : 'deferred', answer };
    case 'lost':
      return delivery.handedOver ? { outcome: 'uncertain', answer, final: false } : { outcome: 'deferred', answer };
    default:
      return delivery satisfies never;
  }
}

/** What is on record of a message that needs no further attempt. */
export function answerFor(state: OutboxState): SendAnswer['state'] {
  if (state === 'sent') return 'already-sent';
  return state === 'suppressed' ? 'suppressed' : 'failed';
}
