import { InvalidInput } from '../errors.js';
import type { Filing } from '../license.js';
import { typesOf } from '../types-of-permit.js';
import { civilDay, notBefore, notBeforeOnRecord, optional, pastDay, serviceDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { filingFor, filingOf, lastRound, numbered, wrongStatus } from './guard.js';
import { afterDeemedRenewal, deemedTerm, retractedRenewal } from './retraction.js';
import { checkNamedTypes } from './type-checks.js';

type DecisionCommand =
  | 'start-expert-review'
  | 'end-expert-review'
  | 'record-grant'
  | 'record-refusal'
  | 'record-report-return'
  | 'record-report-filed';

const notUnderReview = {
  code: 'filing-not-under-review',
  remedy: 'Only an accepted filing that is not decided yet is under review.',
};
const alreadyDecided = {
  code: 'filing-already-decided',
  remedy: 'A filing is decided once; open a new one to ask again.',
};
const notSubmitted = { code: 'filing-not-submitted', remedy: 'Submit the report first.' };

/** The authority's review and how it ends. */
export const decisions: Pick<Deciders, DecisionCommand> = {
  'start-expert-review': (state, { filingId, from, announcedUntil, number }, { context }) => {
    const filing = filingFor(state, filingId, 'expert-review-started', notUnderReview);
    pastDay(from, '/from', context);
    notBefore(from, startOfReview(filing), {
      code: 'expert-review-before-acceptance',
      pointer: '/from',
      after: 'the acceptance',
    });
    const last = filing.expertReviews.at(-1)?.to;
    if (last)
      notBefore(from, last, {
        code: 'expert-reviews-overlap',
        pointer: '/from',
        after: 'the end of the previous expert review',
      });
    optional(announcedUntil, (until) => {
      civilDay(until, '/announcedUntil');
      notBefore(until, from, {
        code: 'expert-review-ends-before-start',
        pointer: '/announcedUntil',
        after: 'its start',
      });
    });
    return [decided('expert-review-started', from, { filingId, from, announcedUntil, ...numbered(number) })];
  },

  'end-expert-review': (state, { filingId, on }, { context }) => {
    const refusal = { code: 'expert-review-not-open', remedy: 'Record the start of the expert review first.' };
    const filing = filingFor(state, filingId, 'expert-review-ended', refusal);
    pastDay(on, '/on', context);
    const from = filing.expertReviews.at(-1)?.from ?? on;
    notBefore(on, from, { code: 'expert-review-ends-before-start', pointer: '/on', after: 'its start' });
    return [decided('expert-review-ended', on, { filingId, on })];
  },

  'record-grant': (state, { filingId, grantedOn, servedOn, number, refusedTypes = [] }, { context }) => {
    const filing = decidable(filingOf(state, filingId), 'grant-before-acceptance');
    filingFor(state, filingId, 'filing-granted', alreadyDecided);
    pastDay(grantedOn, '/grantedOn', context);
    notBeforeOnRecord(grantedOn, startOfReview(filing), {
      code: 'grant-before-acceptance',
      pointer: '/grantedOn',
      after: 'the acceptance',
    });
    notBefore(grantedOn, endOfExpertReviews(filing), {
      code: 'decision-during-expert-review',
      pointer: '/grantedOn',
      after: 'the end of the expert review',
    });
    checkRefusedTypes(filing, typesOf(state, filing), refusedTypes);
    const served = serviceDay(servedOn, grantedOn, context);
    const grant = decided('filing-granted', grantedOn, { filingId, grantedOn, servedOn: served, number, refusedTypes });
    const deemed = deemedTerm(state, filing);
    // Silence had renewed the refused types too: it renews the others anew.
    const inPart = deemed && refusedTypes.length > 0 && grantedOn < deemed.validFrom;
    return inPart ? [...retractedRenewal(state, filingId, deemed, grantedOn), grant] : [grant];
  },

  'record-refusal': (state, data, { context }) => {
    const { filingId, refusedOn, servedOn } = data;
    const filing = decidable(filingOf(state, filingId), 'refusal-before-acceptance');
    filingFor(state, filingId, 'filing-refused', alreadyDecided);
    pastDay(refusedOn, '/refusedOn', context);
    notBeforeOnRecord(refusedOn, startOfReview(filing), {
      code: 'refusal-before-acceptance',
      pointer: '/refusedOn',
      after: 'the acceptance',
    });
    notBefore(refusedOn, endOfExpertReviews(filing), {
      code: 'decision-during-expert-review',
      pointer: '/refusedOn',
      after: 'the end of the expert review',
    });
    serviceDay(servedOn, refusedOn, context);
    return afterDeemedRenewal(state, filing, refusedOn, [decided('filing-refused', refusedOn, { ...data })]);
  },

  'record-report-return': (state, { filingId, returnedOn, dueOn, number }, { context }) => {
    const filing = filingFor(state, filingId, 'report-returned', notSubmitted);
    pastDay(returnedOn, '/returnedOn', context);
    notBefore(returnedOn, lastRound(filing).submittedOn, {
      code: 'notice-before-receipt',
      pointer: '/returnedOn',
      after: 'the submission',
    });
    optional(dueOn, (due) => {
      civilDay(due, '/dueOn');
      notBefore(due, returnedOn, { code: 'due-before-notice', pointer: '/dueOn', after: 'the return' });
    });
    return [decided('report-returned', returnedOn, { filingId, returnedOn, dueOn, ...numbered(number) })];
  },

  'record-report-filed': (state, { filingId, filedOn, number }, { context }) => {
    const filing = filingFor(state, filingId, 'report-filed', notSubmitted);
    pastDay(filedOn, '/filedOn', context);
    notBefore(filedOn, lastRound(filing).submittedOn, {
      code: 'report-filed-before-submission',
      pointer: '/filedOn',
      after: 'the submission',
    });
    return [decided('report-filed', filedOn, { filingId, filedOn, number })];
  },
};

/** Two refusals that deserve words of their own: too early, and while the clock stands still. */
function decidable(filing: Filing, tooEarly: string): Filing {
  if (filing.status === 'expert-review') {
    throw wrongStatus(filing, {
      code: 'expert-review-open',
      remedy: 'Record the end of the expert review first; a decision follows it.',
    });
  }
  const early = filing.status === 'draft' || filing.status === 'submitted' || filing.status === 'correction';
  if (early && filing.kind !== 'annual-report' && filing.kind !== 'reissue')
    throw wrongStatus(filing, { code: tooEarly, remedy: 'Record the acceptance first.' });
  if (filing.kind === 'termination' && filing.status === 'accepted') {
    throw wrongStatus(filing, {
      code: 'public-notice-missing',
      remedy: 'A termination is decided after its public notice: record the publication first.',
    });
  }
  return filing;
}

function startOfReview(filing: Filing): string {
  const published = filing.kind === 'termination' ? filing.publication?.on : undefined;
  return published ?? filing.acceptance?.on ?? filing.rounds.at(-1)?.receivedOn ?? filing.openedOn;
}

/** A renewal may pass for one type and fail for another; one that fails for all of them is refused. */
export function checkRefusedTypes(
  filing: Filing,
  asked: string[],
  refusedTypes: string[],
  pointer = '/refusedTypes',
): void {
  if (refusedTypes.length === 0) return;
  if (filing.kind !== 'renewal') {
    throw new InvalidInput('service-types-not-applicable', 'Only a renewal is decided type by type', {
      pointer,
      remedy: 'Leave the list empty.',
    });
  }
  checkNamedTypes(refusedTypes, asked, pointer);
  if (asked.every((type) => refusedTypes.includes(type))) {
    throw new InvalidInput('nothing-granted', 'All types of the renewal are refused', {
      pointer,
      serviceTypes: asked,
      remedy: 'Record a refusal.',
    });
  }
}

function endOfExpertReviews(filing: Filing): string {
  return filing.expertReviews.at(-1)?.to ?? startOfReview(filing);
}
