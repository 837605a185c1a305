import type { RequirementRule } from '../../pack.js';
import { since2017 } from './sources.js';

type Given = Pick<RequirementRule, 'filingKinds' | 'title' | 'wording' | 'citation' | 'confidence'> &
  Partial<Pick<RequirementRule, 'status' | 'freshness' | 'otherReadings'>> &
  (Pick<RequirementRule, 'when' | 'examples'> | { when?: never; examples?: never });

/** A requirement: required, of any age and of everybody, unless it says otherwise. */
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
