import { correctable, correctionKey } from '../correctable.js';
import type { LicenseState } from '../license.js';
import { stateWith } from './changed.js';
import type { Evolvers } from './evolver.js';

type CorrectionEvent = 'entry-correction-proposed' | 'entry-corrected';

/** Mistaken entries: nothing is overwritten, but from the correction on the state is as if the right day had stood there. */
export const corrections: Pick<Evolvers, CorrectionEvent> = {
  'entry-correction-proposed': (state, event) => {
    const { seq, member, from, to } = event.data;
    const proposal = { seq, member, from, to, proposedBy: event.actor.id };
    return stateWith(state, {
      proposedCorrections: { ...state.proposedCorrections, [correctionKey(seq, member)]: proposal },
    });
  },

  'entry-corrected': (state, event) => {
    const { seq, changes } = event.data;
    let after: LicenseState | null = state;
    for (const { member, to } of changes) {
      after = after && (correctable(after, seq, member)?.put(to) ?? null);
    }
    if (!after) return null;
    const done = changes.map(({ member }) => correctionKey(seq, member));
    const proposedCorrections = Object.fromEntries(
      Object.entries(after.proposedCorrections).filter(([key]) => !done.includes(key)),
    );
    return stateWith(after, { proposedCorrections });
  },
};
