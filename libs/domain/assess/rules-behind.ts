import type { Confidence, Finding, Route } from '../../rulebook/index.js';

/** A rule that an answer leans on. */
export interface LeanedOn {
  rule: string;
  confidence: Confidence;
}

/** Every rule and reading behind an assessment, routes that are only shown included. */
export function rulesBehind(route: Route, findings: Finding[], materials: LeanedOn[]): LeanedOn[] {
  return [
    { rule: route.routingRule.id, confidence: route.routingRule.confidence },
    { rule: route.capitalRule.id, confidence: route.capitalRule.confidence },
    ...route.readings.map(({ id, confidence }) => ({ rule: `${route.routingRule.id}/${id}`, confidence })),
    ...findings,
    ...materials,
  ];
}

/** Ids of those that nobody has checked against their text, each once. */
export function unverified(rules: LeanedOn[]): string[] {
  return [...new Set(rules.filter(({ confidence }) => confidence === 'unverified').map(({ rule }) => rule))];
}
