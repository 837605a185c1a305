import { addDays, type CivilDate } from '../calendar/index.js';
import type { Filing, FilingStatus, LicenseState, LicenseStatus, Permit, PermitTerm } from './license.js';
import { operates } from './operations.js';
import { isGivenUp, liveTypes } from './types-of-permit.js';

/** When a list begins to say that a renewal comes near, and that its window is over: words, not the duty's dates. */
const RENEWAL_NOTICE_DAYS = 180;
const RENEWAL_WINDOW_DAYS = 90;

/**
 * The one-word status of a license for lists, derived from its machines and the day. Total: every state has one.
 * @param today civil day in Asia/Shanghai
 */
export function licenseStatus(state: LicenseState, today: CivilDate): LicenseStatus {
  if (state.closed) return 'closed';
  return state.permit ? permitStatus(state, state.permit, today) : applicationStatus(state);
}

/**
 * No event follows, so no workflow runs: closed, or formally ended by the authority with its paper back, while nothing
 * of it runs and time has nothing more to say. Who goes on without the permit is reminded until it stops; rights
 * against a decision and bars that it brought outlive the permit.
 * @param next the next wake-up, or why it comes; null where there is none
 */
export function hasEnded(state: Pick<LicenseState, 'closed' | 'permit' | 'conduct'>, next: unknown): boolean {
  return state.closed || (isFormallyOver(state) && !operates(state) && next === null);
}

/** The authority has ended it: nothing is left of it but what somebody goes on with, and what its decisions brought. */
export function isFormallyOver({ permit }: Pick<LicenseState, 'permit'>): boolean {
  return permit?.status === 'cancelled' && permit.paperDue === null;
}

const applicationWords: Record<FilingStatus, LicenseStatus> = {
  draft: 'preparing',
  submitted: 'submitted',
  correction: 'correction',
  accepted: 'in-review',
  'expert-review': 'in-review',
  'public-notice': 'in-review',
  granted: 'granted',
  issued: 'granted',
  completed: 'granted',
  refused: 'refused',
  'not-accepted': 'preparing',
  withdrawn: 'preparing',
  returned: 'preparing',
  filed: 'preparing',
};

function applicationStatus(state: LicenseState): LicenseStatus {
  const latest = filingsOf(state, 'new').at(-1);
  return latest ? applicationWords[latest.status] : 'preparing';
}

function permitStatus(state: LicenseState, permit: Permit, today: CivilDate): LicenseStatus {
  switch (permit.status) {
    case 'valid':
      return validStatus(state, permit, today);
    case 'suspended':
    case 'expired':
    case 'cancelled':
      return permit.status;
    case 'revoked':
    case 'set-aside':
    case 'withdrawn':
      return 'revoked';
    default:
      return permit.status satisfies never;
  }
}

function validStatus(state: LicenseState, permit: Permit, today: CivilDate): LicenseStatus {
  const term = permit.terms.at(-1);
  if (!term) return 'valid';
  if (terminationPending(state, permit)) return 'termination-pending';
  if (term.provisional) return 'deemed-renewed';
  if (renewalPending(state, term)) return 'renewal-pending';
  if (today > term.lastDay) return 'expired';
  if (isGivenUp(permit)) return 'valid';
  if (today > addDays(term.lastDay, -RENEWAL_WINDOW_DAYS)) return 'window-missed';
  return today >= addDays(term.lastDay, -RENEWAL_NOTICE_DAYS) ? 'renewal-due' : 'valid';
}

/** Filed for the end of this term, and not decided. */
function renewalPending(state: LicenseState, term: PermitTerm): boolean {
  const pending: readonly FilingStatus[] = ['submitted', 'correction', 'accepted', 'expert-review', 'granted'];
  return filingsOf(state, 'renewal').some((filing) => filing.openedSeq > term.seq && pending.includes(filing.status));
}

/** The authority has an application to end all that is left of the permit. */
function terminationPending(state: LicenseState, permit: Permit): boolean {
  const pending: readonly FilingStatus[] = ['submitted', 'correction', 'accepted', 'public-notice', 'granted'];
  return filingsOf(state, 'termination').some(
    ({ status, serviceTypes }) =>
      pending.includes(status) &&
      (serviceTypes === null || liveTypes(permit).every((type) => serviceTypes.includes(type))),
  );
}

function filingsOf(state: LicenseState, kind: Filing['kind']): Filing[] {
  return Object.values(state.filings)
    .filter((filing) => filing.kind === kind)
    .sort((a, b) => a.openedSeq - b.openedSeq);
}
