import type { LicenseState, OpenChange } from './license.js';

/** Changes that the permit does not show yet: until it does, or two persons waive one, no annual report goes in. */
export function blockingChanges({ changes, waived }: Pick<LicenseState, 'changes' | 'waived'>): OpenChange[] {
  return changes.filter(({ done, obligationId }) => !done && !waived.includes(obligationId));
}
