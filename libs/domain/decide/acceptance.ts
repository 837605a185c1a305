import { Conflict, InvalidInput } from '../errors.js';
import type { Filing } from '../license.js';
import { civilDay, notBefore, optional, pastDay, serviceDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { filingFor, filingOf, lastRound, numbered, wrongStatus } from './guard.js';
import { checkItems } from './pack-checks.js';
import { rerouted } from './rerouting.js';
import { afterDeemedRenewal, afterReceipt, isDeemedAcceptance, retractedAcceptance } from './retraction.js';

type AcceptanceCommand =
  | 'record-receipt'
  | 'record-publication'
  | 'record-correction-notice'
  | 'record-acceptance'
  | 'confirm-deemed-acceptance'
  | 'record-non-acceptance';

const notSubmitted = {
  code: 'filing-not-submitted',
  remedy: 'This answers a submission: submit the filing first, or name the one that waits.',
};

/** What the authority says to a submission, as a person reads it from a receipt, a notice or the portal. */
export const acceptance: Pick<Deciders, AcceptanceCommand> = {
  'record-receipt': (state, { filingId, receivedOn, number }, { context }) => {
    const filing = filingFor(state, filingId, 'receipt-recorded', notSubmitted);
    const round = lastRound(filing);
    if (round.receivedOn !== null) {
      throw new Conflict('receipt-already-recorded', `Round ${round.round} was received on ${round.receivedOn}`, {
        pointer: '/filingId',
        filingId,
        receivedOn: round.receivedOn,
        remedy: 'A resubmission after a correction gets a receipt of its own.',
      });
    }
    pastDay(receivedOn, '/receivedOn', context);
    notBefore(receivedOn, round.submittedOn, {
      code: 'receipt-before-filing',
      pointer: '/receivedOn',
      after: 'the submission',
    });
    if (round.correction)
      notBefore(round.correction.noticedOn, receivedOn, {
        code: 'notice-before-receipt',
        pointer: '/receivedOn',
        after: 'the receipt',
      });
    const received = filing.rounds.map((each) => (each === round ? { ...round, receivedOn } : each));
    const receipt = decided('receipt-recorded', receivedOn, { filingId, round: round.round, receivedOn, number });
    return afterReceipt(state, { ...filing, rounds: received }, receipt, context);
  },

  'record-publication': (state, { filingId, publishedOn, number }, { context }) => {
    const filing = filingFor(state, filingId, 'notice-published', notToPublish(filingOf(state, filingId)));
    pastDay(publishedOn, '/publishedOn', context);
    if (filing.kind === 'termination') {
      notBefore(publishedOn, receivedDay(filing), {
        code: 'notice-before-receipt',
        pointer: '/publishedOn',
        after: 'the receipt',
      });
    }
    return [decided('notice-published', publishedOn, { filingId, publishedOn, ...numbered(number) })];
  },

  'record-correction-notice': (state, { filingId, noticedOn, dueOn, number, items }, { context }) => {
    const filing = filingOf(state, filingId);
    if (!isDeemedAcceptance(filing)) filingFor(state, filingId, 'correction-requested', notSubmitted);
    const round = lastRound(filing);
    pastDay(noticedOn, '/noticedOn', context);
    notBefore(noticedOn, round.receivedOn ?? round.submittedOn, {
      code: 'notice-before-receipt',
      pointer: '/noticedOn',
      after: 'the receipt',
    });
    optional(dueOn, (due) => {
      civilDay(due, '/dueOn');
      notBefore(due, noticedOn, { code: 'due-before-notice', pointer: '/dueOn', after: 'the notice' });
    });
    if (items.length === 0) {
      throw new InvalidInput('correction-items-missing', 'A correction notice lists what must be corrected', {
        pointer: '/items',
        remedy: 'Enter each point of the notice as an item.',
      });
    }
    checkItems(state, filing, items, (i) => `/items/${i}/requirementId`, context);
    const numbered = items.map((item, i) => ({ id: `r${round.round}-${i + 1}`, ...item }));
    const request = { filingId, round: round.round, noticedOn, dueOn, number, items: numbered };
    return afterDeemedRenewal(state, filing, noticedOn, [
      ...retractedAcceptance(state, filing, noticedOn),
      decided('correction-requested', noticedOn, request),
    ]);
  },

  'record-acceptance': (state, { filingId, acceptedOn, number }, { context }) => {
    const filing = filingFor(state, filingId, 'filing-accepted', notSubmitted);
    if (filing.acceptance?.by === 'notice')
      throw wrongStatus(filing, { code: 'filing-already-accepted', remedy: 'The acceptance is on record.' });
    const receivedOn = receivedDay(filing);
    pastDay(acceptedOn, '/acceptedOn', context);
    notBefore(acceptedOn, receivedOn, {
      code: 'acceptance-before-receipt',
      pointer: '/acceptedOn',
      after: 'the receipt',
    });
    const firstReview = filing.expertReviews[0];
    if (firstReview)
      notBefore(firstReview.from, acceptedOn, {
        code: 'expert-review-before-acceptance',
        pointer: '/acceptedOn',
        after: 'the acceptance',
      });
    return [decided('filing-accepted', acceptedOn, { filingId, acceptedOn, number })];
  },

  'confirm-deemed-acceptance': (state, { filingId }, { validOn }) => {
    const refusal = {
      code: 'acceptance-not-deemed',
      remedy: 'Only an acceptance by silence waits to be confirmed, once.',
    };
    const filing = filingFor(state, filingId, 'deemed-acceptance-confirmed', refusal);
    if (filing.acceptance?.by !== 'silence' || filing.acceptance.confirmed) throw wrongStatus(filing, refusal);
    return [decided('deemed-acceptance-confirmed', validOn, { filingId })];
  },

  'record-non-acceptance': (state, data, { context }) => {
    const { filingId, decidedOn, servedOn, number, reason, reroutedTo = null } = data;
    const filing = filingOf(state, filingId);
    if (!isDeemedAcceptance(filing)) filingFor(state, filingId, 'filing-not-accepted', notSubmitted);
    const round = lastRound(filing);
    pastDay(decidedOn, '/decidedOn', context);
    notBefore(decidedOn, round.receivedOn ?? round.submittedOn, {
      code: 'notice-before-receipt',
      pointer: '/decidedOn',
      after: 'the receipt',
    });
    const served = serviceDay(servedOn, decidedOn, context);
    return afterDeemedRenewal(state, filing, decidedOn, [
      ...retractedAcceptance(state, filing, decidedOn),
      decided('filing-not-accepted', decidedOn, { filingId, decidedOn, servedOn: served, number, reason }),
      ...(reroutedTo === null ? [] : rerouted(state, filing, reroutedTo, decidedOn, context)),
    ]);
  },
};

function receivedDay(filing: Filing): string {
  const { receivedOn } = lastRound(filing);
  if (receivedOn !== null) return receivedOn;
  throw new Conflict('receipt-missing', 'The authority cannot accept or publish what it has not received', {
    pointer: '/filingId',
    filingId: filing.id,
    remedy: 'Record the receipt first: its day starts the clocks.',
  });
}

/** A lost permit is published before the application, a termination by the authority after its receipt. */
function notToPublish({ kind }: Filing): { code: string; remedy: string } {
  return kind === 'reissue'
    ? { code: 'filing-not-in-preparation', remedy: 'The loss is published before the application is handed in.' }
    : { code: 'filing-not-submitted', remedy: 'A termination is published once, after its receipt.' };
}
