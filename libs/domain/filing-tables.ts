import type { FilingStatus } from './license.js';
import type { Machine } from './machines.js';

type PermitEntry = 'permit-issued' | 'permit-renewed' | 'permit-amended';

/**
 * The filings that an authority accepts, reviews and decides; they differ in the event that ends them. What silence made
 * of the permit at its end does not wait for the filing: one that was turned down or withdrawn afterwards may have brought a
 * new term.
 */
export function decidedFiling(issued: PermitEntry, silence: 'renewal-deemed' | null): Machine<FilingStatus> {
  const atExpiry = (status: FilingStatus) =>
    silence === null
      ? {}
      : { 'renewal-deemed': status, 'deemed-renewal-confirmed': status, 'deemed-renewal-retracted': status };
  return {
    draft: {
      'filing-planned': 'draft',
      'material-supplied': 'draft',
      'pack-signed-off': 'draft',
      'filing-submitted': 'submitted',
      'filing-withdrawn': 'withdrawn',
    },
    submitted: {
      'material-supplied': 'submitted',
      'receipt-recorded': 'submitted',
      'correction-requested': 'correction',
      'filing-accepted': 'accepted',
      'acceptance-deemed': 'accepted',
      'filing-not-accepted': 'not-accepted',
      'filing-withdrawn': 'withdrawn',
      ...atExpiry('submitted'),
    },
    correction: {
      'filing-planned': 'correction',
      // Entered after the notice that it came before.
      'receipt-recorded': 'correction',
      'material-supplied': 'correction',
      'correction-item-answered': 'correction',
      'correction-item-passed-over': 'correction',
      'pack-signed-off': 'correction',
      'filing-submitted': 'submitted',
      'filing-not-accepted': 'not-accepted',
      'filing-withdrawn': 'withdrawn',
      ...atExpiry('correction'),
    },
    accepted: {
      'material-supplied': 'accepted',
      // A notice after silence: it replaces the deemed day.
      'filing-accepted': 'accepted',
      'deemed-acceptance-confirmed': 'accepted',
      'deemed-acceptance-retracted': 'submitted',
      'expert-review-started': 'expert-review',
      'filing-granted': 'granted',
      'filing-refused': 'refused',
      'filing-withdrawn': 'withdrawn',
      ...atExpiry('accepted'),
    },
    'expert-review': {
      'material-supplied': 'expert-review',
      'deemed-acceptance-confirmed': 'expert-review',
      'expert-review-ended': 'accepted',
      'filing-withdrawn': 'withdrawn',
      ...atExpiry('expert-review'),
    },
    granted: {
      'material-supplied': 'granted',
      [issued]: 'issued',
      ...atExpiry('granted'),
    },
    issued: {},
    refused: atExpiry('refused'),
    'not-accepted': atExpiry('not-accepted'),
    withdrawn: atExpiry('withdrawn'),
  };
}

export const annualReport: Machine<FilingStatus> = {
  draft: {
    'filing-planned': 'draft',
    'material-supplied': 'draft',
    'pack-signed-off': 'draft',
    'filing-submitted': 'submitted',
    'filing-withdrawn': 'withdrawn',
  },
  submitted: {
    'receipt-recorded': 'submitted',
    'report-returned': 'returned',
    'report-filed': 'filed',
  },
  returned: {
    'filing-planned': 'returned',
    'material-supplied': 'returned',
    'pack-signed-off': 'returned',
    'filing-submitted': 'submitted',
  },
  filed: {},
  withdrawn: {},
};

/**
 * The end of the business within the validity: as an application up to its acceptance, then thirty days of public
 * notice, and only then the decision (O42 art. 30, 31). An authority may publish at once, which accepts it.
 */
export const termination: Machine<FilingStatus> = {
  draft: {
    'filing-planned': 'draft',
    'material-supplied': 'draft',
    'pack-signed-off': 'draft',
    'filing-submitted': 'submitted',
    'filing-withdrawn': 'withdrawn',
  },
  submitted: {
    'material-supplied': 'submitted',
    'receipt-recorded': 'submitted',
    'correction-requested': 'correction',
    'filing-accepted': 'accepted',
    'acceptance-deemed': 'accepted',
    'notice-published': 'public-notice',
    'filing-not-accepted': 'not-accepted',
    'filing-withdrawn': 'withdrawn',
  },
  correction: {
    'filing-planned': 'correction',
    'receipt-recorded': 'correction',
    'material-supplied': 'correction',
    'correction-item-answered': 'correction',
    'correction-item-passed-over': 'correction',
    'pack-signed-off': 'correction',
    'filing-submitted': 'submitted',
    'filing-not-accepted': 'not-accepted',
    'filing-withdrawn': 'withdrawn',
  },
  accepted: {
    'material-supplied': 'accepted',
    'filing-accepted': 'accepted',
    'deemed-acceptance-confirmed': 'accepted',
    'deemed-acceptance-retracted': 'submitted',
    'notice-published': 'public-notice',
    'filing-withdrawn': 'withdrawn',
  },
  'public-notice': {
    'material-supplied': 'public-notice',
    'deemed-acceptance-confirmed': 'public-notice',
    'filing-granted': 'granted',
    'filing-refused': 'refused',
    'filing-withdrawn': 'withdrawn',
  },
  granted: {
    'material-supplied': 'granted',
    'permit-terminated': 'completed',
    'services-terminated': 'completed',
  },
  completed: {},
  refused: {},
  'not-accepted': {},
  withdrawn: {},
};

/** A lost permit: the loss is published first, and the new paper itself is the answer. */
export const reissue: Machine<FilingStatus> = {
  draft: {
    'filing-planned': 'draft',
    'material-supplied': 'draft',
    'notice-published': 'draft',
    'pack-signed-off': 'draft',
    'filing-submitted': 'submitted',
    'filing-withdrawn': 'withdrawn',
  },
  submitted: {
    'receipt-recorded': 'submitted',
    'correction-requested': 'correction',
    'permit-reissued': 'issued',
    'filing-not-accepted': 'not-accepted',
    'filing-refused': 'refused',
    'filing-withdrawn': 'withdrawn',
  },
  correction: {
    'filing-planned': 'correction',
    'receipt-recorded': 'correction',
    'material-supplied': 'correction',
    'correction-item-answered': 'correction',
    'correction-item-passed-over': 'correction',
    'notice-published': 'correction',
    'pack-signed-off': 'correction',
    'filing-submitted': 'submitted',
    'filing-not-accepted': 'not-accepted',
    'filing-withdrawn': 'withdrawn',
  },
  issued: {},
  refused: {},
  'not-accepted': {},
  withdrawn: {},
};
