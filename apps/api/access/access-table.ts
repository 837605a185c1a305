import type { Role } from '../../../libs/domain/index.js';

const everyone: readonly Role[] = ['officer', 'approver', 'auditor', 'admin'];
const officer: readonly Role[] = ['officer'];
const approver: readonly Role[] = ['approver'];
const admin: readonly Role[] = ['admin'];
/** Decisions that an officer prepares and an approver may take as well. */
const deciders: readonly Role[] = ['officer', 'approver'];
/** Files show persons: whoever administers the house has no need of them. */
const readers: readonly Role[] = ['officer', 'approver', 'auditor'];

/**
 * Who may do what: the only such table. What does not stand here is denied to everybody. Whether the record allows
 * an act (the preparer signing off the own pack, say) is the core's question and not asked here.
 */
export const accessTable = {
  'read-companies': everyone,
  'create-company': deciders,
  'record-company-fact': deciders,
  assess: everyone,
  rehearse: everyone,

  'read-house-law': everyone,
  'propose-reading': deciders,
  'confirm-reading': approver,
  'reject-reading': deciders,
  'propose-adoption': deciders,
  'confirm-adoption': approver,
  'reject-adoption': deciders,
  'choose-house-ladder': approver,

  'read-licenses': everyone,
  'read-notices': everyone,
  'read-history': everyone,
  'read-state': everyone,
  'export-license': readers,
  'read-material': readers,
  'read-private-text': readers,

  'open-license': officer,
  'register-permit': officer,
  'assign-people': deciders,
  'open-filing': officer,
  'supply-material': officer,
  'sign-off-pack': approver,
  'submit-filing': officer,
  'record-authority-act': officer,
  'confirm-deemed': deciders,
  'withdraw-filing': officer,
  'record-permit': officer,
  'decide-permit-end': approver,
  'decide-non-renewal': approver,
  'propose-correction': officer,
  'approve-correction': approver,
  'open-service': officer,
  'record-operation': officer,
  'correct-operation': deciders,
  'record-companion': officer,
  'confirm-duty': deciders,
  'close-license': approver,
  'acknowledge-notice': deciders,
  'snooze-notice': deciders,
  'choose-ladder': deciders,
  'propose-waiver': officer,
  'approve-waiver': approver,
  'clear-attention': deciders,
  'answer-operator-question': deciders,

  'read-feeds': everyone,
  'create-feed': deciders,
  'revoke-feed': ['officer', 'approver', 'admin'],

  /** A mail server's own token: nobody else's, and good for nothing else. */
  'report-bounce': ['postmaster'],
  'read-alarms': everyone,
  'read-people': everyone,
  'create-person': admin,
  /** Whether they are one's own asks the service; an administrator may change anybody's. */
  'change-preferences': ['officer', 'approver', 'admin'],
  'record-absence': deciders,
  'hand-over': deciders,
  'deactivate-person': admin,
  'issue-token': admin,
  'skip-time': admin,

  'read-channels': ['auditor', 'admin'],
  'manage-channels': admin,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof accessTable;

export function isAllowed(action: Action, roles: readonly Role[]): boolean {
  const allowed: readonly Role[] = accessTable[action];
  return roles.some((role) => allowed.includes(role));
}
