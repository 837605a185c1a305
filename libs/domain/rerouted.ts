import type { Correctable } from './correctable.js';
import { stateWith } from './evolve/changed.js';
import type { Decision, Filing, LicenseState } from './license.js';
import { asksAgain } from './misfiled.js';

/** That a decision not to accept names another authority, or which; as long as nothing is with that one. */
export function rerouted(state: LicenseState, filing: Filing): Correctable[] {
  const { decision } = filing;
  if (decision?.outcome !== 'not-accepted') return [];
  const later = Object.values(state.filings).filter((other) => goesOn(other, filing, decision));
  if (later.some(({ status }) => status !== 'draft' && status !== 'withdrawn')) return [];
  const draft = later.find(({ status }) => status === 'draft');
  const put = (to: Correctable['value']): LicenseState | null => {
    if (to !== null && typeof to !== 'string') return null;
    const filings = { ...state.filings, [filing.id]: { ...filing, decision: { ...decision, reroutedTo: to } } };
    if (draft) filings[draft.id] = { ...draft, follows: to === null ? null : filing.id };
    return stateWith(state, { filings });
  };
  const { seq, reroutedTo: value } = decision;
  return [{ seq, member: 'reroutedTo', kind: 'authority', value, mayLieAhead: false, put }];
}

function goesOn(other: Filing, filing: Filing, { seq }: Decision): boolean {
  if (asksAgain(other, filing, seq)) return true;
  return other.openedSeq > seq && other.answers.some((change) => filing.answers.includes(change));
}
