import { factsOf, type PermitRequest } from './applicant.js';
import { holds } from './conditions.js';
import type { Facts } from './facts.js';
import { byLevel, type Finding, findingOf } from './findings.js';
import type { Law } from './law.js';
import type { ServiceTypeRule } from './pack.js';
import { inForce } from './rules.js';

/**
 * What speaks against an application, or must be known before it; blocking findings first. The capital is judged by
 * `route`, whether a permit is needed by `scopeOf`.
 */
export function eligibilityOf(law: Law, request: PermitRequest): Finding[] {
  const facts = factsOf(law.pack, request);
  const asked = law.pack.serviceTypes.filter(
    (type) => inForce(type, request.on) && request.serviceTypes.includes(type.code),
  );
  const byRule = law.pack.eligibility
    .filter((rule) => inForce(rule, request.on) && holds(rule.when, facts))
    .map((rule) => findingOf(rule, rule.code, rule.level));
  const byType = asked.flatMap((type) => foreignShareFindings(law, type, facts, request));
  return byLevel([...distinct(byType), ...byRule]);
}

/**
 * A foreign share above the type's cap blocks, unless an exception, such as a pilot area, opens the type to this
 * applicant: that is a warning, since somebody must still apply for it. Exceptions that are not open are shown.
 */
function foreignShareFindings(
  law: Law,
  type: ServiceTypeRule,
  facts: Facts,
  { company, on }: PermitRequest,
): Finding[] {
  const share = company.foreignShare;
  if (share <= type.foreignCap) return [];
  const exceptions = (law.pack.foreignShare ?? []).filter(
    (rule) => inForce(rule, on) && rule.serviceTypes.includes(type.code) && share <= rule.foreignCap,
  );
  const open = exceptions.filter((rule) => holds(rule.when, facts));
  if (open.length > 0) return open.map((rule) => findingOf(rule, 'foreign-share-by-exception', 'warning'));
  return [aboveCap(type), ...exceptions.map((rule) => findingOf(rule, 'foreign-share-exception', 'info'))];
}

/** Several types may meet the same exception. */
function distinct(findings: Finding[]): Finding[] {
  return findings.filter(
    (one, i) => findings.findIndex(({ code, rule }) => code === one.code && rule === one.rule) === i,
  );
}

function aboveCap(type: ServiceTypeRule): Finding {
  const { code, name, foreignCap } = type;
  return {
    ...findingOf(type, 'foreign-share-above-cap', 'blocking'),
    wording: {
      zh: `${code}${name.zh}：外资比例最高为${foreignCap}%。`,
      en: `${code} ${name.en}: foreign investors may hold ${foreignCap} percent at most.`,
    },
  };
}
