import type { SettledReadings } from '../../rulebook/index.js';
import type { RecordedOf } from '../events.js';
import type { LicenseState } from '../license.js';
import { filingWith, stateWith } from './changed.js';
import { type Evolvers, recordedDay } from './evolver.js';

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
  /** The reference to a text stays where it stood; whoever follows it finds nothing. */
  erased: (state, event) => (event.data.what === 'files' ? withoutFiles(state, event) : state),
};

/** What the house has settled with one authority does not bind another: until it is told anew, the rule is open. */
function withoutAuthority(readings: SettledReadings): SettledReadings {
  return Object.fromEntries(Object.entries(readings).filter(([, { scope }]) => scope !== 'authority'));
}

/** What they were stays; each says since when it is gone. */
function withoutFiles(state: LicenseState, event: RecordedOf<'erased'>): LicenseState {
  if (event.data.what !== 'files') return state;
  const gone = new Set(event.data.files.map(({ id }) => id));
  const erasedOn = recordedDay(event);
  const filings = Object.entries(state.filings).map(([id, filing]) => {
    const materials = Object.entries(filing.materials).map(([requirementId, versions]) => [
      requirementId,
      versions.map((version) => (gone.has(version.materialId) ? { ...version, erasedOn } : version)),
    ]);
    return [id, filingWith(filing, { materials: Object.fromEntries(materials) })];
  });
  const papers = state.papers.map((paper) => ({
    ...paper,
    scans: paper.scans.map((scan) => (gone.has(scan.scanId) ? { ...scan, erasedOn } : scan)),
  }));
  return stateWith(state, { filings: Object.fromEntries(filings), papers });
}
