import { factsOf, type PermitRequest, withWholes } from './applicant.js';
import { holds } from './conditions.js';
import type { Facts } from './facts.js';
import { type Finding, findingOf } from './findings.js';
import type { Law } from './law.js';
import type { RulePack, ScopeRule } from './pack.js';
import { inForce } from './rules.js';

/** Whether a permit is needed, for which types, and the rules that say so. */
export interface Scope {
  needed: ScopeRule['needed'];
  /** The types asked for; where none are named, those that the described service falls under. */
  serviceTypes: string[];
  findings: Finding[];
}

/**
 * Whether a permit is needed and which. Types that are asked for by name stay; where the description of the service
 * falls under others, a rule of the pack may say so (`matchesDescription`).
 * @param request `serviceTypes` may be empty where the service is described in `stated`
 */
export function scopeOf(law: Law, request: PermitRequest): Scope {
  const { pack } = law;
  const known = factsOf(pack, request);
  const applied = (facts: Facts): ScopeRule[] =>
    (pack.scope ?? [])
      .filter((rule) => inForce(rule, request.on) && holds(rule.when, facts))
      .map((rule) => asSettled(law, rule));
  const byDescription = applied({ ...known, serviceTypes: null, serviceTypeCount: null });
  const described = plainest(
    pack,
    byDescription.flatMap(({ serviceTypes }) => serviceTypes),
  );
  const asked = [...request.serviceTypes];
  const matchesDescription =
    known.serviceDescribed === true && byDescription.length > 0 ? matches(pack, asked, byDescription) : null;
  const rules = asked.length === 0 ? byDescription : applied({ ...known, matchesDescription });
  return {
    needed: strongest(rules),
    serviceTypes: asked.length === 0 ? described : asked,
    findings: rules.map((rule) => findingOf(rule, rule.code, rule.needed === 'ask' ? 'warning' : 'info')),
  };
}

/** Where the house has settled on another reading that gives an answer, that answer and its words. */
function asSettled({ readings }: Law, rule: ScopeRule): ScopeRule {
  const chosen = readings?.[rule.id]?.reading;
  const other = rule.otherReadings?.find(({ id }) => id === chosen);
  if (!other?.needed) return rule;
  const { needed, wording, citation, confidence } = other;
  return { ...rule, needed, wording, citation, confidence, serviceTypes: needed === 'no' ? [] : rule.serviceTypes };
}

/** Nothing that applies: not settled. */
function strongest(rules: ScopeRule[]): ScopeRule['needed'] {
  const answers = rules.map(({ needed }) => needed);
  if (answers.includes('yes')) return 'yes';
  return answers.length === 0 || answers.includes('ask') ? 'ask' : 'no';
}

/** Each type once and in order; a whole of which a part is named says nothing more. */
function plainest(pack: RulePack, codes: string[]): string[] {
  const wholes = new Set(codes.flatMap((code) => partOf(pack, code) ?? []));
  return [...new Set(codes)].filter((code) => !wholes.has(code)).sort();
}

/** Only types that descriptions speak of are compared; a whole and its part are no contradiction. */
function matches(pack: RulePack, asked: string[], described: ScopeRule[]): boolean {
  const types = described.flatMap(({ serviceTypes }) => serviceTypes);
  const spokenOf = new Set(
    withWholes(
      pack,
      (pack.scope ?? []).flatMap(({ serviceTypes }) => serviceTypes),
    ),
  );
  const compared = asked.filter((code) => spokenOf.has(code));
  const related = (a: string, b: string) => a === b || partOf(pack, a) === b || partOf(pack, b) === a;
  const within = (codes: string[], others: string[]) =>
    codes.every((code) => others.some((other) => related(code, other)));
  return within(compared, types) && within(types, compared);
}

function partOf(pack: RulePack, code: string): string | null {
  return pack.serviceTypes.find((type) => type.code === code)?.partOf ?? null;
}
