import type { CivilDate } from '../../calendar/index.js';
import { blockingChanges } from '../blocking-changes.js';
import { Conflict } from '../errors.js';
import type { Filing, LicenseState } from '../license.js';
import { notBefore } from './days.js';

/** What only some kinds of filings need before they are handed in. @throws DomainError */
export function checkSubmission(state: LicenseState, filing: Filing, on: CivilDate): void {
  if (filing.kind === 'annual-report') permitMatches(state, filing);
  if (filing.kind === 'reissue') lossPublished(filing, on);
}

/** The portal takes a report only for a permit that says what the business license says. */
function permitMatches(state: LicenseState, filing: Filing): void {
  const changes = blockingChanges(state);
  if (changes.length === 0) return;
  throw new Conflict('report-blocked-by-change', 'The permit does not yet say what has changed at the company', {
    pointer: '/filingId',
    filingId: filing.id,
    changes: changes.map(({ obligationId, change, filingId }) => ({ obligationId, kind: change.kind, filingId })),
    remedy: 'Have the permit changed first, and record the amended permit; then hand the report in.',
  });
}

function lossPublished({ id, publication }: Filing, on: CivilDate): void {
  if (!publication) {
    throw new Conflict('lost-notice-missing', 'The loss of the permit has not been published', {
      pointer: '/filingId',
      filingId: id,
      remedy: 'Publish the loss and record the day of publication first.',
    });
  }
  notBefore(on, publication.on, {
    code: 'submission-before-notice',
    pointer: '/validOn',
    after: 'the public notice of the loss',
  });
}
