import type { LicenseCommandData } from '../commands.js';
import { Conflict, type DomainError, InvalidInput } from '../errors.js';
import type { LicenseState } from '../license.js';
import { expired } from '../passing-limits.js';
import { liveTypes } from '../types-of-permit.js';
import { civilDay, notBefore, optional, pastDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { filingFor, lastTerm, numbered, permitFor, permitNotValid, personOf, wrongStatus } from './guard.js';
import { recordPermit } from './issue.js';
import { disputedRenewal, retractedRenewal } from './retraction.js';
import { afterStart } from './term-ends.js';

type PermitCommand =
  | 'record-permit'
  | 'decide-permit-end'
  | 'confirm-deemed-renewal'
  | 'record-suspension'
  | 'lift-suspension'
  | 'open-service';

/** The permit, from its paper to its formal end. */
export const permits: Pick<Deciders, PermitCommand> = {
  'record-permit': recordPermit,

  'decide-permit-end': (state, { lastDay, reason }, { validOn, context }) => {
    personOf(context);
    const permit = permitFor(state, 'permit-end-decided', 'Only the end of a permit in force is decided.');
    const disputed = disputedRenewal(state);
    const differs = state.attention.find((mark) => mark.reason === 'permit-end-differs');
    if (!disputed && !differs) {
      throw new Conflict('permit-end-undisputed', 'Nothing about the end of the permit waits for a decision', {
        remedy: 'A wrongly entered permit is corrected by its own entry.',
      });
    }
    const { printedLastDay, computedLastDay } = disputed?.before ?? lastTerm(permit);
    const candidates = [
      ...new Set([
        ...(differs ? [printedLastDay ?? computedLastDay, computedLastDay] : []),
        ...(disputed ? [disputed.before.lastDay, disputed.term.lastDay] : []),
      ]),
    ];
    if (!candidates.includes(lastDay)) {
      throw new InvalidInput(
        'permit-end-not-offered',
        `${String(lastDay).slice(0, 40)} is none of the ends that may be decided on`,
        { pointer: '/lastDay', candidates, remedy: 'Choose one of them.' },
      );
    }
    const decision = decided('permit-end-decided', validOn, { lastDay, reason });
    if (!disputed) return [decision];
    const { filing, term, before } = disputed;
    if (lastDay !== term.lastDay)
      return [
        ...retractedRenewal(state, filing.id, term, validOn),
        decision,
        // The later of two ends may lie ahead.
        ...(lastDay < context.today ? [expired({ ...before, lastDay }, context.law)] : []),
      ];
    return [
      decided('deemed-renewal-confirmed', validOn, { filingId: filing.id }),
      decision,
      decided('attention-cleared', validOn, { reason: 'renewal-undecided', about: filing.id }),
      // Which end the paper has is another question, which the decision would close with it.
      ...(differs
        ? [decided('attention-raised', differs.since, { reason: differs.reason, about: differs.about })]
        : []),
    ];
  },

  'confirm-deemed-renewal': (state, { filingId }, { validOn }) => {
    const refusal = { code: 'renewal-not-deemed', remedy: 'Only a renewal by silence waits to be confirmed, once.' };
    const filing = filingFor(state, filingId, 'deemed-renewal-confirmed', refusal);
    if (disputedRenewal(state)?.filing === filing)
      throw wrongStatus(filing, {
        code: refusal.code,
        remedy: 'It was turned down or withdrawn since: decide the end of the permit.',
      });
    if (!state.attention.some((mark) => mark.reason === 'renewal-deemed' && mark.about === filingId)) {
      throw new Conflict(refusal.code, 'No renewal by silence waits for this filing', {
        pointer: '/filingId',
        filingId,
        remedy: refusal.remedy,
      });
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

  'lift-suspension': (state, { on, number }, { context }) => {
    const permit = permitFor(
      state,
      'suspension-lifted',
      'Only a suspended permit has a suspension to lift.',
      'permit-not-suspended',
    );
    pastDay(on, '/on', context);
    afterStart(permit, on, '/on');
    const order = state.papers.findLast(({ type }) => type === 'permit-suspended');
    notBefore(on, order?.on ?? on, { code: 'suspension-ends-before-start', pointer: '/on', after: 'its start' });
    return [decided('suspension-lifted', on, { on, ...numbered(number) })];
  },

  'open-service': (state, data, { context }) => {
    pastDay(data.openedOn, '/openedOn', context);
    const violation = whyViolation(state, data);
    if (violation && !data.violation) throw violation;
    if (data.violation && !violation) {
      throw new InvalidInput('not-a-violation', 'The permit covers this service on that day', {
        pointer: '/violation',
        remedy: 'Enter it without the mark.',
      });
    }
    const opened = decided('service-opened', data.openedOn, { ...data });
    if (!violation) return [opened];
    return [
      opened,
      decided('attention-raised', data.openedOn, { reason: 'operating-without-permit', about: data.serviceType }),
    ];
  },
};

/** Why no permit covers the service on that day; null where one does. */
function whyViolation(
  state: LicenseState,
  { serviceType, openedOn }: LicenseCommandData['open-service'],
): DomainError | null {
  const asViolation = 'Record the permit first, or enter the service as a violation.';
  const { permit } = state;
  if (!permit) {
    return new Conflict('permit-not-issued', 'The license has no permit yet', {
      pointer: '/openedOn',
      remedy: asViolation,
    });
  }
  const service = permit.services[serviceType];
  if (!service) {
    return new InvalidInput(
      'service-type-not-permitted',
      `The permit does not name ${String(serviceType).slice(0, 40)}`,
      { pointer: '/serviceType', serviceTypes: permit.serviceTypes, remedy: asViolation },
    );
  }
  if (permit.status === 'cancelled') throw permitNotValid(permit, 'The record of a cancelled permit is closed.');
  if (service.status === 'ended' && permit.status === 'valid') {
    return new InvalidInput('service-type-not-permitted', `The permit no longer covers ${serviceType}`, {
      pointer: '/serviceType',
      serviceTypes: liveTypes(permit),
      remedy: asViolation,
    });
  }
  if (service.status === 'opened') {
    throw new Conflict(
      'service-already-opened',
      `${serviceType} was opened on ${service.openedOn ?? 'an unknown day'}`,
      { pointer: '/serviceType', remedy: 'Nothing is left to do.' },
    );
  }
  const start = permit.terms[0]?.validFrom ?? openedOn;
  if (openedOn < start) {
    return new InvalidInput(
      'service-opened-before-permit',
      `${serviceType} was opened on ${openedOn}, before the permit of ${start}`,
      { pointer: '/openedOn', validFrom: start, remedy: asViolation },
    );
  }
  return permit.status === 'valid' ? null : permitNotValid(permit, asViolation);
}
