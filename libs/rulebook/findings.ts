import type { Rule } from './pack.js';
import type { Bilingual, Citation, Confidence } from './proof.js';

/** Something about an application that a person must know, with the rule it rests on. */
export interface Finding {
  /** Permanent and kebab-case. */
  code: string;
  level: 'blocking' | 'warning' | 'info';
  /** Id of the rule. */
  rule: string;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
}

export function findingOf(rule: Rule, code: string, level: Finding['level']): Finding {
  return { code, level, rule: rule.id, wording: rule.wording, citation: rule.citation, confidence: rule.confidence };
}
