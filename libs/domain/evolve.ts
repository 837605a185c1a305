import type { LicenseEventType, RecordedEvent } from './events.js';
import { stateWith } from './evolve/changed.js';
import { conduct } from './evolve/conduct.js';
import { corrections } from './evolve/corrections.js';
import { duties } from './evolve/duties.js';
import type { Evolvers } from './evolve/evolver.js';
import { filings } from './evolve/filings.js';
import { keeping } from './evolve/keeping.js';
import { createsLicense, openedState } from './evolve/opening.js';
import { originals } from './evolve/originals.js';
import { papers, withPaperOf } from './evolve/papers.js';
import { permits } from './evolve/permits.js';
import { reminding } from './evolve/reminding.js';
import { termEnds } from './evolve/term-ends.js';
import { type LicenseState, stateForm } from './license.js';
import { withRights } from './rights.js';
import { upcast } from './upcast.js';

const evolvers: Evolvers = {
  ...filings,
  ...originals,
  ...permits,
  ...termEnds,
  ...duties,
  ...corrections,
  ...keeping,
  ...reminding,
  ...conduct,
  ...papers,
};

/**
 * The state after one event on record. Never throws: an event of a type, version or form that this code does not
 * know, or one that the state machines do not allow, leaves the state as it is, and its number joins `unknownEvents`.
 * @param state null before the stream's first event; it stays null until the license is opened
 * @returns a new state; what was given is not changed
 */
export function evolve(licenseId: string, state: LicenseState | null, event: RecordedEvent): LicenseState | null {
  try {
    const present = known(event) ? upcast(event) : null;
    return present ? follow(licenseId, state, present) : unknown(state, event);
  } catch {
    // Data of another form than this version's: as good as a type it does not know.
    return unknown(state, event);
  }
}

/** Folds a stream's events, in order, from the beginning or onto a snapshot. */
export function fold(
  licenseId: string,
  events: readonly RecordedEvent[],
  from: LicenseState | null = null,
): LicenseState | null {
  return events.reduce((state, event) => evolve(licenseId, state, event), from);
}

/**
 * A state that was kept as JSON in PostgreSQL, as the fold gave it: there the members of an object come back by the
 * length of their names, so the filings are put back in the order in which they were opened.
 */
function restored(state: LicenseState): LicenseState {
  const filings = Object.values(state.filings).sort((a, b) => a.openedSeq - b.openedSeq);
  return { ...state, filings: Object.fromEntries(filings.map((filing) => [filing.id, filing])) };
}

/** How this code folds, for whoever keeps folded states. */
export const folding = { form: stateForm, fold, restored } as const;

function known(event: RecordedEvent): boolean {
  return createsLicense(event) || Object.hasOwn(evolvers, event.type);
}

function follow(licenseId: string, state: LicenseState | null, event: RecordedEvent): LicenseState | null {
  if (createsLicense(event)) return state === null ? openedState(licenseId, event) : unknown(state, event);
  if (state === null) return null;
  const evolver = evolvers[event.type as Exclude<LicenseEventType, 'license-opened'>] as (
    state: LicenseState,
    event: RecordedEvent,
  ) => LicenseState | null;
  const after = evolver(state, event);
  if (after === null) return unknown(state, event);
  const place = { seq: event.seq, recordedAt: event.recordedAt };
  if (after === state) return stateWith(state, place);
  // What an evolver has changed is new and nobody else's yet.
  return Object.assign(withPaperOf(withRights(state, after, event), event), place);
}

function unknown(state: LicenseState | null, event: RecordedEvent): LicenseState | null {
  if (state === null) return null;
  const { seq, recordedAt } = event;
  return stateWith(state, { seq, recordedAt, unknownEvents: [...state.unknownEvents, seq] });
}
