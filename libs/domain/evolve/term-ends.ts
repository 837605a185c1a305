import type { RecordedEvent, RecordedOf } from '../events.js';
import type { LicenseState, NonRenewal, Taking } from '../license.js';
import { stateWith } from './changed.js';
import { type Evolvers, moveFiling, recordedDay } from './evolver.js';
import { endedBut, movePermit, moving, revived } from './permits.js';

type EndEvent =
  | 'permit-expired'
  | 'permit-expiry-retracted'
  | 'permit-revoked'
  | 'permit-set-aside'
  | 'permit-withdrawn'
  | 'permit-cancelled'
  | 'permit-terminated'
  | 'services-terminated'
  | 'permit-replaced'
  | 'permit-returned'
  | 'non-renewal-decided'
  | 'non-renewal-withdrawn'
  | 'non-renewal-reported';

/** How a permit, or a service type of it, ends, and what is left to do afterwards. */
export const termEnds: Pick<Evolvers, EndEvent> = {
  'permit-expired': ended,

  'permit-expiry-retracted': (state, event) => {
    const permit = movePermit(state, event);
    return permit && stateWith(state, { permit: { ...permit, services: revived(permit) } });
  },

  'permit-revoked': (state, event) => taken(state, event, 'revoked'),
  'permit-set-aside': (state, event) => taken(state, event, 'set-aside', event.data.byFraud),
  'permit-withdrawn': (state, event) => taken(state, event, 'withdrawn'),

  'permit-cancelled': (state, event) => withPaperDue(ended(state, event), event),

  'permit-terminated': (state, event) => {
    const after = moveFiling(state, event);
    return after && withPaperDue(ended(after, event), event);
  },

  'services-terminated': (state, event) => {
    const after = moveFiling(state, event);
    const permit = after && movePermit(after, event);
    if (!permit) return null;
    const serviceTypes = permit.serviceTypes.filter((type) => !event.data.serviceTypes.includes(type));
    const services = endedBut(serviceTypes, permit, event);
    return stateWith(after, { serviceTypes, permit: { ...permit, serviceTypes, services } });
  },

  'permit-replaced': (state, event) => {
    const after = ended(state, event);
    return after && stateWith(after, { replacedBy: event.data.by });
  },

  'permit-returned': (state) =>
    state.permit?.paperDue ? stateWith(state, { permit: { ...state.permit, paperDue: null } }) : null,

  'non-renewal-decided': (state, event) => {
    const permit = movePermit(state, event);
    const termSeq = permit?.terms.at(-1)?.seq;
    if (!permit || termSeq === undefined) return null;
    const { decidedOn, serviceTypes } = event.data;
    const told = { seq: event.seq, recordedOn: recordedDay(event) };
    return stateWith(state, {
      permit: { ...permit, nonRenewal: { decidedOn, serviceTypes, termSeq, reportedOn: null, ...told } },
    });
  },

  'non-renewal-withdrawn': (state, event) => withNonRenewal(moving(state, event), () => null),

  'non-renewal-reported': (state, event) =>
    withNonRenewal(moving(state, event), (decision) => ({ ...decision, reportedOn: event.data.reportedOn })),
};

function ended(state: LicenseState, event: RecordedEvent): LicenseState | null {
  const permit = movePermit(state, event);
  return permit && stateWith(state, { permit: { ...permit, services: endedBut([], permit, event) } });
}

function taken(
  state: LicenseState,
  event: RecordedOf<'permit-revoked' | 'permit-set-aside' | 'permit-withdrawn'>,
  outcome: Taking['outcome'],
  byFraud = false,
): LicenseState | null {
  const after = withPaperDue(ended(state, event), event);
  if (!after?.permit) return null;
  const { on, servedOn } = event.data;
  const taking = { outcome, on, servedOn, byFraud, seq: event.seq, recordedOn: recordedDay(event) };
  return stateWith(after, { permit: { ...after.permit, taking } });
}

/** A later decision that asks for nothing leaves what an earlier one asked for. */
function withPaperDue(
  state: LicenseState | null,
  event: RecordedOf<
    'permit-revoked' | 'permit-set-aside' | 'permit-withdrawn' | 'permit-cancelled' | 'permit-terminated'
  >,
): LicenseState | null {
  const { returnPaper } = event.data;
  if (!state?.permit || returnPaper === null) return state;
  const paperDue = { dueOn: returnPaper.dueOn, seq: event.seq, recordedOn: recordedDay(event) };
  return stateWith(state, { permit: { ...state.permit, paperDue } });
}

function withNonRenewal(
  state: LicenseState | null,
  change: (decision: NonRenewal) => NonRenewal | null,
): LicenseState | null {
  if (!state?.permit?.nonRenewal) return null;
  return stateWith(state, { permit: { ...state.permit, nonRenewal: change(state.permit.nonRenewal) } });
}
