import { minDate } from '../../calendar/index.js';
import type { RecordedEvent } from '../events.js';
import type { LicenseState, Permit, PermitData, PermitTerm } from '../license.js';
import { nextState, permitMachine, serviceMachine } from '../machines.js';
import { type Evolvers, moveFiling, recordedDay, withAttention, withoutAttention } from './evolver.js';

type PermitEvent =
  | 'permit-registered'
  | 'permit-issued'
  | 'permit-amended'
  | 'permit-renewed'
  | 'renewal-deemed'
  | 'deemed-renewal-confirmed'
  | 'deemed-renewal-retracted'
  | 'permit-end-decided'
  | 'permit-expired'
  | 'permit-suspended'
  | 'suspension-lifted'
  | 'permit-revoked'
  | 'permit-set-aside'
  | 'permit-withdrawn'
  | 'permit-cancelled'
  | 'service-opened';

/** How a permit lives, with its terms and its service types. */
export const permits: Pick<Evolvers, PermitEvent> = {
  'permit-registered': (state, event) => {
    if (state.permit) return null;
    const { permit, computedLastDay, grantedOn, opened, reportsFiled, unknown } = event.data;
    const entered = enteredPermit(event, permit, grantedOn, firstTerm(event, permit, computedLastDay, null));
    const services = { ...entered.services };
    for (const { serviceType, openedOn } of opened)
      services[serviceType] = { status: 'opened', openedOn, seq: event.seq };
    return { ...state, permit: { ...entered, services }, reportsFiledBefore: reportsFiled, unknown };
  },

  'permit-issued': (state, event) => {
    if (state.permit) return null;
    const { filingId, permit, computedLastDay } = event.data;
    const grantedOn = state.filings[filingId]?.decision?.on ?? null;
    const after = moveFiling(state, event);
    return (
      after && {
        ...after,
        permit: enteredPermit(event, permit, grantedOn, firstTerm(event, permit, computedLastDay, filingId)),
      }
    );
  },

  'permit-amended': (state, event) => {
    const { filingId, permit } = event.data;
    const after = moveFiling(state, event);
    const moved = after && movePermit(after, event);
    if (!moved) return null;
    const terms = withLastTerm(moved.terms, (term) => amendedEnd(term, permit.printedLastDay));
    const changes = after.changes.map((change) => (change.filingId === filingId ? { ...change, done: true } : change));
    return {
      ...after,
      changes,
      serviceTypes: permit.serviceTypes,
      coverage: permit.coverage,
      permit: { ...moved, ...printed(permit), terms, services: servicesAfter(moved, permit.serviceTypes, event) },
    };
  },

  'permit-renewed': (state, event) => {
    const { filingId, permit, computedLastDay } = event.data;
    const after = moveFiling(state, event);
    const moved = after && movePermit(after, event);
    if (!moved) return null;
    const last = moved.terms.at(-1);
    const term = firstTerm(event, permit, computedLastDay, filingId);
    // The paper of a deemed renewal moves the dates of its term and keeps the obligations that hang on it.
    const paper =
      last?.provisional && last.filingId === filingId ? { ...term, seq: last.seq, recordedOn: last.recordedOn } : null;
    const terms = paper ? [...moved.terms.slice(0, -1), paper] : [...moved.terms, term];
    const renewed = { ...moved, ...printed(permit), terms, services: servicesAfter(moved, permit.serviceTypes, event) };
    return withoutAttention(
      withoutAttention({ ...after, permit: renewed }, 'renewal-deemed', filingId),
      'renewal-undecided',
      filingId,
    );
  },

  'renewal-deemed': (state, event) => {
    const { filingId, validFrom, lastDay } = event.data;
    const after = moveFiling(state, event);
    const moved = after && movePermit(after, event);
    if (!moved) return null;
    const term: PermitTerm = {
      validFrom,
      lastDay,
      printedLastDay: null,
      computedLastDay: lastDay,
      provisional: true,
      seq: event.seq,
      recordedOn: recordedDay(event),
      filingId,
    };
    return withAttention(
      { ...after, permit: { ...moved, terms: [...moved.terms, term] } },
      event,
      'renewal-deemed',
      filingId,
    );
  },

  'deemed-renewal-confirmed': (state, event) => {
    const after = moveFiling(state, event);
    return after && withoutAttention(after, 'renewal-deemed', event.data.filingId);
  },

  'deemed-renewal-retracted': (state, event) => {
    const after = moveFiling(state, event);
    const moved = after && movePermit(after, event);
    if (!moved) return null;
    const terms = moved.terms.filter((term) => !term.provisional || term.filingId !== event.data.filingId);
    return withoutAttention({ ...after, permit: { ...moved, terms } }, 'renewal-deemed', event.data.filingId);
  },

  'permit-end-decided': (state, event) => {
    const moved = movePermit(state, event);
    if (!moved) return null;
    const terms = withLastTerm(moved.terms, () => ({ lastDay: event.data.lastDay }));
    return withoutAttention({ ...state, permit: { ...moved, terms } }, 'permit-end-differs', 'permit');
  },

  'permit-expired': ending,
  'permit-revoked': ending,
  'permit-set-aside': ending,
  'permit-withdrawn': ending,
  'permit-cancelled': ending,
  'permit-suspended': moving,
  'suspension-lifted': moving,

  'service-opened': (state, event) => {
    const { serviceType, openedOn, violation } = event.data;
    const marked = violation ? withAttention(state, event, 'operating-without-permit', serviceType) : state;
    const service = state.permit?.services[serviceType];
    if (!state.permit || !service) return violation ? marked : null;
    const status = nextState(serviceMachine, service.status, event.type);
    if (violation && status === null) return marked;
    const moved = movePermit(marked, event);
    if (!moved || status === null) return null;
    return {
      ...marked,
      permit: { ...moved, services: { ...moved.services, [serviceType]: { status, openedOn, seq: event.seq } } },
    };
  },
};

function movePermit(state: LicenseState, event: RecordedEvent): Permit | null {
  if (!state.permit) return null;
  const status = nextState(permitMachine, state.permit.status, event.type);
  return status && { ...state.permit, status };
}

function moving(state: LicenseState, event: RecordedEvent): LicenseState | null {
  const permit = movePermit(state, event);
  return permit && { ...state, permit };
}

function ending(state: LicenseState, event: RecordedEvent): LicenseState | null {
  const permit = movePermit(state, event);
  return permit && { ...state, permit: { ...permit, services: servicesAfter(permit, [], event) } };
}

function printed(permit: PermitData): Pick<Permit, 'number' | 'serviceTypes' | 'coverage'> {
  return { number: permit.number, serviceTypes: permit.serviceTypes, coverage: permit.coverage };
}

function firstTerm(
  event: RecordedEvent,
  permit: PermitData,
  computedLastDay: string,
  filingId: string | null,
): PermitTerm {
  return {
    validFrom: permit.validFrom,
    lastDay: minDate(permit.printedLastDay, computedLastDay),
    printedLastDay: permit.printedLastDay,
    computedLastDay,
    provisional: false,
    seq: event.seq,
    recordedOn: recordedDay(event),
    filingId,
  };
}

function enteredPermit(event: RecordedEvent, permit: PermitData, grantedOn: string | null, term: PermitTerm): Permit {
  const services = Object.fromEntries(
    permit.serviceTypes.map((type) => [type, { status: 'not-opened' as const, openedOn: null, seq: null }]),
  );
  return { ...printed(permit), status: permitMachine.initial, grantedOn, terms: [term], services, seq: event.seq };
}

function withLastTerm(terms: PermitTerm[], change: (term: PermitTerm) => Partial<PermitTerm>): PermitTerm[] {
  return terms.map((term, i) => (i === terms.length - 1 ? { ...term, ...change(term) } : term));
}

/** The earlier end counts; a paper that still prints the end of the term before leaves the last one as it is. */
function amendedEnd({ validFrom, lastDay, printedLastDay }: PermitTerm, printedNow: string): Partial<PermitTerm> {
  if (printedNow < validFrom) return {};
  return {
    printedLastDay: printedNow,
    lastDay: printedNow === printedLastDay ? lastDay : minDate(lastDay, printedNow),
  };
}

/** Types that are no longer on the permit end; new ones begin, not yet opened. */
function servicesAfter(permit: Permit, serviceTypes: string[], event: RecordedEvent): Permit['services'] {
  const services = { ...permit.services };
  for (const [type, service] of Object.entries(services)) {
    if (serviceTypes.includes(type)) continue;
    services[type] = { ...service, status: nextState(serviceMachine, service.status, event.type) ?? service.status };
  }
  for (const type of serviceTypes) {
    const kept = services[type];
    if (!kept || kept.status === 'ended')
      services[type] = { status: serviceMachine.initial, openedOn: null, seq: null };
  }
  return services;
}
