import type { CivilDate } from '../calendar/index.js';
import type { Rule, RulePack, RuleReading } from './pack.js';
import type { ReadingScope } from './proof.js';
import { allRules, inForce } from './rules.js';

/** How one rule is read, and the entry of the house's stream in which two persons settled it. */
export interface SettledReading {
  reading: string;
  scope: ReadingScope;
  houseSeq: number;
}

/** By rule id. A rule that is not in it is read as the pack does by default. */
export type SettledReadings = Readonly<Record<string, SettledReading>>;

/** The reading of a rule that has other readings but no name of its own for the one it takes. */
export const ownReading = 'default';

/**
 * The readings between which a house may choose, the default first; null where the pack has no such rule on that day.
 * A rule with a single one can be confirmed.
 */
export function readingsOfRule(pack: RulePack, ruleId: string, on: CivilDate): string[] | null {
  const rule = allRules(pack).find(({ rule: each }) => each.id === ruleId && inForce(each, on))?.rule;
  if (!rule) return null;
  const { readings } = rule as Rule & { readings?: RuleReading[] };
  const isLimit = pack.limits.some(({ id }) => id === ruleId);
  const named = [...(readings ?? []), ...(rule.otherReadings ?? [])].map(({ id }) => id);
  return isLimit ? named : [ownReading, ...named];
}
