import { addDays, addMonths, type CivilDate } from '../calendar/index.js';
import { factsOf, type PermitRequest } from './applicant.js';
import { holds } from './conditions.js';
import type { Facts } from './facts.js';
import type { Law } from './law.js';
import type { RequirementRule } from './pack.js';
import type { Bilingual, Citation, Confidence } from './proof.js';
import { inForce } from './rules.js';

/** One paper that a filing needs, or may have. */
export interface Requirement {
  /** What materials are filed under, such as `social-security-proof`. */
  id: string;
  status: RequirementRule['status'];
  title: Bilingual;
  wording: Bilingual;
  /** Id of the rule that asks for it. */
  rule: string;
  citation: Citation;
  confidence: Confidence;
  /** How old it may be on the filing day; null for no limit. */
  freshness: RequirementRule['freshness'];
}

/**
 * What a filing needs, in the pack's order, by the rules in force on its day.
 * @param request `filingKind` and `authority` are needed; without a kind nothing is asked for
 */
export function requirementsFor(
  law: Law,
  request: PermitRequest & { filingKind: string; authority: string },
): Requirement[] {
  const rules = law.pack.requirements.filter(
    (rule) => rule.filingKinds.includes(request.filingKind) && inForce(rule, request.on),
  );
  if (rules.length === 0) return [];
  const facts = factsOf(law.pack, request);
  return rules
    .filter((rule) => holds(rule.when, facts))
    .map((rule) => ({
      id: rule.requirement,
      status: statusOf(rule, facts),
      title: rule.title,
      wording: rule.wording,
      rule: rule.id,
      citation: rule.citation,
      confidence: rule.confidence,
      freshness: rule.freshness,
    }));
}

function statusOf({ status, waiver }: RequirementRule, facts: Facts): RequirementRule['status'] {
  return waiver && holds(waiver.when, facts) ? 'optional' : status;
}

/** The last day on which a paper may still be filed; null where age does not matter or the issue day is unknown. */
export function freshUntil(requirement: Pick<Requirement, 'freshness'>, issuedOn: CivilDate | null): CivilDate | null {
  const { freshness } = requirement;
  if (freshness === null || issuedOn === null) return null;
  return freshness.unit === 'month' ? addMonths(issuedOn, freshness.length) : addDays(issuedOn, freshness.length);
}

/** Whether a paper is too old on a filing day. Unknown issue day: not known to be stale. */
export function isStale(
  requirement: Pick<Requirement, 'freshness'>,
  issuedOn: CivilDate | null,
  filingDay: CivilDate,
): boolean {
  const until = freshUntil(requirement, issuedOn);
  return until !== null && filingDay > until;
}
