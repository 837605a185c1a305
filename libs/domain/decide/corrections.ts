import type { CivilDate } from '../../calendar/index.js';
import { validity } from '../../rulebook/index.js';
import { type Correctable, correctable, correctionKey, derivedMember, proposable } from '../correctable.js';
import { type CorrectedValue } from '../corrected-value.js';
import { Conflict, Forbidden, NotFound } from '../errors.js';
import type { LicenseEvent } from '../events.js';
import { withChanges } from '../evolve/corrections.js';
import type { LicenseState } from '../license.js';
import { type WrongOrder, wrongOrders } from '../order-of-days.js';
import { putIn, stillFree, valueFor } from './corrected-values.js';
import { consequences, retractedSilence } from './correction-consequences.js';
import { type Act, type Deciders, decided } from './decider.js';
import { personOf } from './guard.js';
import { isDeemedAcceptance } from './retraction.js';

type CorrectionCommand = 'propose-correction' | 'approve-correction';

type Change = { member: string; from: CorrectedValue; to: CorrectedValue };

/** A mistaken entry is corrected by a new one that names it, on the word of two persons. */
export const corrections: Pick<Deciders, CorrectionCommand> = {
  'propose-correction': (state, { seq, member, to, reason }, { validOn, context }) => {
    personOf(context);
    const entry = entryOf(state, seq, member);
    const value = valueFor(state, entry, to, context);
    checkOrder(state, withChanges(state, seq, changesOf(entry, value, context)) ?? state);
    return [decided('entry-correction-proposed', validOn, { seq, member, from: entry.value, to: value, reason })];
  },

  'approve-correction': (state, { seq, member, proposedSeq }, act) => {
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
    if (proposedSeq !== undefined && proposedSeq !== proposal.proposedSeq) {
      throw new Conflict('correction-proposed-anew', `Entry ${proposal.proposedSeq} proposes it now`, {
        pointer: '/proposedSeq',
        proposedSeq: proposal.proposedSeq,
        remedy: 'Read what stands proposed now, then approve that by its entry.',
      });
    }
    const entry = entryOf(state, seq, member);
    stillFree(state, entry, proposal.to);
    const changes = changesOf(entry, proposal.to, act.context);
    const after = withChanges(state, seq, changes) ?? state;
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

/** A notice that had been entered for another filing shows that the authority was not silent about the right one. */
function noSilence(state: LicenseState, entry: Correctable, to: CorrectedValue, validOn: CivilDate): LicenseEvent[] {
  const paper = state.papers.find(({ seq }) => seq === entry.seq);
  const wasNoSilence = paper?.type === 'correction-requested' || paper?.type === 'filing-not-accepted';
  const other = entry.kind === 'filing' && typeof to === 'string' ? state.filings[to] : undefined;
  if (!wasNoSilence || !other?.acceptance || !isDeemedAcceptance(other)) return [];
  return [retractedSilence(state, other.id, other.acceptance.seq, validOn)];
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
