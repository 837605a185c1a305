import { adoptionImpact, movedDatesIn } from '../adoption.js';
import type { Context } from '../context.js';
import { Conflict, Unavailable } from '../errors.js';
import type { LicenseState, MovedDate } from '../license.js';
import { filingMachines, isTerminal } from '../machines.js';
import { operates } from '../operations.js';
import { checkPeople } from './company-checks.js';
import { type Deciders, decided } from './decider.js';

type KeepingCommand =
  | 'assign-people'
  | 'adopt-calendar'
  | 'adopt-rulebook'
  | 'adopt-readings'
  | 'mark-simulated'
  | 'close-license'
  | 'wake-up';

/** Who looks after the license, by which law, and its end. */
export const keeping: Pick<Deciders, KeepingCommand> = {
  'assign-people': (state, { people }, { validOn }) => {
    checkPeople(people);
    const { owner, deputy, manager } = state.people;
    if (people.owner === owner && people.deputy === deputy && people.manager === manager) return [];
    return [decided('people-assigned', validOn, { people })];
  },

  'adopt-calendar': (state, { calendar }, { validOn, context }) => {
    if (calendar === state.pins.calendar) return [];
    loaded(context.law.calendar.id, calendar, '/calendar');
    return [decided('calendar-adopted', validOn, { calendar, moved: movedDates(state, context) })];
  },

  'adopt-rulebook': (state, { pack }, { validOn, context }) => {
    if (pack === state.pins.pack) return [];
    loaded(context.law.pack.id, pack, '/pack');
    return [decided('rulebook-adopted', validOn, { pack, moved: movedDates(state, context) })];
  },

  /** Fan-outs may overtake each other: what the license has heard already is not told again. */
  'adopt-readings': (state, { readings, houseSeq, authority }, { validOn, context }) => {
    const again = authority !== undefined && houseSeq === state.readingsSeq;
    if (houseSeq <= state.readingsSeq && !again) return [];
    if (authority !== undefined && authority !== state.authority) return [];
    return [decided('readings-adopted', validOn, { readings, houseSeq, moved: movedDates(state, context) })];
  },

  'mark-simulated': (state, _data, { validOn }) => (state.simulated ? [] : [decided('simulation-marked', validOn, {})]),

  'close-license': (state, { reason }, { validOn }) => {
    const open = Object.values(state.filings).find((filing) => !isTerminal(filingMachines[filing.kind], filing.status));
    if (open) {
      throw new Conflict('filing-open', `Filing ${open.id} is open`, {
        filingId: open.id,
        status: open.status,
        remedy: 'Withdraw it, or wait for its end.',
      });
    }
    if (state.permit && (state.permit.status === 'valid' || state.permit.status === 'suspended')) {
      throw new Conflict('permit-still-valid', 'The permit is in force', {
        status: state.permit.status,
        remedy: 'Record its end first.',
      });
    }
    if (operates(state)) {
      throw new Conflict('operation-running', 'A service of the license still runs', {
        remedy: 'Record that it stopped first.',
      });
    }
    return [decided('license-closed', validOn, { reason })];
  },

  /** What falls due is the tick's to say. */
  'wake-up': () => [],
};

function loaded(inContext: string, asked: string, pointer: string): void {
  if (inContext === asked) return;
  throw new Unavailable('law-not-loaded', `${String(asked).slice(0, 60)} is not loaded`, {
    pointer,
    loaded: inContext,
    remedy: 'Adopt a version that every process has.',
  });
}

function movedDates(state: LicenseState, context: Context): MovedDate[] {
  return movedDatesIn(adoptionImpact(state, context));
}
