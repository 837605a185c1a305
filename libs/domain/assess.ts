/**
 * Whether a permit is needed and which, who decides, what speaks against it and what must be handed in: stateless,
 * before any license exists. Every line names its rule.
 */
import { addDays, type CivilDate, maxDate, rollForward } from '../calendar/index.js';
import {
  byLevel,
  eligibilityOf,
  exposure,
  type Finding,
  freshUntil,
  isStale,
  type Law,
  type PermitRequest,
  type Requirement,
  type Route,
  type Rule,
  requirementsFor,
  route,
  scopeOf,
} from '../rulebook/index.js';
import type { AssessedMaterial, Assessment, Basis } from './assess/assessment.js';
import { type DatedBar, datedBars, factsOfBars } from './assess/bars.js';
import { type AssessmentRequest, type Profile, readProfile, statedFacts } from './assess/request.js';
import { rulesBehind, settled, unverified } from './assess/rules-behind.js';

export type { AssessedMaterial, Assessment } from './assess/assessment.js';

/**
 * Judges an application before it is made.
 * @param input an `AssessmentRequest`; anything else is refused with everything that is wrong at once
 * @throws InvalidInput `invalid-profile` with `details.errors`: `{ pointer, code, message, remedy }` each
 */
export function assess(law: Law, input: unknown): Assessment {
  return judged(law, readProfile(law, input));
}

/** Judges a request that has been read already: in it nothing is left to be normalised. */
export function assessRequest(law: Law, request: AssessmentRequest): Assessment {
  return judged(law, { request, normalised: [] });
}

function judged(law: Law, profile: Profile): Assessment {
  const { request, normalised } = profile;
  const bars = datedBars(law, request.company.bars ?? []);
  const described = describedIn(profile);
  const scope = scopeOf(law, described);
  const question = { ...described, serviceTypes: scope.serviceTypes };
  const decided = route(law, question);
  const asked = { ...question, authority: decided.authority };

  const needsNone = scope.needed === 'no';
  const without = findingsWithout(law, asked, decided);
  const barred =
    bars.length === 0
      ? without
      : findingsWithout(law, withBars(asked, bars, request.plannedOn ?? firstDay(law, request)), decided);
  const findings = byLevel([...scope.findings, ...(needsNone ? [] : barred)]);
  const earliest = firstDay(law, request, bars);
  const earliestFiling = needsNone || blocks(without) ? null : earliest;
  const filingDay = request.plannedOn ?? earliest;
  const materials = needsNone ? [] : materialsOf(law, asked, request, filingDay);
  const withoutPermit = needsNone ? null : exposureOf(law, request);
  const leanedOn = rulesBehind(decided, findings, bars, [...materials, ...(withoutPermit ? [withoutPermit] : [])]);
  return {
    needed: scope.needed,
    types: scope.serviceTypes,
    ...seatOf(decided),
    capitalFloor: decided.capitalFloor,
    capital: cited(decided.capitalRule),
    capitalMet: decided.capitalMet,
    eligible: !blocks(findings),
    findings,
    materials,
    readings: decided.readings,
    bars,
    normalised,
    earliestFiling,
    filingDay,
    filingWindow: earliestFiling === null ? null : windowOf(materials, earliestFiling),
    withoutPermit,
    unverifiedRules: unverified(leanedOn),
    settledRules: settled(leanedOn, law.readings),
    pack: law.pack.id,
    calendar: law.calendar.id,
  };
}

/** What the rules are asked; who decides is for them to say. */
function describedIn(profile: Profile): PermitRequest & { filingKind: string } {
  const { company, serviceTypes, coverage, today, servesOthers } = profile.request;
  const { holdsProvincialPermit, commitmentRoute, unchangedSinceLastFiling } = profile.request;
  return {
    company,
    serviceTypes,
    coverage,
    filingKind: 'new',
    on: today,
    authority: undefined,
    servesOthers,
    holdsProvincialPermit,
    commitmentRoute,
    unchangedSinceLastFiling,
    stated: statedFacts(profile),
  };
}

function findingsWithout(law: Law, asked: PermitRequest, { findings }: Route): Finding[] {
  return [...findings, ...eligibilityOf(law, asked)];
}

const blocks = (findings: Finding[]): boolean => findings.some(({ level }) => level === 'blocking');

/** A bar counts on the day of the filing, not of the question. */
function withBars<Q extends PermitRequest>(asked: Q, bars: DatedBar[], filingDay: CivilDate): Q {
  return { ...asked, stated: { ...asked.stated, ...factsOfBars(bars, filingDay) } };
}

function seatOf({ authority, authorityName, office, officeName, routingRule }: Route) {
  return { authority, authorityName, office, officeName, routing: cited(routingRule) };
}

function cited({ id, wording, citation, confidence }: Rule): Basis {
  return { rule: id, wording, citation, confidence };
}

function exposureOf(law: Law, { incomeWithoutPermit }: AssessmentRequest): Assessment['withoutPermit'] {
  const { rule, from, to, confiscated } = exposure(law, 'operating-without-permit', incomeWithoutPermit ?? 0);
  const { id, wording, citation, confidence } = rule;
  return { rule: id, wording, citation, confidence, from, to, confiscated };
}

/** The next working day, not before the papers at hand were issued, and after the bars. */
function firstDay(law: Law, { today, materials }: AssessmentRequest, bars: DatedBar[] = []): CivilDate {
  const issued = (materials ?? []).flatMap(({ issuedOn }) => issuedOn ?? []);
  const afterBars = bars.map(({ lastDay }) => addDays(lastDay, 1));
  return rollForward(law.calendar, maxDate(today, ...issued, ...afterBars)).date;
}

function materialsOf(
  law: Law,
  asked: PermitRequest & { filingKind: string; authority: string },
  request: AssessmentRequest,
  filingDay: CivilDate,
): AssessedMaterial[] {
  return requirementsFor(law, { ...asked, on: filingDay }).map((needed) => judge(needed, request, filingDay));
}

/** Field by field: copying the whole costs a rehearsal a fifth of its assessment. */
function judge(needed: Requirement, { materials }: AssessmentRequest, filingDay: CivilDate): AssessedMaterial {
  const { id, status, rule, title, wording, citation, confidence, freshness } = needed;
  const atHand = materials?.find((material) => material.id === id);
  const issuedOn = atHand?.issuedOn ?? null;
  const until = freshUntil(needed, issuedOn);
  const stale = atHand === undefined ? null : isStale(needed, issuedOn, filingDay);
  return { id, status, rule, title, wording, citation, confidence, freshness, issuedOn, freshUntil: until, stale };
}

function windowOf(materials: AssessedMaterial[], from: CivilDate): { from: CivilDate; to: CivilDate | null } | null {
  const ends = materials.flatMap(({ freshUntil: until }) => until ?? []).sort();
  const to = ends[0] ?? null;
  return to !== null && to < from ? null : { from, to };
}
