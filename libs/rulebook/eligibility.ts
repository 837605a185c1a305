import { factsOf, type PermitRequest } from './applicant.js';
import { holds } from './conditions.js';
import { type Finding, findingOf } from './findings.js';
import type { Law } from './law.js';
import { inForce } from './rules.js';

const order = { blocking: 0, warning: 1, info: 2 } as const;

/**
 * What speaks against an application, or must be known before it; blocking findings first. The capital is judged by
 * `route`.
 */
export function eligibilityOf(law: Law, request: PermitRequest): Finding[] {
  const facts = factsOf(law.pack, request);
  const asked = law.pack.serviceTypes.filter(
    (type) => inForce(type, request.on) && request.serviceTypes.includes(type.code),
  );
  const overCap = asked
    .filter((type) => request.company.foreignShare > type.foreignCap)
    .map((type) => findingOf(type, 'foreign-share-above-cap', 'blocking'));
  const byRule = law.pack.eligibility
    .filter((rule) => inForce(rule, request.on) && holds(rule.when, facts))
    .map((rule) => findingOf(rule, rule.code, rule.level));
  return [...overCap, ...byRule].sort((a, b) => order[a.level] - order[b.level]);
}
