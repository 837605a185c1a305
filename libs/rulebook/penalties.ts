import { RuleNotInForceError } from './errors.js';
import type { Law } from './law.js';
import type { PenaltyRule } from './pack.js';

/** A fine from … to …, whole yuan, beside the confiscation of the income where the rule has it. */
export interface Exposure {
  from: number;
  to: number;
  confiscated: number;
  rule: PenaltyRule;
}

/** What an act may cost. `income` in whole yuan, 0 where there was none. @throws RuleNotInForceError */
export function exposure(law: Law, act: string, income: number): Exposure {
  const rule = law.pack.penalties.find((candidate) => candidate.act === act);
  if (!rule) throw new RuleNotInForceError(law.pack.id, `penalty.${act}`, 'any day');
  const { from, to } = fineOf(rule, income);
  return { from, to, confiscated: rule.confiscation ? income : 0, rule };
}

/** The fine of the highest tier that the income reaches. */
export function fineOf(rule: PenaltyRule, income: number): { from: number; to: number } {
  const tier = rule.tiers.reduce((best, candidate) =>
    income >= candidate.incomeFrom && candidate.incomeFrom >= best.incomeFrom ? candidate : best,
  );
  const { kind, from, to } = tier.fine;
  return kind === 'amount' ? { from, to } : { from: from * income, to: to * income };
}
