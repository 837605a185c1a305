import type { RecordedEvent } from '../events.js';
import type { LicenseState, Original } from '../license.js';
import { filingWith, stateWith } from './changed.js';
import type { Evolvers } from './evolver.js';

type OriginalEvent = 'original-handed-over' | 'original-shown' | 'original-returned' | 'original-corrected';

/** Where originals are: beside the machine of a filing, for a paper may come back after the filing's end. */
export const originals: Pick<Evolvers, OriginalEvent> = {
  'original-handed-over': (state, event) => {
    const { holder, handedOverOn, dueBackOn } = event.data;
    return withOriginal(state, event, (known) => ({
      holder,
      handedOverOn,
      dueBackOn,
      shownOn: known?.shownOn ?? null,
      showings: known?.showings ?? [],
      returnedOn: null,
      returnedSeq: null,
      seq: event.seq,
    }));
  },

  'original-shown': (state, event) =>
    withOriginal(
      state,
      event,
      (known) => known && shown(known, [...known.showings, { on: event.data.shownOn, seq: event.seq }]),
    ),

  'original-returned': (state, event) =>
    withOriginal(
      state,
      event,
      (known) => known && { ...known, returnedOn: event.data.returnedOn, returnedSeq: event.seq },
    ),

  'original-corrected': (state, event) =>
    withOriginal(state, event, (known) => known && without(known, event.data.entry)),
};

/** The newest day counts, whatever the order of entry. */
export function shown(original: Original, showings: Original['showings']): Original {
  const days = showings.map(({ on }) => on).sort();
  return { ...original, showings, shownOn: days.at(-1) ?? null };
}

/** As if the entry, of a showing or of the return, had not been made. */
export function without(original: Original, entry: number): Original {
  if (original.returnedSeq === entry) return { ...original, returnedOn: null, returnedSeq: null };
  return shown(
    original,
    original.showings.filter(({ seq }) => seq !== entry),
  );
}

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
