import type { Evolvers } from './evolver.js';

type KeepingEvent =
  | 'people-assigned'
  | 'calendar-adopted'
  | 'rulebook-adopted'
  | 'readings-adopted'
  | 'authority-moved'
  | 'simulation-marked'
  | 'license-closed';

/** Who looks after the license, by which law, and its end. */
export const keeping: Pick<Evolvers, KeepingEvent> = {
  'people-assigned': (state, event) => ({ ...state, people: event.data.people }),
  'calendar-adopted': (state, event) => ({ ...state, pins: { ...state.pins, calendar: event.data.calendar } }),
  'rulebook-adopted': (state, event) => ({ ...state, pins: { ...state.pins, pack: event.data.pack } }),
  'readings-adopted': (state, { data: { readings, houseSeq } }) => ({ ...state, readings, readingsSeq: houseSeq }),
  'authority-moved': (state, event) => ({ ...state, authority: event.data.authority, office: event.data.office }),
  'simulation-marked': (state) => ({ ...state, simulated: true }),
  'license-closed': (state) => ({ ...state, closed: true }),
};
