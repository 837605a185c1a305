import type { CivilDate } from '../../calendar/index.js';
import { validity } from '../../rulebook/index.js';
import { termOf } from '../agenda/filing-obligations.js';
import { type Correctable, correctable, correctionKey, derivedMember, proposable } from '../correctable.js';
import { type CorrectedValue } from '../corrected-value.js';
import { Conflict, Forbidden, NotFound } from '../errors.js';
import type { LicenseEvent } from '../events.js';
import type { LicenseState, PermitTerm } from '../license.js';
import { filingMachines, nextState } from '../machines.js';
import { type WrongOrder, wrongOrders } from '../order-of-days.js';
import { isInTime, undecided } from '../passing-limits.js';
import { putIn, valueFor } from './corrected-values.js';
import { type Act, type Deciders, decided } from './decider.js';
import { personOf } from './guard.js';
import { endInDoubt } from './permit-checks.js';
import { deemedTerm, isDeemedAcceptance, noticesOpenedBy } from './retraction.js';

type CorrectionCommand = 'propose-correction' | 'approve-correction';

type Change = { member: string; from: CorrectedValue; to: CorrectedValue };

/** A mistaken entry is corrected by a new one that names it, on the word of two persons. */
export const corrections: Pick<Deciders, CorrectionCommand> = {
  'propose-correction': (state, { seq, member, to, reason }, { validOn, context }) => {
    personOf(context);
    const entry = entryOf(state, seq, member);
    const value = valueFor(entry, to, { context });
    checkOrder(state, corrected(state, seq, changesOf(entry, value, context)));
    return [decided('entry-correction-proposed', validOn, { seq, member, from: entry.value, to: value, reason })];
  },

  'approve-correction': (state, { seq, member }, act) => {
    const approver = personOf(act.context);
    const key = correctionKey(seq, member);
    const proposal = Object.hasOwn(state.proposedCorrections, key) ? state.proposedCorrections[key] : undefined;
    if (!proposal) {
      throw new NotFound('correction-not-proposed', 'Nobody has proposed this correction', {
        pointer: '/seq',
        known: Object.keys(state.proposedCorrections),
        remedy: 'Propose it first; another person then approves.',
      });
    }
    if (proposal.proposedBy === approver) {
      throw new Forbidden('correction-needs-second-person', 'Whoever proposed a correction does not approve it', {
        pointer: '/seq',
        remedy: 'Ask another approver.',
      });
    }
    const entry = entryOf(state, seq, member);
    const changes = changesOf(entry, proposal.to, act.context);
    const after = corrected(state, seq, changes);
    checkOrder(state, after);
    return [
      ...noSilence(state, entry, proposal.to, act.validOn),
      decided('entry-corrected', act.validOn, { seq, changes, proposedBy: proposal.proposedBy }),
      ...consequences(state, after, act),
    ];
  },
};

function entryOf(state: LicenseState, seq: number, member: string): Correctable {
  const all = proposable(state);
  const entry = all.find((each) => each.seq === seq && each.member === member);
  if (entry) return entry;
  const ofEntry = all.filter((each) => each.seq === seq);
  throw new NotFound('entry-not-correctable', `Entry ${String(seq)} has no such member that could be corrected`, {
    pointer: ofEntry.length > 0 ? '/member' : '/seq',
    known: (ofEntry.length > 0 ? ofEntry : all).map((each) => ({ seq: each.seq, member: each.member })),
    remedy: 'Name the entry that told it last, and its member.',
  });
}

function changesOf(entry: Correctable, to: CorrectedValue, { law }: Act['context']): Change[] {
  const { member, value, seq } = entry;
  const change = { member, from: value, to };
  const after = putIn(entry, to);
  if (member !== 'permit.validFrom' || typeof to !== 'string') return [change];
  const from = correctable(after, seq, derivedMember)?.value ?? null;
  return [change, { member: derivedMember, from, to: validity(law, to).lastDay }];
}

function corrected(state: LicenseState, seq: number, changes: Change[]): LicenseState {
  return changes.reduce((before, { member, to }) => correctable(before, seq, member)?.put(to) ?? before, state);
}

/** A notice that had been entered for another filing shows that the authority was not silent about the right one. */
function noSilence(state: LicenseState, entry: Correctable, to: CorrectedValue, validOn: CivilDate): LicenseEvent[] {
  const paper = state.papers.find(({ seq }) => seq === entry.seq);
  const wasNoSilence = paper?.type === 'correction-requested' || paper?.type === 'filing-not-accepted';
  const other = entry.kind === 'filing' && typeof to === 'string' ? state.filings[to] : undefined;
  if (!wasNoSilence || !other?.acceptance || !isDeemedAcceptance(other)) return [];
  return [retractedSilence(state, other.id, other.acceptance.seq, validOn)];
}

function retractedSilence(state: LicenseState, filingId: string, deemedSeq: number, validOn: CivilDate): LicenseEvent {
  const wrongNotices = noticesOpenedBy(state, deemedSeq);
  return decided('deemed-acceptance-retracted', validOn, { filingId, deemedSeq, wrongNotices });
}

/** A correction may leave a contradiction that was there, but not bring one about. */
function checkOrder(before: LicenseState, after: LicenseState): void {
  const name = ({ about, earlier, later }: WrongOrder) => `${about}: ${earlier.what}, ${later.what}`;
  const known = new Set(wrongOrders(before).map(name));
  const brought = wrongOrders(after).filter((each) => !known.has(name(each)));
  const [first] = brought;
  if (!first) return;
  const { earlier, later } = first;
  throw new Conflict(
    'correction-out-of-order',
    `${later.what} ${later.on} would lie before ${earlier.what} ${earlier.on}`,
    {
      pointer: '/to',
      contradictions: brought,
      remedy: 'Give another day, or correct the other entry first.',
    },
  );
}

/** What silence or time had brought about on the strength of the mistaken day is taken back; the tick says it anew. */
function consequences(before: LicenseState, after: LicenseState, { validOn, context }: Act): LicenseEvent[] {
  return [
    ...Object.values(before.filings).flatMap((filing): LicenseEvent[] => {
      const receipts = (state: LicenseState) => state.filings[filing.id]?.rounds.map(({ receivedOn }) => receivedOn);
      const moved = String(receipts(before)) !== String(receipts(after));
      if (!moved || !filing.acceptance || !isDeemedAcceptance(filing)) return [];
      return [retractedSilence(before, filing.id, filing.acceptance.seq, validOn)];
    }),
    ...afterMovedRenewal(before, after, validOn, context),
    ...afterMovedEnd(before, after, validOn, context),
  ];
}

/** Whether a renewal was in time decides what silence did at the permit's end. */
function afterMovedRenewal(
  before: LicenseState,
  after: LicenseState,
  validOn: CivilDate,
  { law }: Act['context'],
): LicenseEvent[] {
  const { permit } = before;
  if (!permit) return [];
  return Object.values(before.filings).flatMap((filing): LicenseEvent[] => {
    const corrected = after.filings[filing.id];
    const term = termOf(permit, filing);
    if (filing.kind !== 'renewal' || !undecided.includes(filing.status) || !corrected || !term) return [];
    const inTime = isInTime(corrected, term, law);
    if (inTime === isInTime(filing, term, law)) return [];
    const deemed = deemedTerm(before, filing);
    if (deemed && !inTime) return [deemedRenewalRetracted(before, filing.id, deemed.seq, validOn)];
    const lapsed = permit.status === 'expired' && term === permit.terms.at(-1);
    return lapsed && inTime ? [decided('permit-expiry-retracted', validOn, { lastDay: term.lastDay })] : [];
  });
}

function deemedRenewalRetracted(
  before: LicenseState,
  filingId: string,
  deemedSeq: number,
  validOn: CivilDate,
): LicenseEvent {
  const wrongNotices = noticesOpenedBy(before, deemedSeq);
  return decided('deemed-renewal-retracted', validOn, { filingId, deemedSeq, wrongNotices });
}

function afterMovedEnd(
  before: LicenseState,
  after: LicenseState,
  validOn: CivilDate,
  { law, today }: Act['context'],
): LicenseEvent[] {
  const events: LicenseEvent[] = [];
  const [was, is] = [paperTerm(before), paperTerm(after)];
  if (
    !was ||
    !is ||
    (was.lastDay === is.lastDay && was.validFrom === is.validFrom && was.printedLastDay === is.printedLastDay)
  )
    return [];
  const doubt = endInDoubt({ printedLastDay: is.printedLastDay ?? is.lastDay }, is.validFrom, validOn, law);
  const marked = before.attention.some(({ reason }) => reason === 'permit-end-differs');
  if (!marked) events.push(...doubt);
  if (marked && doubt.length === 0)
    events.push(decided('attention-cleared', validOn, { reason: 'permit-end-differs', about: 'permit' }));
  for (const filing of Object.values(before.filings)) {
    const term = deemedTerm(before, filing);
    // One that was refused after the law had renewed the permit waits for a person as it is.
    const mayGo = nextState(filingMachines[filing.kind], filing.status, 'deemed-renewal-retracted') !== null;
    if (!term || !mayGo) continue;
    events.push(deemedRenewalRetracted(before, filing.id, term.seq, validOn));
  }
  if (before.permit?.status === 'expired' && is.lastDay >= today)
    events.push(decided('permit-expiry-retracted', validOn, { lastDay: is.lastDay }));
  return events;
}

/** The newest term that a paper states. */
function paperTerm({ permit }: LicenseState): PermitTerm | undefined {
  return permit?.terms.findLast(({ provisional }) => !provisional);
}
