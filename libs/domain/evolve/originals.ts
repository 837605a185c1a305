import type { RecordedEvent } from '../events.js';
import type { LicenseState, Original } from '../license.js';
import { filingWith, stateWith } from './changed.js';
import type { Evolvers } from './evolver.js';

type OriginalEvent = 'original-handed-over' | 'original-shown' | 'original-returned';

/** Where originals are: beside the machine of a filing, for a paper may come back after the filing's end. */
export const originals: Pick<Evolvers, OriginalEvent> = {
  'original-handed-over': (state, event) => {
    const { holder, handedOverOn, dueBackOn } = event.data;
    return withOriginal(state, event, (known) => ({
      holder,
      handedOverOn,
      dueBackOn,
      shownOn: known?.shownOn ?? null,
      returnedOn: null,
      seq: event.seq,
    }));
  },

  'original-shown': (state, event) =>
    withOriginal(state, event, (known) => known && { ...known, shownOn: event.data.shownOn }),

  'original-returned': (state, event) =>
    withOriginal(state, event, (known) => known && { ...known, returnedOn: event.data.returnedOn }),
};

function withOriginal(
  state: LicenseState,
  { data: { filingId, requirementId } }: RecordedEvent & { data: { filingId: string; requirementId: string } },
  change: (known: Original | undefined) => Original | undefined,
): LicenseState | null {
  const filing = state.filings[filingId];
  const original = filing && change(filing.originals[requirementId]);
  if (!original) return null;
  const changed = filingWith(filing, { originals: { ...filing.originals, [requirementId]: original } });
  return stateWith(state, { filings: { ...state.filings, [filingId]: changed } });
}
