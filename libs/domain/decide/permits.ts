import { addDays } from '../../calendar/index.js';
import { type Law, validity } from '../../rulebook/index.js';
import type { LicenseCommandData } from '../commands.js';
import { Conflict, InvalidInput } from '../errors.js';
import type { LicenseEvent } from '../events.js';
import type { Filing, LicenseState, Permit, PermitTerm } from '../license.js';
import { civilDay, notBefore, optional, pastDay } from './days.js';
import { type Act, type Deciders, decided } from './decider.js';
import { filingFor, filingOf, permitFor, permitNotValid, personOf } from './guard.js';
import { checkPermit, endInDoubt } from './permit-checks.js';

type PermitCommand =
  | 'record-permit'
  | 'decide-permit-end'
  | 'confirm-deemed-renewal'
  | 'record-suspension'
  | 'lift-suspension'
  | 'record-revocation'
  | 'record-cancellation'
  | 'open-service';

const issuedBy = { new: 'permit-issued', renewal: 'permit-renewed', change: 'permit-amended', 'annual-report': 'permit-issued' } as const;

/** The permit, from its paper to its formal end. */
export const permits: Pick<Deciders, PermitCommand> = {
  'record-permit': (state, data, act) => {
    const kind = filingOf(state, data.filingId).kind;
    const filing = filingFor(state, data.filingId, issuedBy[kind], { code: 'filing-not-granted', remedy: 'Record the grant first.' });
    checkIssue(filing, data, act);
    switch (kind) {
      case 'new':
        return issued(state, data, act.context.law);
      case 'renewal':
        return renewed(state, filing, data, act.context.law);
      case 'change':
        return amended(state, data);
      case 'annual-report':
        return [];
      default:
        return kind satisfies never;
    }
  },

  'decide-permit-end': (state, { lastDay, reason }, { validOn, context }) => {
    personOf(context);
    const permit = permitFor(state, 'permit-end-decided', 'Only the end of a permit in force is decided.');
    const { printedLastDay, computedLastDay } = currentTerm(permit);
    if (!state.attention.some((mark) => mark.reason === 'permit-end-differs')) {
      throw new Conflict('permit-end-undisputed', 'Nothing about the end of the permit waits for a decision', { remedy: 'A wrongly entered permit is corrected by its own entry.' });
    }
    const candidates = [...new Set([printedLastDay ?? computedLastDay, computedLastDay])];
    if (!candidates.includes(lastDay)) {
      throw new InvalidInput('permit-end-not-offered', `${String(lastDay).slice(0, 40)} is neither the printed nor the computed end`, { pointer: '/lastDay', candidates, remedy: 'Choose one of the two.' });
    }
    return [decided('permit-end-decided', validOn, { lastDay, reason })];
  },

  'confirm-deemed-renewal': (state, { filingId }, { validOn }) => {
    const refusal = { code: 'renewal-not-deemed', remedy: 'Only a renewal by silence waits to be confirmed, once.' };
    filingFor(state, filingId, 'deemed-renewal-confirmed', refusal);
    if (!state.attention.some((mark) => mark.reason === 'renewal-deemed' && mark.about === filingId)) {
      throw new Conflict(refusal.code, 'No renewal by silence waits for this filing', { pointer: '/filingId', filingId, remedy: refusal.remedy });
    }
    return [decided('deemed-renewal-confirmed', validOn, { filingId })];
  },

  'record-suspension': (state, data, { context }) => {
    const permit = permitFor(state, 'permit-suspended', 'Only a permit in force is suspended.');
    pastDay(data.from, '/from', context);
    afterStart(permit, data.from, '/from');
    optional(data.until, (until) => {
      civilDay(until, '/until');
      notBefore(until, data.from, { code: 'suspension-ends-before-start', pointer: '/until', after: 'its start' });
    });
    return [decided('permit-suspended', data.from, { ...data })];
  },

  'lift-suspension': (state, { on }, { context }) => {
    const permit = permitFor(state, 'suspension-lifted', 'Only a suspended permit has a suspension to lift.', 'permit-not-suspended');
    pastDay(on, '/on', context);
    afterStart(permit, on, '/on');
    return [decided('suspension-lifted', on, { on })];
  },

  'record-revocation': (state, { outcome, revokedOn, number }, { context }) => {
    const type = ({ revoked: 'permit-revoked', 'set-aside': 'permit-set-aside', withdrawn: 'permit-withdrawn' } as const)[outcome];
    const permit = permitFor(state, type, 'Only a permit in force is taken away.');
    pastDay(revokedOn, '/revokedOn', context);
    afterStart(permit, revokedOn, '/revokedOn');
    return [decided(type, revokedOn, { on: revokedOn, number })];
  },

  'record-cancellation': (state, { cancelledOn, number }, { context }) => {
    const permit = permitFor(state, 'permit-cancelled', 'The permit is cancelled already.');
    pastDay(cancelledOn, '/cancelledOn', context);
    afterStart(permit, cancelledOn, '/cancelledOn');
    return [decided('permit-cancelled', cancelledOn, { cancelledOn, number })];
  },

  'open-service': (state, data, { context }) => {
    pastDay(data.openedOn, '/openedOn', context);
    const violation = whyViolation(state, data);
    if (violation && !data.violation) throw violation;
    if (data.violation && !violation) {
      throw new InvalidInput('not-a-violation', 'The permit covers this service on that day', { pointer: '/violation', remedy: 'Enter it without the mark.' });
    }
    const opened = decided('service-opened', data.openedOn, { ...data });
    if (!violation) return [opened];
    return [opened, decided('attention-raised', data.openedOn, { reason: 'operating-without-permit', about: data.serviceType })];
  },
};

/** What is true of every permit that a granted filing ends with. */
function checkIssue(filing: Filing, { permit, issuedOn }: LicenseCommandData['record-permit'], { context }: Act): void {
  pastDay(issuedOn, '/issuedOn', context);
  notBefore(issuedOn, filing.decision?.on ?? filing.openedOn, { code: 'permit-before-grant', pointer: '/issuedOn', after: 'the grant' });
  if (filing.deferred.length > 0) {
    throw new Conflict('deferred-materials-missing', 'Deferred materials hold the permit', { pointer: '/filingId', filingId: filing.id, missing: filing.deferred, remedy: 'Supply them first.' });
  }
  checkPermit(permit, context);
}

type Recorded = LicenseCommandData['record-permit'];

function issued(state: LicenseState, { filingId, permit, issuedOn }: Recorded, law: Law): LicenseEvent[] {
  withinApplication(state, permit.serviceTypes, law);
  const computedLastDay = validity(law, permit.validFrom).lastDay;
  return [decided('permit-issued', issuedOn, { filingId, permit, computedLastDay, issuedOn }), ...endInDoubt(permit, permit.validFrom, issuedOn, law)];
}

function renewed(state: LicenseState, filing: Filing, { filingId, permit, issuedOn }: Recorded, law: Law): LicenseEvent[] {
  withinApplication(state, permit.serviceTypes, law);
  const { terms } = permitFor(state, 'permit-renewed', 'What was taken away is not renewed.');
  const deemed = terms.at(-1)?.provisional && terms.at(-1)?.filingId === filing.id;
  const before = deemed ? terms.at(-2) : terms.at(-1);
  const overlaps = before ? checkAdjacent(before, permit.validFrom) : false;
  const computedLastDay = validity(law, permit.validFrom).lastDay;
  const doubts = endInDoubt(permit, permit.validFrom, issuedOn, law);
  if (overlaps) doubts.push(decided('attention-raised', issuedOn, { reason: 'permit-start-differs', about: 'permit' }));
  return [decided('permit-renewed', issuedOn, { filingId, permit, computedLastDay, issuedOn }), ...doubts];
}

/**
 * A renewed term follows the old one on the next day. An authority may print an earlier day, which a person should
 * see; a gap or a term that is not later at all is an error of entry.
 * @returns whether the terms overlap
 */
function checkAdjacent(before: PermitTerm, validFrom: string): boolean {
  const nextDays = [before.lastDay, before.printedLastDay ?? before.lastDay, before.computedLastDay].map((day) => addDays(day, 1)).sort();
  const [earliest = validFrom, latest = nextDays.at(-1) ?? validFrom] = [nextDays[0], nextDays.at(-1)];
  if (validFrom > before.validFrom && validFrom <= latest) return validFrom < earliest;
  throw new InvalidInput('renewal-term-not-adjacent', `The renewed term begins on ${validFrom}, the old one ends on ${before.lastDay}`, {
    pointer: '/permit/validFrom',
    expected: earliest,
    remedy: 'A renewed term begins on the day after the old one.',
  });
}

/** An amended permit keeps its term; another printed end is a question for a person. */
function amended(state: LicenseState, { filingId, permit, issuedOn }: Recorded): LicenseEvent[] {
  const { printedLastDay, lastDay } = currentTerm(permitFor(state, 'permit-amended', 'Only a permit in force is amended.'));
  const amendment = decided('permit-amended', issuedOn, { filingId, amendedOn: issuedOn, permit });
  const kept = permit.printedLastDay === printedLastDay || permit.printedLastDay === lastDay;
  return kept ? [amendment] : [amendment, decided('attention-raised', issuedOn, { reason: 'permit-end-differs', about: 'permit' })];
}

/** The permit may name a part of what was applied for, such as B24-1 of B24. */
function withinApplication(state: LicenseState, serviceTypes: string[], { pack }: Law): void {
  const whole = (code: string) => pack.serviceTypes.find((type) => type.code === code)?.partOf ?? code;
  const i = serviceTypes.findIndex((code) => !state.serviceTypes.includes(code) && !state.serviceTypes.includes(whole(code)));
  if (i < 0) return;
  throw new InvalidInput('service-type-not-applied-for', `The license was not applied for with ${serviceTypes[i]}`, {
    pointer: `/permit/serviceTypes/${i}`,
    serviceTypes: state.serviceTypes,
    remedy: 'Name service types of the license.',
  });
}

function currentTerm(permit: Permit): PermitTerm {
  return permit.terms.at(-1) as PermitTerm;
}

function afterStart(permit: Permit, day: string, pointer: string): void {
  const start = permit.terms[0]?.validFrom ?? day;
  notBefore(day, start, { code: 'act-before-permit', pointer, after: 'the start of the permit' });
}

/** Why no permit covers the service on that day; null where one does. */
function whyViolation(state: LicenseState, { serviceType, openedOn }: LicenseCommandData['open-service']): Error | null {
  const asViolation = 'Record the permit first, or enter the service as a violation.';
  const { permit } = state;
  if (!permit) {
    return new Conflict('permit-not-issued', 'The license has no permit yet', { pointer: '/openedOn', remedy: asViolation });
  }
  const service = permit.services[serviceType];
  if (!service) {
    return new InvalidInput('service-type-not-permitted', `The permit does not name ${String(serviceType).slice(0, 40)}`, { pointer: '/serviceType', serviceTypes: permit.serviceTypes, remedy: asViolation });
  }
  if (permit.status === 'cancelled') throw permitNotValid(permit, 'The record of a cancelled permit is closed.');
  if (service.status === 'opened') {
    throw new Conflict('service-already-opened', `${serviceType} was opened on ${service.openedOn ?? 'an unknown day'}`, { pointer: '/serviceType', remedy: 'Nothing is left to do.' });
  }
  const start = permit.terms[0]?.validFrom ?? openedOn;
  if (openedOn < start) {
    return new InvalidInput('service-opened-before-permit', `${serviceType} was opened on ${openedOn}, before the permit of ${start}`, { pointer: '/openedOn', validFrom: start, remedy: asViolation });
  }
  return permit.status === 'valid' ? null : permitNotValid(permit, asViolation);
}
