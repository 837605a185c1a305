import type { Companion, Inspection, Operation } from './conduct.js';
import type { Correctable } from './correctable.js';
import { ahead, past } from './correctable-days.js';
import { isPeriod } from './corrected-value.js';
import type { LicenseState } from './license.js';

/** Under which an operation's days are corrected, by the entry of its start. */
export const periodMember = 'period';

/** Days of the business under the permit, and of what stands beside it: certificates and inspections. */
export function ofConduct(state: LicenseState): Correctable[] {
  const { operations, companions, inspections } = state.conduct;
  return [
    ...operations.map((operation) => ofOperation(state, operation)),
    ...companions.flatMap((companion) => ofCompanion(state, companion)),
    ...inspections.flatMap((inspection) => ofInspection(state, inspection)),
  ];
}

/** Both its days as one, for they say together when it ran; null where it was entered by mistake and never did. */
function ofOperation(state: LicenseState, operation: Operation): Correctable {
  const { conduct } = state;
  const { startedOn, stoppedOn, seq } = operation;
  const put = (change: Partial<Operation>): LicenseState => {
    const operations = conduct.operations.map((each) => (each === operation ? { ...operation, ...change } : each));
    return { ...state, conduct: { ...conduct, operations } };
  };
  return {
    seq,
    member: periodMember,
    kind: 'period',
    value: operation.void ? null : { startedOn, stoppedOn },
    mayLieAhead: false,
    put: (to) => {
      if (to === null) return put({ void: true });
      return isPeriod(to) ? put({ startedOn: to.startedOn, stoppedOn: to.stoppedOn, void: false }) : null;
    },
  };
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
  const { announcedSeq, announcedOn, heldSeq, heldOn, answerDueOn } = inspection;
  return [
    ...past(announcedSeq, 'announcedOn', announcedOn, (to) => put({ announcedOn: to })),
    ...past(heldSeq, 'heldOn', heldOn, (to) => put({ heldOn: to })),
    ...ahead(heldSeq, 'answerDueOn', answerDueOn, (to) => put({ answerDueOn: to })),
  ];
}
