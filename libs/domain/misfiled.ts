import type { Correctable } from './correctable.js';
import type { RecordedEvent } from './events.js';
import { filingWith, stateWith } from './evolve/changed.js';
import { filings as evolvers } from './evolve/filings.js';
import { withPaper } from './evolve/papers.js';
import type { Decision, Filing, LicenseState, Round } from './license.js';
import type { AuthorityPaper } from './papers.js';

/** Answers of the authority that may prove to be another filing's, as long as nothing has followed from them. */
type Movable =
  | 'receipt-recorded'
  | 'correction-requested'
  | 'filing-accepted'
  | 'filing-not-accepted'
  | 'filing-granted'
  | 'filing-refused';

/** An answer taken from its filing: the filing as it was before, and what the answer said. */
interface Taken {
  before: Partial<Filing>;
  data: Record<string, unknown>;
}

/** That an answer was entered for the wrong filing: it may be given to another one that waits for such an answer. */
export function misfiled(state: LicenseState, paper: AuthorityPaper): Correctable[] {
  const { seq, filingId } = paper;
  const filing = filingId === null ? undefined : state.filings[filingId];
  const taken = filing ? taking(state, filing, paper) : null;
  if (!filing || !taken) return [];
  const put = (to: Correctable['value']): LicenseState | null => {
    const other = typeof to === 'string' && Object.hasOwn(state.filings, to) ? state.filings[to] : undefined;
    if (!other || other === filing || !awaits(other, paper)) return null;
    const freed = {
      ...state.filings,
      [filing.id]: filingWith(filing, taken.before),
      [other.id]: unanswered(other, paper),
    };
    const changes = state.changes.map((change) =>
      filing.answers.includes(change.obligationId) && change.filingId === null
        ? { ...change, filingId: filing.id }
        : change,
    );
    const without = stateWith(state, { filings: freed, changes });
    const after = given(without, paper, { ...taken.data, filingId: other.id, ...roundOf(other, paper) });
    return after && withPaper(after, { ...paper, filingId: other.id });
  };
  return [{ seq, member: 'filingId', kind: 'filing', value: filing.id, mayLieAhead: false, put }];
}

/** Null where something has followed from the answer, or silence or a renewal by silence is involved. */
function taking(state: LicenseState, filing: Filing, { seq, type, number }: AuthorityPaper): Taken | null {
  const last = filing.rounds.at(-1);
  const { acceptance, decision, status } = filing;
  const inRound = (change: Partial<Round>): Pick<Filing, 'rounds'> => ({
    rounds: filing.rounds.map((round) => (round === last ? { ...round, ...change } : round)),
  });
  switch (type as Movable) {
    case 'receipt-recorded': {
      const untouched = status === 'submitted' || (status === 'accepted' && acceptance?.by === 'silence');
      if (last?.receiptSeq !== seq || !untouched || filing.expertReviews.length > 0) return null;
      const nothing = { receivedOn: null, receiptSeq: null, receiptNumber: null, receiptRecordedOn: null };
      return { before: inRound(nothing), data: { receivedOn: last.receivedOn, number } };
    }
    case 'correction-requested': {
      if (status !== 'correction' || last?.correction?.seq !== seq) return null;
      const { noticedOn, dueOn, items } = last.correction;
      return {
        before: { status: 'submitted', ...inRound({ correction: null }) },
        data: { noticedOn, dueOn, number, items },
      };
    }
    case 'filing-accepted': {
      const plain = acceptance?.toldSeq === seq && acceptance.seq === seq && filing.expertReviews.length === 0;
      if (status !== 'accepted' || !acceptance || !plain) return null;
      return { before: { status: 'submitted', acceptance: null }, data: { acceptedOn: acceptance.on, number } };
    }
    case 'filing-not-accepted':
    case 'filing-granted':
    case 'filing-refused':
      if (decision?.seq !== seq || !undecided(status) || renewedBySilence(state, filing)) return null;
      if (goneOnElsewhere(state, filing, seq)) return null;
      return {
        before: { status: statusBefore(filing), decision: null, closedSeq: null, closedOn: null },
        data: { ...saidBy(decision), number, reason: null },
      };
    default:
      return null;
  }
}

const undecided = (status: Filing['status']): boolean =>
  status === 'granted' || status === 'refused' || status === 'not-accepted';

const renewedBySilence = ({ permit }: LicenseState, filing: Filing): boolean =>
  permit?.terms.some(({ filingId, provisional }) => provisional && filingId === filing.id) ?? false;

/** What the decision had left undone was taken up by another filing: by one that follows, or by a later one like it. */
function goneOnElsewhere({ filings, changes }: LicenseState, filing: Filing, decidedSeq: number): boolean {
  const { id, answers } = filing;
  const later = Object.values(filings).some((other) => asksAgain(other, filing, decidedSeq));
  const answered = changes.some(
    ({ obligationId, filingId }) => answers.includes(obligationId) && filingId !== null && filingId !== id,
  );
  return later || answered;
}

/** One that follows the filing, or a later one like it; of changes there may be several that have nothing in common. */
export function asksAgain(other: Filing, { id, kind, period }: Filing, decidedSeq: number): boolean {
  if (other.follows === id) return true;
  return kind !== 'change' && other.kind === kind && other.period === period && other.openedSeq > decidedSeq;
}

/** Where a filing stands that waits for its decision. */
function statusBefore({ kind, decision, rounds }: Filing): Filing['status'] {
  if (decision?.outcome === 'not-accepted') return rounds.at(-1)?.correction ? 'correction' : 'submitted';
  if (kind === 'termination') return 'public-notice';
  return kind === 'reissue' ? 'submitted' : 'accepted';
}

function saidBy({ outcome, on, servedOn, refusedTypes, falseMaterial }: Decision): Record<string, unknown> {
  if (outcome === 'granted') return { grantedOn: on, servedOn, refusedTypes };
  if (outcome === 'refused') return { refusedOn: on, servedOn, falseMaterial };
  return { decidedOn: on, servedOn };
}

/** Its machine decides; beyond that a receipt comes once, and nothing is accepted that was not received. */
function awaits(other: Filing, { type }: AuthorityPaper): boolean {
  const last = other.rounds.at(-1);
  if (!last) return false;
  if (type === 'receipt-recorded') return last.receivedOn === null;
  if (type === 'filing-accepted') return last.receivedOn !== null && other.acceptance?.by !== 'notice';
  return true;
}

/** Silence was none where the answer had only been entered elsewhere. */
function unanswered(other: Filing, { type }: AuthorityPaper): Filing {
  const wasNoSilence = type === 'correction-requested' || type === 'filing-not-accepted';
  const deemed = other.status === 'accepted' && other.acceptance?.by === 'silence' && other.expertReviews.length === 0;
  return wasNoSilence && deemed ? filingWith(other, { status: 'submitted', acceptance: null }) : other;
}

function roundOf({ rounds }: Filing, { type }: AuthorityPaper): Record<string, unknown> {
  const inRound = type === 'receipt-recorded' || type === 'correction-requested';
  return inRound ? { round: rounds.at(-1)?.round } : {};
}

/** As if it had been entered for the other filing at once. */
function given(
  state: LicenseState,
  { seq, type, on, enteredBy, recordedOn }: AuthorityPaper,
  data: Record<string, unknown>,
): LicenseState | null {
  const event = { seq, type, v: 1, validOn: on, recordedAt: `${recordedOn}T00:00:00.000Z`, actor: enteredBy, data };
  const evolver = evolvers[type as Movable] as (state: LicenseState, event: RecordedEvent) => LicenseState | null;
  return evolver(state, event as unknown as RecordedEvent);
}
