import type { Confidence, Finding, Route, SettledReading, SettledReadings } from '../../rulebook/index.js';
import type { DatedBar } from './bars.js';

/** A rule that an answer leans on. */
export interface LeanedOn {
  rule: string;
  confidence: Confidence;
}

/** Every rule and reading behind an assessment, routes that are only shown included. */
export function rulesBehind(route: Route, findings: Finding[], bars: DatedBar[], others: LeanedOn[]): LeanedOn[] {
  const { routingRule, capitalRule, officeRule, readings } = route;
  const rules = [routingRule, capitalRule, ...(officeRule ? [officeRule] : [])];
  return [
    ...rules.map(({ id, confidence }) => ({ rule: id, confidence })),
    ...readings.map(({ id, confidence }) => ({ rule: `${routingRule.id}/${id}`, confidence })),
    ...findings,
    ...bars.flatMap(({ deadline }) =>
      deadline.readings.map(({ proof }) => ({ rule: proof.ruleId, confidence: proof.confidence })),
    ),
    ...others,
  ];
}

/** Ids of those that nobody has checked against their text, each once. */
export function unverified(rules: LeanedOn[]): string[] {
  return [...new Set(rules.filter(({ confidence }) => confidence === 'unverified').map(({ rule }) => rule))];
}

/** A rule leaned on whose reading the house has settled, and in which entry of its stream. */
export interface SettledRule extends SettledReading {
  rule: string;
}

/** Those of the rules leaned on that the house has settled, each once. */
export function settled(rules: LeanedOn[], readings: SettledReadings = {}): SettledRule[] {
  const ids = [...new Set(rules.map(({ rule }) => rule))];
  return ids.flatMap((rule) => {
    const reading = readings[rule];
    return reading ? [{ rule, ...reading }] : [];
  });
}
