import {
  completeness,
  deferredMaterials,
  permitIssue,
  renewalDecision,
  reportReturnDue,
  review,
} from '../../rulebook/index.js';
import type { Permit, PermitTerm } from '../license.js';
import type { Obligation } from '../obligation.js';
import { publicationAwaited, publicNotice, reissueObligations } from './ending-obligations.js';
import { knownDate, obligation } from './obligation-parts.js';
import { rights } from './rights.js';
import { correctionDuty, lastRound } from './rounds.js';
import type { AgendaContext, Standing, StandingFiling } from './standing.js';

/** Duties and rights that an application to the authority brings about, from its receipt to its end. */
export function filingObligations(state: Standing, filing: StandingFiling, context: AgendaContext): Obligation[] {
  switch (filing.kind) {
    case 'annual-report':
      return returnedReport(filing, context);
    case 'reissue':
      return reissueObligations(state, filing, context);
    case 'renewal':
      return [...ofStatus(filing, state, context), ...renewalDecisionDuty(filing, state, context)];
    case 'new':
    case 'change':
    case 'termination':
      return ofStatus(filing, state, context);
    default:
      return filing.kind satisfies never;
  }
}

function ofStatus(filing: StandingFiling, state: Standing, context: AgendaContext): Obligation[] {
  switch (filing.status) {
    case 'submitted':
      return acceptanceDuty(filing, context);
    case 'correction':
      return correctionDuty(state, filing, context);
    case 'accepted':
    case 'expert-review':
      return filing.kind === 'termination' ? publicationAwaited(filing, context) : reviewDuty(filing, state, context);
    case 'public-notice':
      return publicNotice(filing, context);
    case 'granted':
      return [...issueDuties(filing, context), ...rightsInPart(filing, context)];
    case 'refused':
    case 'not-accepted':
      return rights(filing, filing.decision, context);
    case 'issued':
      return rightsInPart(filing, context);
    case 'draft':
    case 'completed':
    case 'withdrawn':
    case 'returned':
    case 'filed':
      return [];
    default:
      return filing.status satisfies never;
  }
}

/** The term that a renewal is to follow: the one in force when the filing was opened. */
export function termOf(permit: Permit, filing: StandingFiling): PermitTerm | undefined {
  return permit.terms.findLast((term) => term.seq < filing.openedSeq) ?? permit.terms[0];
}

function acceptanceDuty(filing: StandingFiling, { law }: AgendaContext): Obligation[] {
  const { receivedOn = null, receiptSeq = null, receiptRecordedOn = null } = lastRound(filing) ?? {};
  if (receivedOn === null || receiptSeq === null) return [];
  return [
    obligation({
      kind: 'acceptance',
      duty: 'authority',
      filingId: filing.id,
      openedSeq: receiptSeq,
      openedOn: receiptRecordedOn ?? receivedOn,
      deadline: knownDate(() => completeness(law, receivedOn)),
    }),
  ];
}

function returnedReport(filing: StandingFiling, { law }: AgendaContext): Obligation[] {
  const { period, reportReturn: returned } = filing;
  if (filing.status !== 'returned' || !returned || period === null) return [];
  return [
    obligation({
      kind: 'report-return',
      duty: 'company',
      filingId: filing.id,
      period,
      openedSeq: returned.seq,
      openedOn: returned.recordedOn,
      deadline: knownDate(() => reportReturnDue(law, { year: period, ...returned })),
    }),
  ];
}

/** A renewal is reviewed until the permit's end; from then on the overdue decision is what people chase. */
function reviewDuty(filing: StandingFiling, state: Standing, context: AgendaContext): Obligation[] {
  const { acceptance, expertReviews } = filing;
  const [first] = filing.rounds;
  const complete = lastRound(filing);
  if (!acceptance || !first || !complete) return [];
  const term = filing.kind === 'renewal' && state.permit ? termOf(state.permit, filing) : undefined;
  if (term && context.today > term.lastDay) return [];
  const deadline = knownDate(() =>
    review(context.law, {
      firstReceivedOn: first.receivedOn ?? first.submittedOn,
      completeReceivedOn: complete.receivedOn ?? complete.submittedOn,
      acceptedOn: acceptance.on,
      pauses: expertReviews.map(({ from, to }) => ({ from, to })),
      // Where no review is going on the day of the question does not matter.
      today: expertReviews.some(({ to }) => to === null) ? context.today : acceptance.on,
    }),
  );
  return [
    obligation({
      kind: 'review',
      duty: 'authority',
      filingId: filing.id,
      openedSeq: acceptance.seq,
      openedOn: acceptance.recordedOn,
      deadline,
      paused: filing.status === 'expert-review',
    }),
  ];
}

/** While deferred materials are missing the authority may wait, so the same date becomes the company's. */
function issueDuties(filing: StandingFiling, { law }: AgendaContext): Obligation[] {
  const { decision } = filing;
  if (!decision || filing.kind === 'termination') return [];
  const held = filing.deferred.length > 0;
  const deadline = knownDate(() => permitIssue(law, decision.on));
  const { seq: openedSeq, recordedOn: openedOn } = decision;
  const filingId = filing.id;
  const kind = 'permit-issue';
  const issue = obligation({ kind, duty: 'authority', filingId, openedSeq, openedOn, deadline, paused: held });
  if (!held) return [issue];
  const ours = knownDate(() => deferredMaterials(law, decision.on));
  return [
    issue,
    obligation({ kind: 'deferred-materials', duty: 'company', filingId, openedSeq, openedOn, deadline: ours }),
  ];
}

/** A renewal that passed may have failed for some types: against that the rights are open too. */
function rightsInPart(filing: StandingFiling, context: AgendaContext): Obligation[] {
  const refused = (filing.decision?.refusedTypes ?? []).length > 0;
  return refused ? rights(filing, filing.decision, context) : [];
}

/** ALL art. 50(2): the authority decides on a renewal before the permit ends. A filing in correction waits for us. */
function renewalDecisionDuty(filing: StandingFiling, state: Standing, { law }: AgendaContext): Obligation[] {
  const first = filing.rounds[0];
  const waiting = filing.status === 'submitted' || filing.status === 'accepted' || filing.status === 'expert-review';
  const term = state.permit ? termOf(state.permit, filing) : undefined;
  if (!first || !waiting || !term) return [];
  return [
    obligation({
      kind: 'renewal-decision',
      duty: 'authority',
      filingId: filing.id,
      openedSeq: first.submittedSeq,
      openedOn: first.submittedOn,
      deadline: knownDate(() => renewalDecision(law, term.lastDay)),
    }),
  ];
}
