import type { AdvanceAnswer, AdvanceRequest } from '../libs/contracts/index.js';
import type { AdvanceStore } from '../libs/persistence/index.js';
import { type AdvanceRules, LicenseTurn } from './advance/license-turn.js';

export interface AdvanceDeps extends AdvanceRules {
  store: AdvanceStore;
}

/**
 * The license's one writer: locks the head, folds what is new, decides, appends, evolves, lets the tick say what falls
 * due, and writes snapshot, views, planned rungs, outbox, reply and next wake-up in the same transaction. Safe to run
 * twice, and at the same time: what it answers comes from what is on record. A refusal is an answer and leaves nothing;
 * an error of the database is thrown, so that the activity fails and is tried again.
 */
export function createAdvance({ store, ...rules }: AdvanceDeps): (request: AdvanceRequest) => Promise<AdvanceAnswer> {
  return (request) =>
    store.turn(request.licenseId, askedId(request), async (turn) => {
      const license = await LicenseTurn.open(rules, request.licenseId, turn, request.now);
      if (request.expectedSeq !== null && turn.head.seq < request.expectedSeq)
        return license.behind(request.expectedSeq);
      if (turn.onRecord) return license.unchanged('duplicate');
      switch (request.kind) {
        case 'resume':
          return license.resume();
        case 'wake-up':
          return license.wakeUp(request.expectedSeq ?? turn.head.seq);
        case 'command':
          return license.command(request.commandId);
        default:
          return request satisfies never;
      }
    });
}

/** The id under which the ledger would know this request: never a date, so that a repeated wake-up is the same one. */
function askedId(request: AdvanceRequest): string | null {
  if (request.kind === 'command') return request.commandId;
  if (request.kind === 'wake-up' && request.expectedSeq !== null) return `wake:${request.expectedSeq}`;
  return null;
}
