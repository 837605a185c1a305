import { agenda } from '../agenda.js';
import { factOf } from '../company.js';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../errors.js';
import type { AttentionReason } from '../events.js';
import type { FiredRung, LicenseState } from '../license.js';
import type { Obligation } from '../obligation.js';
import { operationsOf, presentTimeWithoutRight } from '../operations.js';
import { movedAuthority } from './authority.js';
import { checkCompany } from './company-checks.js';
import { civilDay, notBefore, optional, pastDay } from './days.js';
import { type Act, type Deciders, decided } from './decider.js';
import { personOf } from './guard.js';
import { disputedRenewal } from './retraction.js';

type DutyCommand =
  | 'record-company-fact'
  | 'record-flag'
  | 'answer-operator-question'
  | 'acknowledge-notice'
  | 'snooze-notice'
  | 'propose-waiver'
  | 'approve-waiver'
  | 'clear-attention';

/** Marks that only an act removes, with the act. */
const clearedByAct: Partial<Record<AttentionReason, string>> = {
  'acceptance-deemed': 'Confirm the deemed acceptance, or record the notice that shows it wrong.',
  'renewal-deemed': 'Confirm the deemed renewal, or record the permit or the refusal.',
  'permit-end-differs': 'Decide the end of the permit.',
};

const stopIt = 'Stop the service and record it, or record the permit that allows it.';

/** What opens duties, and what people answer to reminders. */
export const duties: Pick<Deciders, DutyCommand> = {
  'record-company-fact': (state, { change, facts, companySeq }, { validOn, context }) => {
    // What the fan-out brings was judged where it was recorded, and may overtake the fact that it goes with.
    if (context.actor.kind !== 'system') checkCompany({ ...state.company, ...facts }, validOn, context);
    if (change) {
      const { decidedOn, registeredOn, effectiveOn } = change;
      optional(decidedOn, (day) => pastDay(day, '/change/decidedOn', context));
      optional(registeredOn, (day) => pastDay(day, '/change/registeredOn', context));
      optional(effectiveOn, (day) => civilDay(day, '/change/effectiveOn'));
      if (decidedOn !== null && registeredOn !== null) {
        notBefore(registeredOn, decidedOn, {
          code: 'registration-before-decision',
          pointer: '/change/registeredOn',
          after: 'the decision',
        });
      }
    }
    return [
      decided('company-fact-recorded', validOn, { change, facts, companySeq }),
      ...movedAuthority(state, facts, companySeq, { validOn, context }),
    ];
  },

  /** Fan-outs may overtake each other: the newest entry of the company counts. */
  'record-flag': (state, { flag, listed, on, companySeq = null }, { context }) => {
    pastDay(on, '/on', context);
    const overtaken = companySeq !== null && companySeq < (state.factSeqs[factOf(flag)] ?? 0);
    const known =
      (state.flags[flag].status === 'listed') === listed && (state.company[factOf(flag)] ?? false) === listed;
    if (overtaken || (companySeq === null && known)) return [];
    return [decided(listed ? 'company-flag-listed' : 'company-flag-cleared', on, { flag, on, companySeq })];
  },

  'answer-operator-question': (state, { obligationId, operatorChanges }, { validOn }) => {
    const open = state.changes.find((change) => change.obligationId === obligationId);
    if (!open)
      throw unknownObligation(
        obligationId,
        state.changes.map((change) => change.obligationId),
      );
    if (open.change.kind !== 'shareholders') {
      throw new Conflict(
        'operator-question-not-asked',
        'Only a change of shareholders asks whether the operator changes',
        { pointer: '/obligationId', remedy: 'Nothing is left to do.' },
      );
    }
    if (open.change.operatorChanges === operatorChanges) return [];
    return [decided('operator-question-answered', validOn, { obligationId, operatorChanges })];
  },

  'acknowledge-notice': (state, { obligationId, rung }, { validOn }) => {
    const fired = firedRung(state, obligationId, rung);
    if (fired.acknowledgedBy !== null) {
      throw new Conflict('notice-already-acknowledged', 'Somebody has acknowledged this notice', {
        pointer: '/rung',
        remedy: 'Nothing is left to do.',
      });
    }
    return [decided('notice-acknowledged', validOn, { obligationId, rung })];
  },

  'snooze-notice': (state, { obligationId, rung, until }, { validOn, context }) => {
    firedRung(state, obligationId, rung);
    const { deadline } = openObligation(state, obligationId, context);
    if (civilDay(until, '/until') <= context.today) {
      throw new InvalidInput('snooze-in-past', 'A snooze ends on a later day', {
        pointer: '/until',
        today: context.today,
        remedy: 'Give a day after today.',
      });
    }
    const latest = deadline && (deadline.safeDay ?? deadline.date);
    if (latest !== null && until > latest) {
      throw new InvalidInput('snooze-crosses-safe-day', `A snooze may last until ${latest} at most`, {
        pointer: '/until',
        latest,
        remedy: 'Give an earlier day; the act itself ends the reminders.',
      });
    }
    return [decided('notice-snoozed', validOn, { obligationId, rung, until })];
  },

  'propose-waiver': (state, { obligationId, reason }, { validOn, context }) => {
    personOf(context);
    openObligation(state, obligationId, context);
    if (Object.hasOwn(state.waiverProposals, obligationId)) {
      throw new Conflict('waiver-already-proposed', 'A waiver is proposed and waits for a second person', {
        pointer: '/obligationId',
        remedy: 'Ask somebody else to approve it.',
      });
    }
    return [decided('waiver-proposed', validOn, { obligationId, reason })];
  },

  'approve-waiver': (state, { obligationId }, { validOn, context }) => {
    const approver = personOf(context);
    const proposedBy = Object.hasOwn(state.waiverProposals, obligationId)
      ? state.waiverProposals[obligationId]
      : undefined;
    if (proposedBy === undefined) {
      throw new NotFound('waiver-not-proposed', 'Nobody has proposed this waiver', {
        pointer: '/obligationId',
        remedy: 'Propose it first; another person then approves.',
      });
    }
    if (proposedBy === approver) {
      throw new Forbidden('waiver-needs-second-person', 'Whoever proposed a waiver does not approve it', {
        pointer: '/obligationId',
        remedy: 'Ask another approver.',
      });
    }
    return [decided('obligation-waived', validOn, { obligationId, proposedBy })];
  },

  'clear-attention': (state, { reason, about }, { validOn, context }) => {
    if (!state.attention.some((mark) => mark.reason === reason && mark.about === about)) {
      throw new NotFound('attention-not-found', 'The license has no such mark', {
        pointer: '/reason',
        known: state.attention.map((mark) => ({ reason: mark.reason, about: mark.about })),
        remedy: 'Name one of its marks.',
      });
    }
    const act = isDisputed(state, reason, about)
      ? clearedByAct['permit-end-differs']
      : (clearedByAct[reason] ?? (runsWithoutRight(state, about, context) ? stopIt : undefined));
    if (act)
      throw new Conflict('attention-needs-act', 'Only an act clears this mark', {
        pointer: '/reason',
        reason,
        remedy: act,
      });
    return [decided('attention-cleared', validOn, { reason, about })];
  },
};

/** Whether the mark is about a renewal by silence that was turned down or withdrawn since: a person decides what holds. */
function isDisputed(state: LicenseState, reason: AttentionReason, about: string): boolean {
  const ofRenewal = reason === 'renewal-deemed' || reason === 'renewal-undecided';
  return ofRenewal && disputedRenewal(state)?.filing.id === about;
}

/** Marks about a service that was opened without a permit name its type, not an operation. */
function runsWithoutRight(state: LicenseState, about: string, context: Act['context']): boolean {
  const operation = operationsOf(state).find(({ id }) => id === about);
  return operation !== undefined && presentTimeWithoutRight(state, operation, context) !== undefined;
}

function firedRung(state: LicenseState, obligationId: string, rung: string): FiredRung {
  const record = Object.hasOwn(state.notices, obligationId) ? state.notices[obligationId] : undefined;
  if (!record) throw unknownObligation(obligationId, Object.keys(state.notices));
  const fired = record.fired.find((each) => each.rung === rung && !each.skipped);
  if (fired) return fired;
  throw new NotFound('rung-not-found', `No notice of rung ${String(rung).slice(0, 40)} has left`, {
    pointer: '/rung',
    known: record.fired.filter(({ skipped }) => !skipped).map((each) => each.rung),
    remedy: 'Name a rung that has left.',
  });
}

function openObligation(state: LicenseState, obligationId: string, context: Act['context']): Obligation {
  const open = agenda(state, context);
  return (
    open.find(({ id }) => id === obligationId) ??
    refuse(
      unknownObligation(
        obligationId,
        open.map(({ id }) => id),
      ),
    )
  );
}

function unknownObligation(obligationId: string, known: string[]): NotFound {
  return new NotFound('obligation-not-found', `There is no obligation ${String(obligationId).slice(0, 60)}`, {
    pointer: '/obligationId',
    known,
    remedy: 'Name an obligation of the agenda.',
  });
}

function refuse(error: Error): never {
  throw error;
}
