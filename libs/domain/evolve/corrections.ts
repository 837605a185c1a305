import { isCivilDate } from '../../calendar/index.js';
import { correctable, correctionKey } from '../correctable.js';
import type { RecordedOf } from '../events.js';
import type { LicenseState } from '../license.js';
import { paperEntries } from '../papers.js';
import { stateWith } from './changed.js';
import { type Evolvers, recordedDay } from './evolver.js';
import { withPaper } from './papers.js';

type CorrectionEvent = 'entry-correction-proposed' | 'entry-corrected';

/** Mistaken entries: nothing is overwritten, but from the correction on the state is as if the right one stood there. */
export const corrections: Pick<Evolvers, CorrectionEvent> = {
  'entry-correction-proposed': (state, event) => {
    const { seq, member, from, to, reason } = event.data;
    const proposal = { seq, member, from, to, reason, proposedBy: event.actor.id, proposedSeq: event.seq };
    return stateWith(state, {
      proposedCorrections: { ...state.proposedCorrections, [correctionKey(seq, member)]: proposal },
    });
  },

  'entry-corrected': (state, event) => {
    const { seq, changes } = event.data;
    const after = withChanges(state, seq, changes);
    if (!after) return null;
    const done = changes.map(({ member }) => correctionKey(seq, member));
    const proposedCorrections = Object.fromEntries(
      Object.entries(after.proposedCorrections).filter(([key]) => !done.includes(key)),
    );
    return stateWith(after, {
      proposedCorrections,
      corrected: [...after.corrected, madeBy(state, event)],
    });
  },
};

type Changes = RecordedOf<'entry-corrected'>['data']['changes'];

function madeBy(
  { proposedCorrections }: LicenseState,
  event: RecordedOf<'entry-corrected'>,
): LicenseState['corrected'][number] {
  const { seq, changes, proposedBy } = event.data;
  const keys = changes.map(({ member }) => correctionKey(seq, member));
  const proposal = Object.entries(proposedCorrections).find(([key]) => keys.includes(key))?.[1];
  return {
    seq,
    changes,
    reason: proposal?.reason ?? null,
    proposedBy,
    proposedSeq: proposal?.proposedSeq ?? null,
    approvedBy: event.actor.id,
    on: recordedDay(event),
    correctedBy: event.seq,
  };
}

/** As if the entry had said it; null where the state cannot be so. */
export function withChanges(state: LicenseState, seq: number, changes: Changes): LicenseState | null {
  let after: LicenseState | null = state;
  for (const { member, to } of changes) {
    after = after && (correctable(after, seq, member)?.put(to) ?? null);
  }
  return after && withDays(after, seq, changes);
}

/** A paper bears the day that its entry says now. */
function withDays(state: LicenseState, seq: number, changes: Changes): LicenseState {
  const paper = state.papers.find((each) => each.seq === seq);
  const told = paper && changes.find(({ member }) => member === paperEntries[paper.type].day);
  if (!paper || typeof told?.to !== 'string' || !isCivilDate(told.to)) return state;
  return withPaper(state, { ...paper, on: told.to });
}
