import type { CivilDate } from '../calendar/index.js';
import { RuleNotInForceError } from './errors.js';
import type { Rule, RulePack } from './pack.js';

/** Whether a rule holds on a day. */
export function inForce(rule: Rule, on: CivilDate): boolean {
  return rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo);
}

/** The rule of that id in force on a day. @throws RuleNotInForceError */
export function ruleOn<R extends Rule>(pack: RulePack, rules: R[], id: string, on: CivilDate): R {
  const rule = rules.find((candidate) => candidate.id === id && inForce(candidate, on));
  if (!rule) throw new RuleNotInForceError(pack.id, id, on);
  return rule;
}

type SectionName = { [K in keyof RulePack]-?: RulePack[K] extends Rule[] | undefined ? K : never }[keyof RulePack];

/** The sections of a pack that hold rules. */
export const ruleSections = [
  'scope',
  'serviceTypes',
  'authorities',
  'offices',
  'numbers',
  'routing',
  'capital',
  'eligibility',
  'foreignShare',
  'requirements',
  'limits',
  'ladders',
  'penalties',
  'duties',
  'creditLists',
  'companionPermits',
  'openQuestions',
] as const satisfies SectionName[];

/** The rules of one section; none where the pack does not have it. */
export function rulesOf(pack: RulePack, section: (typeof ruleSections)[number]): readonly Rule[] {
  return pack[section] ?? [];
}

/** Every rule of a pack with its path, such as `limits[3]`. */
export function allRules(pack: RulePack): { path: string; rule: Rule }[] {
  return ruleSections.flatMap((section) =>
    rulesOf(pack, section).map((rule, i) => ({ path: `${section}[${i}]`, rule })),
  );
}
