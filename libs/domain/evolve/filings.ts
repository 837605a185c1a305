import type { TextRef } from '../company.js';
import type { RecordedEvent, RecordedOf } from '../events.js';
import type { Decision, Filing, ItemAnswer, LicenseState, MaterialVersion, Round } from '../license.js';
import { stateWith } from './changed.js';
import { type Evolvers, moveFiling, recordedDay, withAttention, withoutAttention } from './evolver.js';

type FilingEvent =
  | 'filing-opened'
  | 'filing-planned'
  | 'material-supplied'
  | 'pack-signed-off'
  | 'filing-submitted'
  | 'receipt-recorded'
  | 'correction-requested'
  | 'correction-item-answered'
  | 'correction-item-passed-over'
  | 'filing-accepted'
  | 'acceptance-deemed'
  | 'deemed-acceptance-confirmed'
  | 'deemed-acceptance-retracted'
  | 'filing-not-accepted'
  | 'expert-review-started'
  | 'expert-review-ended'
  | 'filing-granted'
  | 'filing-refused'
  | 'notice-published'
  | 'filing-withdrawn'
  | 'report-returned'
  | 'report-filed';

/** How a filing lives from its opening to the authority's decision. */
export const filings: Pick<Evolvers, FilingEvent> = {
  'filing-opened': (state, event) => {
    const { filingId, kind, period, answers, serviceTypes, plannedOn, follows = null } = event.data;
    if (state.filings[filingId]) return null;
    const filing: Filing = {
      id: filingId,
      kind,
      status: 'draft',
      openedOn: event.validOn,
      openedSeq: event.seq,
      openedBy: event.actor.id,
      period,
      answers,
      follows,
      serviceTypes,
      plannedOn,
      materials: {},
      originals: {},
      pack: null,
      rounds: [],
      acceptance: null,
      expertReviews: [],
      publication: null,
      decision: null,
      withdrawnOn: null,
      reportReturn: null,
      deferred: [],
      closedSeq: null,
      closedOn: null,
    };
    const changes = state.changes.map((change) =>
      answers.includes(change.obligationId) ? { ...change, filingId } : change,
    );
    return stateWith(state, { changes, filings: { ...withRerouting(state, follows), [filingId]: filing } });
  },

  'filing-planned': (state, event) => moveFiling(state, event, () => ({ plannedOn: event.data.plannedOn })),

  'material-supplied': (state, event) =>
    moveFiling(state, event, (filing) => {
      const { requirementId } = event.data;
      const versions = [...(filing.materials[requirementId] ?? []), suppliedVersion(event)];
      return {
        materials: { ...filing.materials, [requirementId]: versions },
        deferred: filing.deferred.filter((id) => id !== requirementId),
      };
    }),

  'pack-signed-off': (state, event) =>
    moveFiling(state, event, () => {
      const { packHash, deferred } = event.data;
      return {
        pack: { packHash, signedBy: event.actor.id, signedOn: event.validOn, deferred, seq: event.seq },
        deferred,
      };
    }),

  'filing-submitted': (state, event) =>
    moveFiling(state, event, (filing) => {
      const round: Round = {
        round: event.data.round,
        submittedOn: event.validOn,
        submittedSeq: event.seq,
        packHash: event.data.packHash,
        receivedOn: null,
        receiptSeq: null,
        receiptNumber: null,
        receiptRecordedOn: null,
        correction: null,
      };
      return { rounds: [...filing.rounds, round], reportReturn: null };
    }),

  'receipt-recorded': (state, event) =>
    moveFiling(state, event, (filing) => ({
      rounds: inRound(filing, event.data.round, {
        receivedOn: event.data.receivedOn,
        receiptSeq: event.seq,
        receiptNumber: event.data.number,
        receiptRecordedOn: recordedDay(event),
      }),
    })),

  'correction-requested': (state, event) =>
    moveFiling(state, event, (filing) => {
      const { round, noticedOn, dueOn, number, items } = event.data;
      return {
        rounds: inRound(filing, round, {
          correction: { noticedOn, dueOn, number, items, answers: {}, seq: event.seq, recordedOn: recordedDay(event) },
        }),
      };
    }),

  'correction-item-answered': (state, event) => answered(state, event, 'text', event.data.text),
  'correction-item-passed-over': (state, event) => answered(state, event, 'passed-over', event.data.reason),

  'filing-accepted': (state, event) => {
    const after = moveFiling(state, event, (filing) => ({
      acceptance: {
        on: event.data.acceptedOn,
        by: 'notice',
        confirmed: true,
        limit: filing.acceptance?.limit ?? null,
        seq: filing.acceptance?.seq ?? event.seq,
        toldSeq: event.seq,
        recordedOn: filing.acceptance?.recordedOn ?? recordedDay(event),
      },
    }));
    return after && withoutAttention(after, 'acceptance-deemed', event.data.filingId);
  },

  'acceptance-deemed': (state, event) => {
    const { filingId, acceptedOn, limit } = event.data;
    const after = moveFiling(state, event, () => ({
      acceptance: {
        on: acceptedOn,
        by: 'silence',
        confirmed: false,
        limit,
        seq: event.seq,
        toldSeq: event.seq,
        recordedOn: recordedDay(event),
      },
    }));
    return after && withAttention(after, event, 'acceptance-deemed', filingId);
  },

  'deemed-acceptance-confirmed': (state, event) => {
    const after = moveFiling(state, event, ({ acceptance }) => ({
      acceptance: acceptance && { ...acceptance, confirmed: true },
    }));
    return after && withoutAttention(after, 'acceptance-deemed', event.data.filingId);
  },

  'deemed-acceptance-retracted': (state, event) => {
    const after = moveFiling(state, event, () => ({ acceptance: null }));
    return after && withoutAttention(after, 'acceptance-deemed', event.data.filingId);
  },

  'filing-not-accepted': (state, event) => {
    const { decidedOn, servedOn } = event.data;
    return released(
      moveFiling(state, event, () => decided(state, event, 'not-accepted', { on: decidedOn, servedOn })),
      event.data.filingId,
    );
  },

  'expert-review-started': (state, event) =>
    moveFiling(state, event, (filing) => {
      const { from, announcedUntil } = event.data;
      return {
        expertReviews: [...filing.expertReviews, { from, announcedUntil, to: null, seq: event.seq, endSeq: null }],
      };
    }),

  'expert-review-ended': (state, event) =>
    moveFiling(state, event, (filing) => ({
      expertReviews: filing.expertReviews.map((review) =>
        review.to === null ? { ...review, to: event.data.on, endSeq: event.seq } : review,
      ),
    })),

  'filing-granted': (state, event) => {
    const { filingId, grantedOn, servedOn, refusedTypes } = event.data;
    const after = moveFiling(state, event, () =>
      decided(state, event, 'granted', { on: grantedOn, servedOn, refusedTypes }),
    );
    // The decision answers what silence had left open.
    return after && withoutAttention(after, 'acceptance-deemed', filingId);
  },

  'filing-refused': (state, event) => {
    const { filingId, refusedOn, servedOn, falseMaterial } = event.data;
    return released(
      moveFiling(state, event, () => decided(state, event, 'refused', { on: refusedOn, servedOn, falseMaterial })),
      filingId,
    );
  },

  'notice-published': (state, event) =>
    moveFiling(state, event, () => ({
      publication: { on: event.data.publishedOn, seq: event.seq, recordedOn: recordedDay(event) },
    })),

  'filing-withdrawn': (state, event) => {
    const { filingId, withdrawnOn } = event.data;
    return released(
      moveFiling(state, event, () => ({ withdrawnOn })),
      filingId,
    );
  },

  'report-returned': (state, event) =>
    moveFiling(state, event, () => {
      const { returnedOn, dueOn } = event.data;
      return { reportReturn: { returnedOn, dueOn, seq: event.seq, recordedOn: recordedDay(event) } };
    }),

  'report-filed': (state, event) => moveFiling(state, event),
};

/** Written out: a copy with members added has a hidden class of its own every time, which slows down all who read it. */
function suppliedVersion({ data, actor, validOn, seq }: RecordedOf<'material-supplied'>): MaterialVersion {
  const { materialId, version, sha256, bytes, mediaType, issuedOn, reason, sealed, copyOf } = data;
  return {
    materialId,
    version,
    sha256,
    bytes,
    mediaType,
    issuedOn,
    reason,
    sealed,
    copyOf,
    suppliedBy: actor.id,
    suppliedOn: validOn,
    seq,
    erasedOn: null,
  };
}

/** A filing that goes on with another one is for the authority that the decision on that one has named. */
function withRerouting({ filings, authority }: LicenseState, follows: string | null): LicenseState['filings'] {
  const first = follows === null ? undefined : filings[follows];
  if (!first?.decision) return filings;
  const reroutedTo = first.decision.reroutedTo ?? authority;
  return { ...filings, [first.id]: { ...first, decision: { ...first.decision, reroutedTo } } };
}

function inRound(filing: Filing, number: number, answer: Partial<Round>): Round[] {
  return filing.rounds.map((round) => (round.round === number ? { ...round, ...answer } : round));
}

/** Null for an item that the notice of the round does not have. */
function answered(
  state: LicenseState,
  event: RecordedOf<'correction-item-answered' | 'correction-item-passed-over'>,
  by: ItemAnswer['by'],
  text: TextRef,
): LicenseState | null {
  const { filingId, round: number, itemId } = event.data;
  const correction = state.filings[filingId]?.rounds.find(({ round }) => round === number)?.correction;
  if (!correction?.items.some(({ id }) => id === itemId)) return null;
  const answer: ItemAnswer = { by, text, person: event.actor.id, on: event.validOn, seq: event.seq };
  const answers = { ...correction.answers, [itemId]: answer };
  return moveFiling(state, event, (filing) => ({
    rounds: inRound(filing, number, { correction: { ...correction, answers } }),
  }));
}

function decided(
  { authority, office }: LicenseState,
  event: RecordedEvent,
  outcome: Decision['outcome'],
  told: Pick<Decision, 'on' | 'servedOn'> & Partial<Decision>,
): Pick<Filing, 'decision'> {
  const usual = { falseMaterial: false, refusedTypes: [], by: { authority, office }, reroutedTo: null };
  return { decision: { outcome, ...usual, ...told, seq: event.seq, recordedOn: recordedDay(event) } };
}

/** A filing that came to nothing no longer answers a change, and waits for nobody. */
function released(state: LicenseState | null, filingId: string): LicenseState | null {
  if (state === null) return null;
  const changes = state.changes.map((change) =>
    change.filingId === filingId && !change.done ? { ...change, filingId: null } : change,
  );
  return withoutAttention(stateWith(state, { changes }), 'acceptance-deemed', filingId);
}
