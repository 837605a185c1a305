import { factsOf, type PermitRequest } from './applicant.js';
import { holds } from './conditions.js';
import { RuleNotInForceError } from './errors.js';
import { type Facts } from './facts.js';
import { type Finding, findingOf } from './findings.js';
import type { Law } from './law.js';
import type { AuthorityRule, CapitalRule, ConditionalRule, OfficeRule, RoutedTo, RoutingRule } from './pack.js';
import type { Bilingual, Citation, Confidence } from './proof.js';
import { inForce } from './rules.js';

/** Another route that the sources show for the same applicant. */
export interface RouteReading {
  id: string;
  authority: string;
  office: string;
  /** Whether this applicant meets what the route asks for. */
  open: boolean;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
}

export interface Route {
  /** Who decides: `MIIT` or a host code. */
  authority: string;
  authorityName: Bilingual;
  /** Where one files: an office's code, or the authority's own. */
  office: string;
  officeName: Bilingual;
  /** Least registered capital, whole yuan. */
  capitalFloor: number;
  capitalMet: boolean;
  routingRule: RoutingRule;
  capitalRule: CapitalRule;
  /** Where one files elsewhere than at the authority's seat; null else. */
  officeRule: OfficeRule | null;
  /** A capital below the floor blocks; nothing else is judged here. */
  findings: Finding[];
  readings: RouteReading[];
}

/**
 * Who decides on an application, where it is filed, and the capital it takes.
 * @throws RuleNotInForceError where the pack has no rule for these facts or does not know the province
 */
export function route(law: Law, request: Omit<PermitRequest, 'on'> & { on?: string }): Route {
  const on = request.on ?? defaultDay(law);
  const facts = factsOf(law.pack, { ...request, on });
  const routingRule = firstThatApplies(law, law.pack.routing, facts, on, 'routing');
  const capitalRule = firstThatApplies(law, law.pack.capital, facts, on, 'capital');
  const seat = seatOf(law, routingRule.authority, facts, on);
  const capitalMet = request.company.registeredCapital >= capitalRule.floor;
  return {
    authority: seat.authority.code,
    authorityName: seat.authority.name,
    office: seat.office,
    officeName: seat.officeName,
    capitalFloor: capitalRule.floor,
    capitalMet,
    routingRule,
    capitalRule,
    officeRule: seat.officeRule,
    findings: capitalMet ? [] : [findingOf(capitalRule, 'capital-below-floor', 'blocking')],
    readings: readingsOf(law, routingRule, facts, on),
  };
}

function authorityByCode(law: Law, code: string): AuthorityRule {
  const authority = law.pack.authorities.find((candidate) => candidate.code === code);
  if (!authority) throw new RuleNotInForceError(law.pack.id, `authority.${code}`, 'any day');
  return authority;
}

/** Conditions of a pack rarely change in time; without a day the newest rules are asked. */
function defaultDay(law: Law): string {
  return law.calendar.table.covered.to;
}

function readingsOf(law: Law, rule: RoutingRule, facts: Facts, on: string): RouteReading[] {
  if (facts.coverageProvince === null) return [];
  return rule.readings
    .filter((reading) => holds(reading.when, facts))
    .map((reading) => {
      const seat = seatOf(law, reading.authority, facts, on);
      const { id, wording, citation, confidence } = reading;
      return {
        id,
        authority: seat.authority.code,
        office: seat.office,
        open: holds(reading.openIf, facts),
        wording,
        citation,
        confidence,
      };
    });
}

function seatOf(law: Law, to: RoutedTo, facts: Facts, on: string) {
  const authority = authorityByCode(law, to === 'MIIT' ? 'MIIT' : (facts.coverageProvince ?? ''));
  const known = { ...facts, authority: authority.code };
  const office = law.pack.offices.find(
    (candidate) => inForce(candidate, on) && candidate.authority === authority.code && holds(candidate.when, known),
  );
  return {
    authority,
    office: office?.code ?? authority.code,
    officeName: office?.name ?? authority.name,
    officeRule: office ?? null,
  };
}

function firstThatApplies<R extends ConditionalRule>(
  law: Law,
  rules: R[],
  facts: Facts,
  on: string,
  section: string,
): R {
  const rule = rules.find((candidate) => inForce(candidate, on) && holds(candidate.when, facts));
  if (!rule) throw new RuleNotInForceError(law.pack.id, section, on);
  return rule;
}
