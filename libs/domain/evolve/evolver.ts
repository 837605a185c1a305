import { shanghaiDay } from '../../calendar/index.js';
import type { AttentionReason, LicenseEventType, RecordedEvent, RecordedOf } from '../events.js';
import type { Filing, LicenseState } from '../license.js';
import { filingMachines, isTerminal, nextState } from '../machines.js';
import { filingWith, stateWith } from './changed.js';

/** The state after an event, or null where the event does not fit the state. Does not change what it is given. */
export type Evolver<T extends LicenseEventType> = (state: LicenseState, event: RecordedOf<T>) => LicenseState | null;

/** One for each event type but the one that begins a stream: the compiler keeps the table complete. */
export type Evolvers = { [T in Exclude<LicenseEventType, 'license-opened'>]: Evolver<T> };

/** Civil day on which an event became known. */
export function recordedDay(event: RecordedEvent): string {
  return shanghaiDay(event.recordedAt);
}

/**
 * Moves a filing by its machine and changes it. Null where there is no such filing or the table does not allow the
 * event.
 */
export function moveFiling(
  state: LicenseState,
  event: RecordedEvent & { data: { filingId: string } },
  change: (filing: Filing) => Partial<Filing> = () => ({}),
): LicenseState | null {
  const filing = state.filings[event.data.filingId];
  if (!filing) return null;
  const machine = filingMachines[filing.kind];
  const status = nextState(machine, filing.status, event.type);
  if (status === null) return null;
  const moved = Object.assign(filingWith(filing, change(filing)), { status });
  if (status !== filing.status && isTerminal(machine, status))
    Object.assign(moved, { closedSeq: event.seq, closedOn: recordedDay(event) });
  return stateWith(state, { filings: { ...state.filings, [filing.id]: moved } });
}

/** Raising what is raised already changes nothing, so the first day stays. */
export function withAttention(
  state: LicenseState,
  event: RecordedEvent,
  reason: AttentionReason,
  about: string,
): LicenseState {
  if (state.attention.some((mark) => mark.reason === reason && mark.about === about)) return state;
  const mark = { reason, about, since: event.validOn, seq: event.seq };
  return stateWith(state, { attention: [...state.attention, mark] });
}

export function withoutAttention(state: LicenseState, reason: AttentionReason, about: string): LicenseState {
  const attention = state.attention.filter((mark) => mark.reason !== reason || mark.about !== about);
  return attention.length === state.attention.length ? state : stateWith(state, { attention });
}
