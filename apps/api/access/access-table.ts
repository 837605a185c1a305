import type { Principal, Role } from '../../../libs/domain/index.js';

export interface AccessRule {
  roles: readonly Role[];
  /** The house as a whole is at stake: not for who is limited to some companies or licenses. */
  house?: true;
  /**
   * Which moment it shows, for who is limited to a period: the present one where nothing is said; `asked`: one that the
   * caller names, and the endpoint checks; `none`: nothing that happened to a license.
   */
  moment?: 'asked' | 'none';
}

const readers: readonly Role[] = ['officer', 'approver', 'manager', 'auditor'];
/** Everybody who reads the record. Files and what people wrote show persons: neither programs nor administrators need them. */
const everyone: readonly Role[] = [...readers, 'admin', 'integration'];
const people: readonly Role[] = [...readers, 'admin'];
const officer: readonly Role[] = ['officer'];
const approver: readonly Role[] = ['approver'];
const admin: readonly Role[] = ['admin'];
/** Decisions that an officer prepares and an approver may take as well. */
const deciders: readonly Role[] = ['officer', 'approver'];
/** Whoever answers for the people of licenses, and hears last of what nobody did. */
const responsible: readonly Role[] = ['officer', 'approver', 'manager'];

/**
 * Who may do what: the only such table. What does not stand here is denied to everybody. Whether the record allows
 * an act (the preparer signing off the own pack, say) is the core's question and not asked here.
 */
export const accessTable = {
  'read-companies': { roles: everyone },
  'create-company': { roles: ['officer', 'approver', 'integration'], house: true },
  'record-company-fact': { roles: ['officer', 'approver', 'integration'] },
  assess: { roles: everyone, moment: 'none' },
  rehearse: { roles: everyone },

  'read-house-law': { roles: everyone, moment: 'none' },
  'propose-reading': { roles: deciders, house: true },
  'confirm-reading': { roles: approver, house: true },
  'reject-reading': { roles: deciders, house: true },
  'propose-adoption': { roles: deciders, house: true },
  'confirm-adoption': { roles: approver, house: true },
  'reject-adoption': { roles: deciders, house: true },
  'choose-house-ladder': { roles: approver, house: true },

  'read-licenses': { roles: everyone },
  'read-notices': { roles: everyone },
  'read-history': { roles: everyone, moment: 'asked' },
  'read-state': { roles: everyone, moment: 'asked' },
  'export-license': { roles: readers, moment: 'asked' },
  /** Whole chains: a period of one's own, the endpoint refuses. */
  'export-audit-bundle': { roles: readers, moment: 'asked' },
  'read-material': { roles: readers },
  'read-scan': { roles: readers },
  'read-private-text': { roles: readers },

  'open-license': { roles: officer },
  'register-permit': { roles: officer },
  'assign-people': { roles: responsible },
  'open-filing': { roles: officer },
  'supply-material': { roles: officer },
  'record-original': { roles: officer },
  'sign-off-pack': { roles: approver },
  'submit-filing': { roles: officer },
  'record-authority-act': { roles: officer },
  'attach-scan': { roles: officer },
  'answer-correction': { roles: officer },
  'confirm-deemed': { roles: deciders },
  'withdraw-filing': { roles: officer },
  'record-permit': { roles: officer },
  'decide-permit-end': { roles: approver },
  'decide-non-renewal': { roles: approver },
  'propose-correction': { roles: officer },
  'approve-correction': { roles: approver },
  'open-service': { roles: officer },
  'record-operation': { roles: officer },
  'correct-operation': { roles: deciders },
  'record-companion': { roles: officer },
  'confirm-duty': { roles: deciders },
  'close-license': { roles: approver },
  'acknowledge-notice': { roles: responsible },
  'snooze-notice': { roles: responsible },
  'choose-ladder': { roles: deciders },
  'propose-waiver': { roles: officer },
  'approve-waiver': { roles: approver },
  'erase-texts': { roles: approver },
  'clear-attention': { roles: deciders },
  'answer-operator-question': { roles: deciders },

  /** One's own views; everybody reads those that are shared. */
  'save-view': { roles: responsible },
  /** Only its author takes one back: that asks the service. */
  'write-comment': { roles: responsible },

  /** Permits of many companies at once, and the companies themselves. */
  'import-permits': { roles: officer, house: true },
  'export-licenses': { roles: everyone },
  /** One's own; an administrator sees that others have theirs. */
  'read-jobs': { roles: everyone, moment: 'none' },
  /** Which entries there are, of which licenses; nothing of what they say. */
  'read-changes': { roles: everyone, moment: 'asked' },

  'read-feeds': { roles: people },
  'create-feed': { roles: responsible },
  'revoke-feed': { roles: [...responsible, 'admin'] },

  /** A mail server's own token: nobody else's, and good for nothing else. */
  'report-bounce': { roles: ['postmaster'], house: true },
  'read-alarms': { roles: everyone, house: true },
  'read-people': { roles: people },
  'create-person': { roles: admin, house: true },
  /** Whether they are one's own asks the service; an administrator may change anybody's. */
  'change-preferences': { roles: [...responsible, 'admin'] },
  'record-absence': { roles: responsible },
  'hand-over': { roles: responsible },
  'deactivate-person': { roles: admin, house: true },
  /** Whether it is one's own, or asked by an administrator of everything, asks the service. */
  'read-personal-data': { roles: people, moment: 'none' },
  'erase-person': { roles: admin, house: true },
  'erase-house-texts': { roles: approver, house: true },
  'read-retention': { roles: ['auditor', 'admin'], house: true },
  'choose-retention': { roles: admin, house: true },
  'skip-time': { roles: admin },

  /** One's own; an administrator sees everybody's tokens, and revokes any. */
  'read-own-access': { roles: [...everyone, 'postmaster'], moment: 'none' },
  'read-tokens': { roles: [...everyone, 'postmaster'], moment: 'none' },
  'revoke-token': { roles: [...everyone, 'postmaster'], moment: 'none' },
  'issue-token': { roles: admin, house: true },
  'read-access': { roles: ['auditor', 'admin'], house: true },
  /** Who might do what then, and which law the house had adopted. */
  'read-house-state': { roles: ['auditor', 'admin'], house: true, moment: 'asked' },
  'grant-access': { roles: admin, house: true },
  'read-access-records': { roles: ['auditor', 'admin'], house: true, moment: 'asked' },

  'read-channels': { roles: ['auditor', 'admin'], house: true },
  'manage-channels': { roles: admin, house: true },
} satisfies Record<string, AccessRule>;

export type Action = keyof typeof accessTable;

export const actions = Object.keys(accessTable) as Action[];

export const ruleOf = (action: Action): AccessRule => accessTable[action];

/** Whether roles and token allow the act; where, and as of when, is not asked here. */
export function isAllowed(action: Action, { roles, actions: named }: Pick<Principal, 'roles' | 'actions'>): boolean {
  if (named !== null && !named.includes(action)) return false;
  return roles.some((role) => ruleOf(action).roles.includes(role));
}
