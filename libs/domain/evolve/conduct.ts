import type { Companion, Conduct, Operation, SpecialCondition, Subsidiary } from '../conduct.js';
import type { ConductEventType } from '../conduct-events.js';
import type { LicenseState } from '../license.js';
import { stateWith } from './changed.js';
import { type Evolvers, recordedDay, withAttention } from './evolver.js';
import { inspections } from './inspections.js';

type RestOfConduct = Exclude<ConductEventType, keyof typeof inspections>;

/** Where services run, and what the permit brings along: conditions, certificates, subsidiaries, duties. */
const business: Pick<Evolvers, RestOfConduct> = {
  'operation-started': (state, { data, seq }) => {
    const { operationId: id, serviceType, province, startedOn } = data;
    const operation: Operation = { id, serviceType, province, startedOn, stoppedOn: null, void: false, seq };
    return added(state, 'operations', operation);
  },

  'operation-stopped': (state, { data: { operationId, stoppedOn } }) =>
    changed(state, 'operations', operationId, () => ({ stoppedOn })),

  'operation-corrected': (state, { data: { operationId, period } }) =>
    changed(state, 'operations', operationId, () => (period === null ? { void: true } : { ...period, void: false })),

  'income-stated': (state, { data: { income, asOf }, seq }) => conducted(state, { income: { income, asOf, seq } }),

  'operating-alarm-raised': (state, event) => {
    const { operationId, from } = event.data;
    if (!state.conduct.operations.some(({ id }) => id === operationId)) return null;
    const alarm = { operationId, from, seq: event.seq, recordedOn: recordedDay(event) };
    const alarmed = conducted(state, { alarms: [...state.conduct.alarms, alarm] });
    return withAttention(alarmed, event, 'operating-without-permit', operationId);
  },

  'special-condition-recorded': (state, event) => {
    const { conditionId: id, kind, serviceType, text, dueOn } = event.data;
    const recorded = { seq: event.seq, recordedOn: recordedDay(event) };
    const condition: SpecialCondition = { id, kind, serviceType, text, dueOn, metOn: null, ...recorded };
    return added(state, 'conditions', condition);
  },

  'special-condition-met': (state, { data: { conditionId, metOn } }) =>
    changed(state, 'conditions', conditionId, () => ({ metOn })),

  'companion-recorded': (state, event) => {
    const { companionId: id, companion, number, holder, validFrom, lastDay } = event.data;
    const { seq } = event;
    const term = { validFrom, lastDay, seq, recordedOn: recordedDay(event) };
    const recorded: Companion = { id, companion, number, holder, terms: [term], reports: [], endedOn: null, seq };
    return added(state, 'companions', recorded);
  },

  'companion-renewed': (state, event) => {
    const { companionId, validFrom, lastDay } = event.data;
    const term = { validFrom, lastDay, seq: event.seq, recordedOn: recordedDay(event) };
    return changed(state, 'companions', companionId, ({ terms }) => ({ terms: [...terms, term] }));
  },

  'companion-report-filed': (state, { data: { companionId, year, filedOn } }) =>
    changed(state, 'companions', companionId, ({ reports }) => ({ reports: [...reports, { year, filedOn }] })),

  'companion-ended': (state, { data: { companionId, endedOn } }) =>
    changed(state, 'companions', companionId, () => ({ endedOn })),

  'subsidiary-authorized': (state, { data, seq }) => {
    const { subsidiaryId: id, ...told } = data;
    const subsidiary: Subsidiary = { id, ...told, endedOn: null, seq };
    return added(state, 'subsidiaries', subsidiary);
  },

  'subsidiary-ended': (state, { data: { subsidiaryId, endedOn } }) =>
    changed(state, 'subsidiaries', subsidiaryId, () => ({ endedOn })),

  'duty-confirmed': (state, { data, actor, seq }) =>
    conducted(state, { confirmations: [...state.conduct.confirmations, { ...data, by: actor.id, seq }] }),
};

/** The business under a permit. */
export const conduct: Pick<Evolvers, ConductEventType> = { ...business, ...inspections };

function conducted(state: LicenseState, change: Partial<Conduct>): LicenseState {
  return stateWith(state, { conduct: { ...state.conduct, ...change } });
}

/** What is told under an id of its own. */
type Listed = 'operations' | 'conditions' | 'companions' | 'subsidiaries';
type One<L extends Listed> = Conduct[L][number];

/** Null where the id is taken. */
function added<L extends Listed>(state: LicenseState, list: L, one: One<L>): LicenseState | null {
  const known: readonly { id: string }[] = state.conduct[list];
  return known.some(({ id }) => id === one.id) ? null : conducted(state, { [list]: [...known, one] });
}

/** Null where nothing has the id. */
function changed<L extends Listed>(
  state: LicenseState,
  list: L,
  id: string,
  change: (one: One<L>) => Partial<One<L>>,
): LicenseState | null {
  const known = state.conduct[list] as One<L>[];
  if (!known.some((one) => one.id === id)) return null;
  return conducted(state, { [list]: known.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) });
}
