import { factsOf, type PermitRequest } from './applicant.js';
import { holds } from './conditions.js';
import { RuleNotInForceError } from './errors.js';
import type { Law } from './law.js';
import type { CompanionPermitRule, DutyRule } from './pack.js';
import { inForce } from './rules.js';

/**
 * Standing duties that apply on a day, in the pack's order; none where the pack has no such section.
 * @param filingKinds of the filings that are under way: some duties hold only in their procedure
 */
export function dutiesFor(law: Law, request: PermitRequest, filingKinds: readonly string[]): DutyRule[] {
  const occasions = [request, ...filingKinds.map((filingKind) => ({ ...request, filingKind }))];
  const facts = occasions.map((occasion) => factsOf(law.pack, occasion));
  return (law.pack.duties ?? []).filter(
    (rule) => inForce(rule, request.on) && facts.some((each) => holds(rule.when, each)),
  );
}

/** The standing duty of that name. @throws RuleNotInForceError where the pack has none on that day */
export function dutyOn(law: Law, duty: string, on: string): DutyRule {
  const rule = law.pack.duties?.find((candidate) => candidate.duty === duty && inForce(candidate, on));
  if (!rule) throw new RuleNotInForceError(law.pack.id, `duty.${duty}`, on);
  return rule;
}

/** Kinds of certificates beside the permit that the rules of a day know. */
export function companionsOn({ pack }: Law, on: string): CompanionPermitRule[] {
  return (pack.companionPermits ?? []).filter((rule) => inForce(rule, on));
}
