import { addDays, type CivilDate, lastWorkingDay, minDate, workingDaysLater } from '../../calendar/index.js';
import { type Deadline, latestDay, validity } from '../../rulebook/index.js';
import { filingDayOf } from '../filing-day.js';
import type { Acceptance, Decision, Filing, Round } from '../license.js';
import type { ObligationKind } from '../obligation.js';
import { askedOf } from '../permit-review.js';
import { licensedFor } from '../types-of-permit.js';
import type { Act } from './acts.js';
import type { Stage } from './stage.js';

/** What comes next for a filing that is with the authority; null where nobody moves it but time. */
export function filingAct(stage: Stage, filing: Filing): Act | null {
  switch (filing.status) {
    case 'draft':
      return firstFiling(stage, filing);
    case 'submitted':
      // A report that was handed in is filed by the same act.
      return filing.kind === 'annual-report' ? null : inHand(stage, filing);
    case 'correction':
      return correctionAnswer(stage, filing);
    case 'accepted':
      return expertReviewStart(stage, filing) ?? decision(stage, filing);
    case 'expert-review':
      return expertReviewEnd(stage, filing);
    case 'granted':
      return permit(stage, filing);
    case 'public-notice':
    case 'completed':
    case 'issued':
    case 'refused':
    case 'not-accepted':
    case 'withdrawn':
    case 'returned':
    case 'filed':
      return null;
    default:
      return filing.status satisfies never;
  }
}

/** Every other draft is handed in when its duty is. */
function firstFiling(stage: Stage, filing: Filing): Act | null {
  if (filing.kind !== 'new') return null;
  const on = stage.request.plan.filingOn ?? filingDayOf(filing, stage.today);
  return { on, play: () => stage.handIn(filing) };
}

function inHand(stage: Stage, filing: Filing): Act | null {
  const { receivedOn } = filing.rounds.at(-1) as Round;
  if (receivedOn === null) return receipt(stage, filing);
  return correctionNotice(stage, filing) ?? acceptance(stage, filing, receivedOn);
}

function receipt(stage: Stage, { id }: Filing): Act {
  return {
    on: stage.today,
    play: () => stage.run('record-receipt', { filingId: id, receivedOn: stage.today, number: null }),
  };
}

function plannedRound({ request }: Stage, filing: Filing) {
  return filing.kind === 'new' ? request.plan.corrections[filing.rounds.length - 1] : undefined;
}

function correctionNotice(stage: Stage, filing: Filing): Act | null {
  const planned = plannedRound(stage, filing);
  if (!planned) return null;
  const { noticedOn, dueOn } = planned;
  const items = [{ requirementId: null, text: null }];
  return {
    on: noticedOn,
    play: () =>
      stage.run('record-correction-notice', {
        filingId: filing.id,
        noticedOn: stage.today,
        dueOn,
        number: null,
        items,
      }),
  };
}

function correctionAnswer(stage: Stage, filing: Filing): Act | null {
  const planned = plannedRound(stage, filing)?.answeredOn;
  if (planned !== undefined) return { on: planned, play: () => stage.submit(filing.id) };
  // A notice that is on record: answered with a new paper for each item, on its safe day.
  const due = deadlineOf(stage, 'correction', filing);
  return { on: due?.safeDay ?? stage.today, play: () => stage.answer(filing) };
}

function deadlineOf({ license }: Stage, kind: ObligationKind, filing: Filing): Deadline | null {
  return license.openDuties().find((duty) => duty.kind === kind && duty.filingId === filing.id)?.deadline ?? null;
}

function acceptance(stage: Stage, filing: Filing, receivedOn: CivilDate): Act | null {
  const { acceptance: speed } = stage.request.plan.authority;
  if (speed === 'silence') return null;
  return {
    on: workingDaysLater(stage.law.calendar, receivedOn, speed),
    play: () => stage.run('record-acceptance', { filingId: filing.id, acceptedOn: stage.today, number: null }),
  };
}

function expertReviewStart(stage: Stage, filing: Filing): Act | null {
  const planned = stage.request.plan.expertReview;
  if (filing.kind !== 'new' || !planned || filing.expertReviews.length > 0) return null;
  const data = { filingId: filing.id, announcedUntil: planned.to };
  return { on: planned.from, play: () => stage.run('start-expert-review', { ...data, from: stage.today }) };
}

function expertReviewEnd(stage: Stage, filing: Filing): Act | null {
  const to = stage.request.plan.expertReview?.to ?? filing.expertReviews.at(-1)?.announcedUntil ?? null;
  if (to === null) return null;
  return { on: to, play: () => stage.run('end-expert-review', { filingId: filing.id, on: stage.today }) };
}

function decision(stage: Stage, filing: Filing): Act | null {
  const { renewal } = stage.request.plan;
  const outcome = filing.kind === 'renewal' ? renewal.outcome : 'granted';
  if (outcome === 'silence') return null;
  const filingId = filing.id;
  return {
    on: decisionDay(stage, filing),
    play: () =>
      outcome === 'granted'
        ? stage.run('record-grant', { filingId, grantedOn: stage.today, number: null })
        : stage.run('record-refusal', {
            filingId,
            refusedOn: stage.today,
            servedOn: stage.today,
            number: null,
            falseMaterial: false,
            reason: null,
          }),
  };
}

/** By the limit of the review; a renewal at the latest on the last working day of the permit. */
function decisionDay(stage: Stage, filing: Filing): CivilDate {
  const { calendar } = stage.law;
  const { review } = stage.request.plan.authority;
  const term = filing.kind === 'renewal' ? stage.license.state.permit?.terms.at(-1) : undefined;
  const limit = deadlineOf(stage, 'review', filing);
  const byLimit = limit === null ? stage.today : review === 'latest-reading' ? latestDay(limit) : limit.date;
  const day = typeof review === 'number' ? addDays((filing.acceptance as Acceptance).on, review) : byLimit;
  return lastWorkingDay(calendar, term ? minDate(day, term.lastDay) : day).date;
}

function permit(stage: Stage, filing: Filing): Act {
  const { on: grantedOn } = filing.decision as Decision;
  return {
    on: workingDaysLater(stage.law.calendar, grantedOn, stage.request.plan.authority.issue),
    play: () => {
      stage.supplyDeferred(filing);
      recordPermit(stage, filing);
    },
  };
}

function recordPermit(stage: Stage, filing: Filing): void {
  const { state } = stage.license;
  const { permit: held } = state;
  const { serviceTypes, coverage } = askedOf(state, filing) ?? licensedFor(state);
  const term = held?.terms.at(-1);
  const number = held?.number ?? `B2-${stage.today.slice(0, 4)}0001`;
  const validFrom = nextTermStart(stage, filing) ?? term?.validFrom ?? stage.today;
  const printedLastDay = filing.kind === 'change' && term ? term.lastDay : validity(stage.law, validFrom).lastDay;
  const data = { number, validFrom, printedLastDay, serviceTypes, coverage };
  stage.run('record-permit', { filingId: filing.id, permit: data, issuedOn: stage.today });
}

/** A renewed term follows the old one; where silence has renewed it already, the paper states that term. */
function nextTermStart(stage: Stage, filing: Filing): CivilDate | null {
  const term = stage.license.state.permit?.terms.at(-1);
  if (filing.kind !== 'renewal' || !term) return null;
  return term.filingId === filing.id ? term.validFrom : addDays(term.lastDay, 1);
}
