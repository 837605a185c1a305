import type { Companion, Inspection } from './conduct.js';
import type { Correctable } from './correctable.js';
import { ahead, past } from './correctable-days.js';
import type { LicenseState } from './license.js';

/** Days of what stands beside the permit: certificates and inspections. */
export function ofConduct(state: LicenseState): Correctable[] {
  const { companions, inspections } = state.conduct;
  return [
    ...companions.flatMap((companion) => ofCompanion(state, companion)),
    ...inspections.flatMap((inspection) => ofInspection(state, inspection)),
  ];
}

/** Both days of each certificate, as printed. */
function ofCompanion(state: LicenseState, companion: Companion): Correctable[] {
  const { conduct } = state;
  const put = (seq: number, change: Partial<Companion['terms'][number]>): LicenseState => {
    const terms = companion.terms.map((term) => (term.seq === seq ? { ...term, ...change } : term));
    const companions = conduct.companions.map((each) => (each === companion ? { ...companion, terms } : each));
    return { ...state, conduct: { ...conduct, companions } };
  };
  return companion.terms.flatMap(({ seq, validFrom, lastDay }) => [
    ...ahead(seq, 'validFrom', validFrom, (to) => put(seq, { validFrom: to })),
    ...ahead(seq, 'lastDay', lastDay, (to) => put(seq, { lastDay: to })),
  ]);
}

function ofInspection(state: LicenseState, inspection: Inspection): Correctable[] {
  const { conduct } = state;
  const put = (change: Partial<Inspection>): LicenseState => {
    const inspections = conduct.inspections.map((each) => (each === inspection ? { ...inspection, ...change } : each));
    return { ...state, conduct: { ...conduct, inspections } };
  };
  const { heldSeq, heldOn, answerDueOn } = inspection;
  return [
    ...past(heldSeq, 'heldOn', heldOn, (to) => put({ heldOn: to })),
    ...ahead(heldSeq, 'answerDueOn', answerDueOn, (to) => put({ answerDueOn: to })),
  ];
}
