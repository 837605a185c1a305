import type { SettledReadings } from '../../rulebook/index.js';
import { stateWith } from './changed.js';
import type { Evolvers } from './evolver.js';

type KeepingEvent =
  | 'people-assigned'
  | 'calendar-adopted'
  | 'rulebook-adopted'
  | 'readings-adopted'
  | 'authority-moved'
  | 'simulation-marked'
  | 'license-closed'
  | 'erased';

/** Who looks after the license, by which law, and its end. */
export const keeping: Pick<Evolvers, KeepingEvent> = {
  'people-assigned': (state, event) => stateWith(state, { people: event.data.people }),
  'calendar-adopted': (state, event) => stateWith(state, { pins: { ...state.pins, calendar: event.data.calendar } }),
  'rulebook-adopted': (state, event) => stateWith(state, { pins: { ...state.pins, pack: event.data.pack } }),
  'readings-adopted': (state, { data: { readings, houseSeq } }) =>
    stateWith(state, { readings, readingsSeq: houseSeq }),
  'authority-moved': (state, { data: { authority, office } }) =>
    authority === state.authority
      ? stateWith(state, { office })
      : stateWith(state, { authority, office, readings: withoutAuthority(state.readings) }),
  'simulation-marked': (state) => stateWith(state, { simulated: true }),
  'license-closed': (state) => stateWith(state, { closed: true }),
  /** The reference stays where it stood; whoever follows it finds nothing. */
  erased: (state) => state,
};

/** What the house has settled with one authority does not bind another: until it is told anew, the rule is open. */
function withoutAuthority(readings: SettledReadings): SettledReadings {
  return Object.fromEntries(Object.entries(readings).filter(([, { scope }]) => scope !== 'authority'));
}
