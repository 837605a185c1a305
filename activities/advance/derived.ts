import type { Progress } from '../../libs/contracts/index.js';
import {
  agenda,
  type Context,
  filingMachines,
  hasEnded,
  isTerminal,
  type LicenseState,
  licenseLine,
  licenseStatus,
  nextWakeUp,
  type Obligation,
  plannedRungs,
} from '../../libs/domain/index.js';
import type { Derived } from '../../libs/persistence/index.js';

/** Everything that is computed from a state and kept beside it for lists, reminders and the timer. */
export function derivedFrom(state: LicenseState, context: Context): Derived {
  const wake = nextWakeUp(state, context);
  const obligations = agenda(state, context);
  return {
    state,
    wakeAt: wake?.at ?? null,
    wakeWhy: wake?.why ?? null,
    view: {
      ...licenseLine(state, obligations, context.today),
      statusOn: context.today,
      recordedAt: state.recordedAt,
      ended: hasEnded(state, wake),
    },
    obligations: obligations.map(obligationRow),
    rungs: plannedRungs(state, context),
  };
}

/** Where a license stands, as its workflow may know it. Only open filings: a payload must stay small for years. */
export function progressOf(state: LicenseState | null, today: string, nextWhy: string | null): Progress {
  if (state === null) return nothingYet;
  return {
    status: licenseStatus(state, today),
    filings: Object.values(state.filings)
      .filter(({ kind, status }) => !isTerminal(filingMachines[kind], status))
      .map(({ id, status }) => ({ id, status })),
    nextWhy,
    needsAttention: state.attention.length > 0,
    simulated: state.simulated,
    ended: hasEnded(state, nextWhy),
  };
}

/** No license, so nothing that a workflow could wait for. */
const nothingYet: Progress = {
  status: 'none',
  filings: [],
  nextWhy: null,
  needsAttention: false,
  simulated: false,
  ended: true,
};

function obligationRow(obligation: Obligation): Derived['obligations'][number] {
  const { id, kind, duty, filingId, period, openedOn, deadline, cureEnd, paused } = obligation;
  return {
    obligationId: id,
    kind,
    duty,
    filingId,
    period,
    openedOn,
    date: deadline?.date ?? null,
    safeDay: deadline?.safeDay ?? null,
    cureEnd,
    firmness: deadline?.firmness ?? null,
    paused,
  };
}
