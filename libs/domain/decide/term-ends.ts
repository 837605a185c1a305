import type { CivilDate } from '../../calendar/index.js';
import { inForce } from '../../rulebook/index.js';
import type { Context } from '../context.js';
import { Conflict, InvalidInput } from '../errors.js';
import type { LicenseEvent, ReturnOfPaper } from '../events.js';
import type { Filing, LicenseState, Permit } from '../license.js';
import { filingMachines, isTerminal } from '../machines.js';
import { liveTypes, typesGivenUp, typesOf } from '../types-of-permit.js';
import { civilDay, notBefore, optional, pastDay, serviceDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { filingFor, permitFor, permitOf, personOf } from './guard.js';
import { mustKnow } from './pack-knows.js';
import { checkNamedTypes } from './type-checks.js';

type EndCommand =
  | 'record-revocation'
  | 'record-cancellation'
  | 'record-termination'
  | 'record-permit-return'
  | 'record-replacement'
  | 'decide-non-renewal'
  | 'withdraw-non-renewal'
  | 'record-non-renewal-report';

/** How a permit ends before its time or with it, and what follows. */
export const termEnds: Pick<Deciders, EndCommand> = {
  'record-revocation': (state, data, { context }) => {
    const { outcome, revokedOn, servedOn, number, byFraud = false, returnPaper = null } = data;
    const permit = permitFor(state, takenBy[outcome], 'Only a permit in force is taken away.');
    pastDay(revokedOn, '/revokedOn', context);
    afterStart(permit, revokedOn, '/revokedOn');
    checkReturn(returnPaper, revokedOn, context);
    if (byFraud && outcome !== 'set-aside') {
      throw new InvalidInput('fraud-not-applicable', 'Only a permit that is set aside (撤销) was got by deceit', {
        pointer: '/byFraud',
        remedy: 'Leave the mark out, or record the permit as set aside.',
      });
    }
    const taken = { on: revokedOn, servedOn: serviceDay(servedOn, revokedOn, context), number, returnPaper };
    return [
      outcome === 'set-aside'
        ? decided('permit-set-aside', revokedOn, { ...taken, byFraud })
        : decided(takenBy[outcome], revokedOn, taken),
      ...expectedLists(state, `permit-${outcome}`, revokedOn, context),
    ];
  },

  'record-cancellation': (state, { cancelledOn, number, returnPaper = null }, { context }) => {
    const permit = permitFor(state, 'permit-cancelled', 'The permit is cancelled already.');
    pastDay(cancelledOn, '/cancelledOn', context);
    afterStart(permit, cancelledOn, '/cancelledOn');
    checkReturn(returnPaper, cancelledOn, context);
    return [decided('permit-cancelled', cancelledOn, { cancelledOn, number, returnPaper })];
  },

  'record-termination': (state, { filingId, endedOn, number, returnPaper = null }, { context }) => {
    const refusal = { code: 'filing-not-granted', remedy: 'Record the grant of the termination first.' };
    const filing = filingFor(state, filingId, 'permit-terminated', refusal);
    pastDay(endedOn, '/endedOn', context);
    notBefore(endedOn, filing.decision?.on ?? filing.openedOn, {
      code: 'end-before-grant',
      pointer: '/endedOn',
      after: 'the grant',
    });
    checkReturn(returnPaper, endedOn, context);
    return termination(state, filing, { endedOn, number, returnPaper });
  },

  'record-permit-return': (state, { returnedOn }, { context }) => {
    const due = permitOf(state).paperDue;
    if (!due) {
      throw new Conflict('nothing-to-return', 'No paper permit waits to be returned', {
        remedy: 'Record the decision that asks for it first.',
      });
    }
    pastDay(returnedOn, '/returnedOn', context);
    return [decided('permit-returned', returnedOn, { returnedOn })];
  },

  'record-replacement': (state, { by, on }, { context }) => {
    const permit = permitFor(state, 'permit-replaced', 'Only a permit in force or just expired is replaced.');
    pastDay(on, '/on', context);
    afterStart(permit, on, '/on');
    if (by === state.licenseId) {
      throw new InvalidInput('replaced-by-itself', 'A permit does not take its own place', {
        pointer: '/by',
        remedy: 'Name the license whose permit took the place of this one.',
      });
    }
    return [decided('permit-replaced', on, { by, on })];
  },

  'decide-non-renewal': (state, { decidedOn, serviceTypes, reason }, { context }) => {
    personOf(context);
    const permit = permitFor(state, 'non-renewal-decided', 'Only a permit in force can be let end.');
    mustKnow(context, 'limit.non-renewal-report');
    pastDay(decidedOn, '/decidedOn', context);
    const live = liveTypes(permit);
    const named = serviceTypes ?? live;
    if (named.length === 0) throw noTypes();
    checkNamedTypes(named, live, '/serviceTypes');
    if (typesGivenUp(permit).length > 0) {
      throw new Conflict('non-renewal-decided', 'It is decided already that the permit, or a part of it, ends', {
        serviceTypes: typesGivenUp(permit),
        remedy: 'Withdraw that decision first.',
      });
    }
    noRenewalOf(state, named);
    return [decided('non-renewal-decided', decidedOn, { decidedOn, serviceTypes: named, reason })];
  },

  'withdraw-non-renewal': (state, { on }, { context }) => {
    personOf(context);
    const permit = permitFor(state, 'non-renewal-withdrawn', 'After its end a permit is applied for anew.');
    const { decidedOn } = decisionNotToRenew(permit);
    pastDay(on, '/on', context);
    notBefore(on, decidedOn, { code: 'act-before-decision', pointer: '/on', after: 'the decision' });
    return [decided('non-renewal-withdrawn', on, { on })];
  },

  'record-non-renewal-report': (state, { reportedOn, number }, { context }) => {
    const permit = permitFor(state, 'non-renewal-reported', 'Nothing is left to be reported.');
    const decision = decisionNotToRenew(permit);
    if (decision.reportedOn !== null) {
      throw new Conflict('non-renewal-reported', `The authority was told on ${decision.reportedOn}`, {
        remedy: 'Nothing is left to do.',
      });
    }
    pastDay(reportedOn, '/reportedOn', context);
    notBefore(reportedOn, decision.decidedOn, {
      code: 'act-before-decision',
      pointer: '/reportedOn',
      after: 'the decision',
    });
    return [decided('non-renewal-reported', reportedOn, { reportedOn, number })];
  },
};

const takenBy = { revoked: 'permit-revoked', 'set-aside': 'permit-set-aside', withdrawn: 'permit-withdrawn' } as const;

/** The whole permit, or the types that the filing names; a permit without types left is a terminated one. */
function termination(
  state: LicenseState,
  filing: Filing,
  told: { endedOn: CivilDate; number: string | null; returnPaper: ReturnOfPaper | null },
): LicenseEvent[] {
  const filingId = filing.id;
  const { endedOn, number, returnPaper } = told;
  const permit = permitFor(state, 'permit-terminated', 'The permit is cancelled already.');
  const ending = typesOf(state, filing);
  const rest = liveTypes(permit).filter((type) => !ending.includes(type));
  if (filing.serviceTypes === null || rest.length === 0) {
    return [decided('permit-terminated', endedOn, { filingId, endedOn, number, returnPaper })];
  }
  permitFor(state, 'services-terminated', 'Of a permit that has ended no single type is terminated.');
  return [decided('services-terminated', endedOn, { filingId, endedOn, number, serviceTypes: ending })];
}

/** What led to this end may lead to a credit list: a person looks, and records the entry when it comes. */
function expectedLists(state: LicenseState, cause: string, on: CivilDate, { law }: Context): LicenseEvent[] {
  return (law.pack.creditLists ?? [])
    .filter((rule) => inForce(rule, on) && rule.causes.some(({ id }) => id === cause))
    .map(({ list }) => `${list}-list` as const)
    .filter((flag) => state.flags[flag].status === 'clear')
    .map((about) => decided('attention-raised', on, { reason: 'credit-list-expected', about }));
}

/** An act of the authority on a permit follows its start. */
export function afterStart(permit: Permit, day: string, pointer: string): void {
  const start = permit.terms[0]?.validFrom ?? day;
  notBefore(day, start, { code: 'act-before-permit', pointer, after: 'the start of the permit' });
}

/** The pack must know the duty, or nobody would be reminded of what keeps the license open. */
function checkReturn(returnPaper: ReturnOfPaper | null, decidedOn: CivilDate, context: Context): void {
  if (returnPaper === null) return;
  mustKnow(context, 'limit.permit-return');
  optional(returnPaper.dueOn, (dueOn) => {
    const pointer = '/returnPaper/dueOn';
    civilDay(dueOn, pointer);
    notBefore(dueOn, decidedOn, { code: 'due-before-notice', pointer, after: 'the decision' });
  });
}

function decisionNotToRenew(permit: Permit): NonNullable<Permit['nonRenewal']> {
  if (permit.nonRenewal !== null && permit.nonRenewal.termSeq === permit.terms.at(-1)?.seq) return permit.nonRenewal;
  throw new Conflict('non-renewal-not-decided', 'No decision against a renewal is on record', {
    remedy: 'Record the decision first.',
  });
}

function noRenewalOf(state: LicenseState, types: string[]): void {
  const open = Object.values(state.filings).find(
    (filing) =>
      filing.kind === 'renewal' &&
      !isTerminal(filingMachines.renewal, filing.status) &&
      typesOf(state, filing).some((type) => types.includes(type)),
  );
  if (!open) return;
  throw new Conflict('filing-already-open', `Filing ${open.id} asks for the renewal`, {
    pointer: '/serviceTypes',
    filingId: open.id,
    status: open.status,
    remedy: 'Withdraw it first.',
  });
}

function noTypes(): InvalidInput {
  return new InvalidInput('service-types-missing', 'No service type is named', {
    pointer: '/serviceTypes',
    remedy: 'Name the types that end, or leave the list out for all of them.',
  });
}
