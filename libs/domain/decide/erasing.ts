import { textNeeded, textsOf } from '../erasure.js';
import type { LicenseState } from '../license.js';
import { filingMachines, isTerminal } from '../machines.js';
import { isFormallyOver } from '../status.js';
import { type Deciders, decided } from './decider.js';

/** The end of what people wrote, and of names: nothing goes that a duty still needs. */
export const erasing: Pick<Deciders, 'erase-texts'> = {
  'erase-texts': (state, { refs, ground, reason }, { validOn }) => {
    mustNotNeed(state, refs);
    return [decided('erased', validOn, { what: 'texts', refs, ground, reason })];
  },
};

/** What the license is not done with: the company as the authority knows it, and filings that are open. */
function mustNotNeed(state: LicenseState, refs: readonly string[]): void {
  if (state.closed) return;
  const open = Object.values(state.filings).filter(({ kind, status }) => !isTerminal(filingMachines[kind], status));
  const subjects: [string, unknown][] = open.map((filing) => [filing.id, filing]);
  if (!isFormallyOver(state)) subjects.unshift(['company', state.company]);
  for (const [name, value] of subjects) {
    const texts = textsOf(value);
    const needed = refs.filter((ref) => texts.includes(ref));
    if (needed.length > 0) throw textNeeded(needed, name);
  }
}
