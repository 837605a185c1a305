import { shanghaiDay } from '../../libs/calendar/index.js';
import { evolve, type LicenseState, lawOfLicense, type WakeWindow } from '../../libs/domain/index.js';
import { canonicalize } from '../../libs/ledger/canonicalize.js';
import { openBody } from '../../libs/ledger/envelope.js';
import type { AdvanceStore, Turn } from '../../libs/persistence/index.js';
import { derivedFrom } from './derived.js';
import { recordedEvent } from './draft.js';

export interface RebuildDeps {
  store: AdvanceStore;
  wakeWindow: WakeWindow;
}

export interface Rebuilt {
  /** Head of the license's stream. */
  seq: number;
  /** The snapshot that was there is not what the ledger says. */
  differed: boolean;
}

/**
 * Folds one license's whole stream anew and writes snapshot and views from it, as of the newest entry's time. Holds
 * the head's lock meanwhile, so it may run beside everything else. Null where nothing is on record.
 */
export function createRebuild({ store, wakeWindow }: RebuildDeps): (licenseId: string) => Promise<Rebuilt | null> {
  return (licenseId) =>
    store.turn(licenseId, null, async (turn) => {
      const state = await foldAll(licenseId, turn);
      if (state === null) return { keep: false, answer: null };
      const now = state.recordedAt;
      const actor = { kind: 'system', id: 'tick' } as const;
      await turn.derive(
        derivedFrom(state, { law: lawOfLicense(state), now, today: shanghaiDay(now), actor, wakeWindow }),
      );
      const differed = turn.snapshot === null || canonicalize(turn.snapshot.state) !== canonicalize(state);
      return { keep: true, answer: { seq: turn.head.seq, differed } };
    });
}

async function foldAll(licenseId: string, turn: Turn): Promise<LicenseState | null> {
  let state: LicenseState | null = null;
  for await (const row of turn.eventsAfter(0)) state = evolve(licenseId, state, recordedEvent(openBody(row.body)));
  return state;
}
