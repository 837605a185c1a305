import type { Condition, ConditionExample, RequirementRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

type Given = Pick<RequirementRule, 'filingKinds' | 'title' | 'wording' | 'citation' | 'confidence'> &
  Partial<Pick<RequirementRule, 'status' | 'freshness' | 'waiver' | 'otherReadings' | 'validFrom' | 'validTo'>> &
  (Pick<RequirementRule, 'when' | 'examples'> | { when?: never; examples?: never });

/** A requirement: since the measures of 2017, required, of any age and of everybody, unless it says otherwise. */
export function material(requirement: string, given: Given): RequirementRule {
  return {
    ...since2017,
    id: `material.${requirement}`,
    requirement,
    status: 'required',
    freshness: null,
    ...given,
    when: given.when ?? null,
    examples: given.examples ?? [{ facts: {}, applies: true }],
  };
}

export type When = { when: Condition; examples: ConditionExample[] };

/** Asked of one of these service types. */
export const ofTypes = (...types: string[]): When => ({
  when: { in: ['serviceTypes', types] },
  examples: [
    ...types.map((type) => ({ facts: { serviceTypes: [type] }, applies: true })),
    { facts: { serviceTypes: ['A11'] }, applies: false },
  ],
});

export const ofForeignInvested: When = {
  when: { eq: ['foreignInvested', true] },
  examples: [
    { facts: { foreignInvested: true }, applies: true },
    { facts: { foreignInvested: false }, applies: false },
  ],
};

/** The letter of 2020 that cut papers took force on this day. */
export const beforeTheCuts = { validTo: '2020-05-10' } as const;
export const sinceTheCuts = { validFrom: '2020-05-11' } as const;

/** What a statement that nothing changed stands in for on a repeated filing. */
export const onRepeat: NonNullable<RequirementRule['waiver']> = {
  id: 'repeated-filing-unchanged',
  wording: {
    zh: '再次申请且无变化的，以声明代替。',
    en: 'On a repeated filing a statement that nothing changed takes its place.',
  },
  citation: { source: 'N99', article: 'papers that a statement replaces' },
  confidence: 'secondary',
  when: { eq: ['unchangedSinceLastFiling', true] },
  examples: [
    { facts: { unchangedSinceLastFiling: true }, applies: true },
    { facts: { unchangedSinceLastFiling: false }, applies: false },
    { facts: {}, applies: false },
  ],
};
