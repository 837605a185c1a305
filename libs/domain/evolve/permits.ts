import { minDate } from '../../calendar/index.js';
import type { RecordedEvent } from '../events.js';
import type { LicenseState, Permit, PermitData, PermitTerm } from '../license.js';
import { nextState, permitMachine, serviceMachine } from '../machines.js';
import { stateWith } from './changed.js';
import { type Evolvers, moveFiling, recordedDay, withAttention, withoutAttention } from './evolver.js';

type PermitEvent =
  | 'permit-registered'
  | 'permit-issued'
  | 'permit-amended'
  | 'permit-renewed'
  | 'permit-reissued'
  | 'renewal-deemed'
  | 'deemed-renewal-confirmed'
  | 'deemed-renewal-retracted'
  | 'permit-end-decided'
  | 'permit-suspended'
  | 'suspension-lifted'
  | 'service-opened'
  | 'permit-paper-noted';

/** How a permit lives, with its terms and its service types. */
export const permits: Pick<Evolvers, PermitEvent> = {
  'permit-registered': (state, event) => {
    if (state.permit) return null;
    const { permit, computedLastDay, grantedOn, opened, reportsFiled, unknown } = event.data;
    const entered = enteredPermit(event, permit, grantedOn, firstTerm(event, permit, computedLastDay, null));
    const services = { ...entered.services };
    for (const { serviceType, openedOn } of opened)
      services[serviceType] = { status: 'opened', openedOn, seq: event.seq };
    return stateWith(state, { permit: { ...entered, services }, reportsFiledBefore: reportsFiled, unknown });
  },

  'permit-issued': (state, event) => {
    if (state.permit) return null;
    const { filingId, permit, computedLastDay } = event.data;
    const grantedOn = state.filings[filingId]?.decision?.on ?? null;
    const after = moveFiling(state, event);
    return (
      after &&
      stateWith(after, {
        permit: enteredPermit(event, permit, grantedOn, firstTerm(event, permit, computedLastDay, filingId)),
      })
    );
  },

  'permit-amended': (state, event) => {
    const { filingId, permit } = event.data;
    const after = moveFiling(state, event);
    const moved = after && movePermit(after, event);
    if (!moved) return null;
    const terms = withLastTerm(moved.terms, (term) => amendedEnd(term, permit.printedLastDay, event.seq));
    const changes = after.changes.map((change) => (change.filingId === filingId ? { ...change, done: true } : change));
    return stateWith(after, {
      changes,
      serviceTypes: permit.serviceTypes,
      coverage: permit.coverage,
      permit: {
        ...moved,
        ...printed(permit, event),
        terms,
        services: servicesAfter(moved, permit.serviceTypes, event),
      },
    });
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
    const services = servicesAfter(moved, permit.serviceTypes, event);
    const renewed = { ...moved, ...printed(permit, event), terms, services };
    return withoutAttention(decidedInFull(stateWith(after, { permit: renewed }), filingId), 'renewal-deemed', filingId);
  },

  'permit-reissued': (state, event) => {
    const after = moveFiling(state, event);
    return after && moving(after, event);
  },

  'renewal-deemed': (state, event) => {
    const { filingId, validFrom, lastDay, serviceTypes } = event.data;
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
      toldSeq: event.seq,
      printedSeq: event.seq,
      recordedOn: recordedDay(event),
      filingId,
    };
    const services = serviceTypes === null ? moved.services : endedBut(serviceTypes, moved, event);
    return withAttention(
      stateWith(after, { permit: { ...moved, services, terms: [...moved.terms, term] } }),
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
    const permit = { ...moved, terms, services: revived(moved) };
    return withoutAttention(stateWith(after, { permit }), 'renewal-deemed', event.data.filingId);
  },

  'permit-end-decided': (state, event) => {
    const moved = movePermit(state, event);
    if (!moved) return null;
    const terms = withLastTerm(moved.terms, () => ({ lastDay: event.data.lastDay }));
    return withoutAttention(stateWith(state, { permit: { ...moved, terms } }), 'permit-end-differs', 'permit');
  },

  'permit-paper-noted': (state, event) => {
    const { permit } = state;
    if (!permit) return null;
    const { form, differences, reason } = event.data;
    const taken = { differences, by: event.actor.id, seq: event.seq };
    const settled = reason === null ? permit.settled : [...permit.settled, { ...taken, reason }];
    return stateWith(state, { permit: { ...permit, form, settled } });
  },

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

export function movePermit(state: LicenseState, event: RecordedEvent): Permit | null {
  if (!state.permit) return null;
  const status = nextState(permitMachine, state.permit.status, event.type);
  return status && { ...state.permit, status };
}

export function moving(state: LicenseState, event: RecordedEvent): LicenseState | null {
  const permit = movePermit(state, event);
  return permit && stateWith(state, { permit });
}

/** What a new paper says; of its kind it says nothing by itself. */
function printed(
  { number, serviceTypes, coverage }: PermitData,
  { seq }: RecordedEvent,
): Pick<Permit, 'number' | 'serviceTypes' | 'coverage' | 'form' | 'printedSeq'> {
  return { number, serviceTypes, coverage, form: null, printedSeq: seq };
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
    toldSeq: event.seq,
    printedSeq: event.seq,
    recordedOn: recordedDay(event),
    filingId,
  };
}

function enteredPermit(event: RecordedEvent, permit: PermitData, grantedOn: string | null, term: PermitTerm): Permit {
  const services = Object.fromEntries(
    permit.serviceTypes.map((type) => [type, { status: 'not-opened' as const, openedOn: null, seq: null }]),
  );
  const { number, serviceTypes, coverage, form, printedSeq } = printed(permit, event);
  return {
    number,
    serviceTypes,
    coverage,
    form,
    printedSeq,
    status: permitMachine.initial,
    grantedOn,
    terms: [term],
    services,
    taking: null,
    nonRenewal: null,
    paperDue: null,
    settled: [],
    seq: event.seq,
  };
}

/** The paper answers what silence had left open, of the whole filing and of its types. */
function decidedInFull(state: LicenseState, filingId: string): LicenseState {
  const open = ({ reason, about }: LicenseState['attention'][number]) =>
    reason === 'renewal-undecided' && (about === filingId || about.startsWith(`${filingId}:`));
  return stateWith(state, { attention: state.attention.filter((mark) => !open(mark)) });
}

function withLastTerm(terms: PermitTerm[], change: (term: PermitTerm) => Partial<PermitTerm>): PermitTerm[] {
  return terms.map((term, i) => (i === terms.length - 1 ? { ...term, ...change(term) } : term));
}

/** The earlier end counts; a paper that still prints the end of the term before leaves the last one as it is. */
function amendedEnd(term: PermitTerm, printedNow: string, printedSeq: number): Partial<PermitTerm> {
  const { validFrom, lastDay, printedLastDay } = term;
  if (printedNow < validFrom) return {};
  return {
    printedSeq,
    printedLastDay: printedNow,
    lastDay: printedNow === printedLastDay ? lastDay : minDate(lastDay, printedNow),
  };
}

/** What ended with an end that was none: a type still on the permit is as it was before. */
export function revived({ services, serviceTypes }: Permit): Permit['services'] {
  const entries = Object.entries(services).map(([type, service]) => {
    const status = service.seq === null ? serviceMachine.initial : ('opened' as const);
    return [type, serviceTypes.includes(type) ? { ...service, status } : service];
  });
  return Object.fromEntries(entries);
}

/** Every type but these ends, as far as it has not. */
export function endedBut(serviceTypes: string[], permit: Permit, event: RecordedEvent): Permit['services'] {
  const services = { ...permit.services };
  for (const [type, service] of Object.entries(services)) {
    if (serviceTypes.includes(type)) continue;
    services[type] = { ...service, status: nextState(serviceMachine, service.status, event.type) ?? service.status };
  }
  return services;
}

/** Types that are no longer on the permit end; new ones begin, not yet opened. */
function servicesAfter(permit: Permit, serviceTypes: string[], event: RecordedEvent): Permit['services'] {
  const services = endedBut(serviceTypes, permit, event);
  for (const type of serviceTypes) {
    const kept = services[type];
    if (!kept || kept.status === 'ended')
      services[type] = { status: serviceMachine.initial, openedOn: null, seq: null };
  }
  return services;
}
