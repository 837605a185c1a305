import type { Facts } from '../../facts.js';
import type { Condition } from '../../pack.js';

/** Nobody said yes or no. */
export function unstated(fact: keyof Facts): Condition {
  return { all: [{ not: { eq: [fact, true] } }, { not: { eq: [fact, false] } }] };
}

/** Nobody named any of the values that the fact may have. */
export function unnamed(fact: keyof Facts, values: string[]): Condition {
  return { not: { in: [fact, values] } };
}
