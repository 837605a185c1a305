import type { Law } from './law.js';

/**
 * Whether the limit behind a date is a duty, of the company or of the authority; a right lapses, and its holder may let
 * it. A date without a known rule counts as a duty: the safe side.
 */
export function isStatutory({ pack }: Law, ruleId: string): boolean {
  return pack.limits.find(({ id }) => id === ruleId)?.duty !== 'right';
}
