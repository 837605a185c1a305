import type { Inspection } from '../conduct.js';
import type { ConductEventType } from '../conduct-events.js';
import type { LicenseState } from '../license.js';
import { type Evolvers, recordedDay } from './evolver.js';

type InspectionEvent = Extract<ConductEventType, `inspection-${string}` | 'site-visit-noted'>;

/** Looks of the authority at the business, and the answers to them. */
export const inspections: Pick<Evolvers, InspectionEvent> = {
  'inspection-announced': (state, { data, seq: announcedSeq }) => {
    const { inspectionId: id, kind, announcedOn, plannedOn, number } = data;
    if (inspectionOf(state, id)) return null;
    return withInspection(state, { ...unheld, id, kind, announcedOn, plannedOn, number, announcedSeq });
  },

  'inspection-held': (state, event) => {
    const { inspectionId: id, kind, heldOn, officials, number, findings, answerDueOn } = event.data;
    const announced = inspectionOf(state, id);
    if (announced && announced.heldOn !== null) return null;
    const held = { kind, heldOn, officials, findings, answerDueOn, heldSeq: event.seq, recordedOn: recordedDay(event) };
    const before = announced ?? { ...unheld, id };
    return withInspection(state, { ...before, ...held, number: number ?? before.number });
  },

  'inspection-answered': (state, { data: { inspectionId, answeredOn } }) => {
    const held = inspectionOf(state, inspectionId);
    return held ? withInspection(state, { ...held, answeredOn }) : null;
  },

  'site-visit-noted': (state, { data, seq }) => ({
    ...state,
    conduct: { ...state.conduct, siteVisits: [...state.conduct.siteVisits, { ...data, seq }] },
  }),
};

const unheld: Omit<Inspection, 'id' | 'kind'> = {
  announcedOn: null,
  plannedOn: null,
  heldOn: null,
  officials: null,
  number: null,
  findings: [],
  answerDueOn: null,
  answeredOn: null,
  announcedSeq: null,
  heldSeq: null,
  recordedOn: null,
};

function inspectionOf({ conduct }: LicenseState, id: string): Inspection | undefined {
  return conduct.inspections.find((inspection) => inspection.id === id);
}

function withInspection(state: LicenseState, inspection: Inspection): LicenseState {
  const { inspections: known } = state.conduct;
  const next = inspectionOf(state, inspection.id)
    ? known.map((each) => (each.id === inspection.id ? inspection : each))
    : [...known, inspection];
  return { ...state, conduct: { ...state.conduct, inspections: next } };
}
