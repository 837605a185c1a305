import type { Facts } from './facts.js';
import type { Condition } from './pack.js';

/** Whether a condition holds. Null, no condition, always holds; an unknown fact answers no (and `not` turns it). */
export function holds(condition: Condition | null, facts: Facts): boolean {
  if (condition === null) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  if ('eq' in condition) return matches(facts[condition.eq[0]], [condition.eq[1]]);
  if ('in' in condition) return matches(facts[condition.in[0]], condition.in[1]);
  if ('gte' in condition) {
    const value = facts[condition.gte[0]];
    return typeof value === 'number' && value >= condition.gte[1];
  }
  return condition satisfies never;
}

function matches(fact: Facts[keyof Facts], values: readonly (string | number | boolean)[]): boolean {
  if (fact === null) return false;
  return Array.isArray(fact) ? fact.some((item) => values.includes(item)) : values.includes(fact);
}
