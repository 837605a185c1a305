import type { Rule, RuleReading } from './pack.js';
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
  /** Other ways in which the sources read the point; missing where they agree. */
  otherReadings?: RuleReading[];
}

export function findingOf(rule: Rule, code: string, level: Finding['level']): Finding {
  const { id, wording, citation, confidence, otherReadings } = rule;
  return { code, level, rule: id, wording, citation, confidence, ...(otherReadings ? { otherReadings } : {}) };
}

const levels = ['blocking', 'warning', 'info'] as const;

/** Blocking findings first; within a level the order stays. */
export function byLevel(findings: Finding[]): Finding[] {
  return [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
