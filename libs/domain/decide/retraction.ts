import type { CivilDate } from '../../calendar/index.js';
import { termOf } from '../agenda/filing-obligations.js';
import type { Context } from '../context.js';
import type { AttentionReason, LicenseEvent, WrongNotice } from '../events.js';
import type { Filing, LicenseState, PermitTerm } from '../license.js';
import { filingMachines, isTerminal, nextState, permitMachine } from '../machines.js';
import { goesOn } from '../passing-limits.js';
import { decided } from './decider.js';

/** Accepted by silence, and nothing since has shown that the authority took the filing up. */
export function isDeemedAcceptance(filing: Filing): boolean {
  return filing.status === 'accepted' && filing.acceptance?.by === 'silence' && filing.expertReviews.length === 0;
}

/**
 * A notice that becomes known after five silent working days shows that the authority was not silent. Nothing is
 * overwritten: the deemed acceptance is retracted by an event that also says whom the wrong reminders reached. A notice
 * that is itself dated after those days comes too late by the law (ALL art. 32(4)), but it is there and may have to be
 * followed: it goes on record too, and a person is asked to take it up with the authority.
 */
export function retractedAcceptance(state: LicenseState, filing: Filing, noticedOn: CivilDate): LicenseEvent[] {
  const { id: filingId, acceptance } = filing;
  if (!acceptance || !isDeemedAcceptance(filing)) return [];
  const wrongNotices = noticesOpenedBy(state, acceptance.seq);
  const retraction = decided('deemed-acceptance-retracted', noticedOn, {
    filingId,
    deemedSeq: acceptance.seq,
    wrongNotices,
  });
  const tooLate = acceptance.limit !== null && noticedOn > acceptance.limit;
  if (!tooLate) return [retraction];
  return [retraction, decided('attention-raised', noticedOn, { reason: 'notice-after-silence', about: filingId })];
}

/** The term that a filing got by silence at expiry, while no paper has come and the permit is in force. */
export function deemedTerm(state: LicenseState, filing: Filing): PermitTerm | null {
  const { permit } = state;
  if (!permit || nextState(permitMachine, permit.status, 'deemed-renewal-retracted') === null) return null;
  const last = permit.terms.at(-1);
  return last?.provisional && last.filingId === filing.id ? last : null;
}

/**
 * A refusal, a decision not to accept or a correction notice beside a deemed renewal: dated before the new term it takes
 * the renewal back; a later one comes after the law has renewed the permit, and a person must settle what holds.
 */
export function afterDeemedRenewal(
  state: LicenseState,
  filing: Filing,
  on: CivilDate,
  answer: LicenseEvent[],
): LicenseEvent[] {
  const term = deemedTerm(state, filing);
  if (!term) return answer;
  if (on < term.validFrom) return [...retractedRenewal(state, filing.id, term, on), ...answer];
  return [...answer, decided('attention-raised', on, { reason: 'renewal-undecided', about: filing.id })];
}

/** A receipt beside a deemed renewal takes it back where it shows that the filing was late. */
export function afterReceipt(
  state: LicenseState,
  filing: Filing,
  receipt: LicenseEvent,
  { law }: Context,
): LicenseEvent[] {
  const deemed = deemedTerm(state, filing);
  const ended = state.permit && termOf(state.permit, filing);
  if (!deemed || !ended || goesOn(filing, ended, law)) return [receipt];
  return [...retractedRenewal(state, filing.id, deemed, receipt.validOn), receipt];
}

/** The renewal by silence, and what it had left to a person; the tick says anew what became of the permit. */
export function retractedRenewal(
  state: LicenseState,
  filingId: string,
  { seq: deemedSeq }: PermitTerm,
  on: CivilDate,
): LicenseEvent[] {
  const wrongNotices = noticesOpenedBy(state, deemedSeq);
  const left = state.attention.filter(
    ({ reason, about }) => reason === 'renewal-undecided' && (about === filingId || about.startsWith(`${filingId}:`)),
  );
  return [
    decided('deemed-renewal-retracted', on, { filingId, deemedSeq, wrongNotices }),
    ...left.map(({ reason, about }) => decided('attention-cleared', on, { reason, about })),
  ];
}

/**
 * The renewal by silence whose filing the authority turned down, or the company withdrew, although the law had brought it,
 * until a person has decided what holds: its filing, the term that it brought, and the one before.
 */
export function disputedRenewal(state: LicenseState): { filing: Filing; term: PermitTerm; before: PermitTerm } | null {
  const [before, term] = state.permit?.terms.slice(-2) ?? [];
  const filing = state.filings[term?.filingId ?? ''];
  if (!before || !term || !filing || !deemedTerm(state, filing)) return null;
  const marked = state.attention.some(({ reason, about }) => about === filing.id && openedBySilence.includes(reason));
  return marked && isTerminal(filingMachines[filing.kind], filing.status) ? { filing, term, before } : null;
}

const openedBySilence: readonly AttentionReason[] = ['renewal-deemed', 'renewal-undecided'];

/** Reminders that left about obligations which one event opened. Their ids carry its number: `<kind>:<seq>[:<period>]`. */
export function noticesOpenedBy(state: LicenseState, seq: number): WrongNotice[] {
  return Object.entries(state.notices)
    .filter(([obligationId]) => obligationId.split(':')[1] === String(seq))
    .flatMap(([obligationId, record]) =>
      record.fired.filter((fired) => !fired.skipped).map(({ rung, people }) => ({ obligationId, rung, people })),
    );
}
