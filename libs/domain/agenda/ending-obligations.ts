import { reissueDecision, terminationDecision, terminationNotice } from '../../rulebook/index.js';
import type { Obligation } from '../obligation.js';
import { inPack, knownDate, obligation } from './obligation-parts.js';
import { rights } from './rights.js';
import { correctionDuty, lastRound } from './rounds.js';
import type { AgendaContext, Standing, StandingFiling } from './standing.js';

/** No law says by when an accepted termination is published; people ask until it is. */
export function publicationAwaited(filing: StandingFiling, { law }: AgendaContext): Obligation[] {
  const { acceptance } = filing;
  if (!acceptance) return [];
  const { seq: openedSeq, recordedOn: openedOn } = acceptance;
  return inPack(law, [
    obligation({
      kind: 'termination-notice',
      duty: 'authority',
      filingId: filing.id,
      openedSeq,
      openedOn,
      deadline: null,
    }),
  ]);
}

/** Thirty days of notice, and sixty more for the decision; both known from the day of publication on. */
export function publicNotice(filing: StandingFiling, { law }: AgendaContext): Obligation[] {
  const { publication } = filing;
  if (!publication) return [];
  const notice = knownDate(() => terminationNotice(law, publication.on));
  if (!notice) return [];
  const common = {
    duty: 'authority',
    filingId: filing.id,
    openedSeq: publication.seq,
    openedOn: publication.recordedOn,
  } as const;
  return inPack(law, [
    obligation({ ...common, kind: 'termination-notice', deadline: notice }),
    obligation({
      ...common,
      kind: 'termination-decision',
      deadline: knownDate(() => terminationDecision(law, notice.date)),
    }),
  ]);
}

/** The new paper for a lost one. No silence accepts it, and no limit of its own was found: a yardstick is shown. */
export function reissueObligations(state: Standing, filing: StandingFiling, context: AgendaContext): Obligation[] {
  const { receivedOn = null, receiptSeq = null, receiptRecordedOn = null } = lastRound(filing) ?? {};
  if (filing.status === 'correction') return correctionDuty(state, filing, context);
  if (filing.status === 'refused' || filing.status === 'not-accepted') return rights(filing, filing.decision, context);
  if (filing.status !== 'submitted' || receivedOn === null || receiptSeq === null) return [];
  return inPack(context.law, [
    obligation({
      kind: 'reissue-decision',
      duty: 'authority',
      filingId: filing.id,
      openedSeq: receiptSeq,
      openedOn: receiptRecordedOn ?? receivedOn,
      deadline: knownDate(() => reissueDecision(context.law, receivedOn)),
    }),
  ]);
}
