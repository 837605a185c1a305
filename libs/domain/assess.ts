/**
 * Whether a permit is needed, who decides, what speaks against it and what must be handed in: stateless, before any
 * license exists. Every line names its rule.
 */
import { type CivilDate, maxDate, rollForward } from '../calendar/index.js';
import {
  type Bilingual,
  type Citation,
  type Confidence,
  eligibilityOf,
  exposure,
  type Finding,
  freshUntil,
  isStale,
  type Law,
  type Requirement,
  type Route,
  type RouteReading,
  requirementsFor,
  route,
} from '../rulebook/index.js';
import { type AssessmentRequest, checkAssessmentRequest } from './assess/request.js';
import { rulesBehind, unverified } from './assess/rules-behind.js';

/** One paper, judged on the planned filing day. */
export interface AssessedMaterial {
  id: string;
  status: Requirement['status'];
  /** Id of the rule. */
  rule: string;
  title: Bilingual;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
  freshness: Requirement['freshness'];
  /** Issue day of the paper at hand; null where none is at hand or it bears no date. */
  issuedOn: CivilDate | null;
  /** Last filing day for which the paper at hand is fresh enough; null where age does not matter or none is at hand. */
  freshUntil: CivilDate | null;
  /** Too old on the planned filing day; null where no paper is at hand. */
  stale: boolean | null;
}

export interface Assessment {
  /** Whether a permit is needed; `ask`: the sources do not settle it. */
  needed: 'yes' | 'ask';
  /** Catalogue codes asked for. */
  types: string[];
  /** `MIIT` or the host code of the administration that decides. */
  authority: string;
  authorityName: Bilingual;
  office: string;
  officeName: Bilingual;
  /** The rule that names the authority. */
  routing: { rule: string; wording: Bilingual; citation: Citation; confidence: Confidence };
  /** Whole yuan. */
  capitalFloor: number;
  capital: { rule: string; wording: Bilingual; citation: Citation; confidence: Confidence };
  capitalMet: boolean;
  /** No blocking finding. */
  eligible: boolean;
  findings: Finding[];
  materials: AssessedMaterial[];
  /** Other ways to read the routing rules, for this applicant. */
  readings: RouteReading[];
  /** First working day on which the filing can be made; null while a finding blocks it. */
  earliestFiling: CivilDate | null;
  /** The day on which materials are judged: the planned one, or the earliest. */
  filingDay: CivilDate;
  /** From … to …, as far as the papers at hand stay fresh; null while a finding blocks or none is fresh in time. */
  filingWindow: { from: CivilDate; to: CivilDate | null } | null;
  /** What operating without the permit may cost, whole yuan; by the stated income, or by none. */
  withoutPermit: {
    rule: string;
    wording: Bilingual;
    citation: Citation;
    confidence: Confidence;
    from: number;
    to: number;
    confiscated: number;
  };
  /** Ids of the rules leaned on that nobody has checked against their text. */
  unverifiedRules: string[];
  /** Versions the answer rests on. */
  pack: string;
  calendar: string;
}

/**
 * Judges an application before it is made.
 * @param input an `AssessmentRequest`; anything else is refused with everything that is wrong at once
 * @throws InvalidInput `invalid-profile` with `details.errors`: `{ pointer, code, message, remedy }` each
 */
export function assess(law: Law, input: unknown): Assessment {
  const request = checkAssessmentRequest(law, input);
  const decided = route(law, { ...request, on: request.today });
  const asked = { ...request, on: request.today, filingKind: 'new', authority: decided.authority };
  const findings = [...decided.findings, ...eligibilityOf(law, asked)].sort(byLevel);
  const eligible = findings.every((finding) => finding.level !== 'blocking');
  const earliest = earliestFilingOf(law, request);
  const filingDay = request.plannedOn ?? earliest;
  const materials = requirementsFor(law, { ...asked, on: filingDay }).map((needed) =>
    judge(needed, request, filingDay),
  );
  const rules = rulesBehind(decided, findings, materials);
  return {
    needed: neededFor(request),
    types: [...request.serviceTypes],
    ...seatOf(decided),
    capitalFloor: decided.capitalFloor,
    capital: cited(decided.capitalRule),
    capitalMet: decided.capitalMet,
    eligible,
    findings,
    materials,
    readings: decided.readings,
    earliestFiling: eligible ? earliest : null,
    filingDay,
    filingWindow: eligible ? windowOf(materials, earliest) : null,
    withoutPermit: exposureOf(law, request),
    unverifiedRules: unverified(rules),
    pack: law.pack.id,
    calendar: law.calendar.id,
  };
}

const levels = ['blocking', 'warning', 'info'] as const;
const byLevel = (a: Finding, b: Finding): number => levels.indexOf(a.level) - levels.indexOf(b.level);

/** Offshore service alone, and service for one's own users alone, are not settled by the sources. */
function neededFor({ serviceTypes, servesOthers }: AssessmentRequest): Assessment['needed'] {
  const onlyOffshore = serviceTypes.every((code) => code === 'B24-2');
  return servesOthers === false || onlyOffshore ? 'ask' : 'yes';
}

function seatOf({ authority, authorityName, office, officeName, routingRule }: Route) {
  return { authority, authorityName, office, officeName, routing: cited(routingRule) };
}

function cited({
  id,
  wording,
  citation,
  confidence,
}: {
  id: string;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
}) {
  return { rule: id, wording, citation, confidence };
}

function exposureOf(law: Law, { incomeWithoutPermit }: AssessmentRequest): Assessment['withoutPermit'] {
  const { rule, ...amounts } = exposure(law, 'operating-without-permit', incomeWithoutPermit ?? 0);
  return { ...cited(rule), ...amounts };
}

/** The next working day, not before the papers at hand were issued. */
function earliestFilingOf(law: Law, { today, materials }: AssessmentRequest): CivilDate {
  const issued = (materials ?? []).flatMap(({ issuedOn }) => (issuedOn === null ? [] : [issuedOn]));
  return rollForward(law.calendar, maxDate(today, ...issued)).date;
}

function judge(needed: Requirement, { materials }: AssessmentRequest, filingDay: CivilDate): AssessedMaterial {
  const atHand = materials?.find(({ id }) => id === needed.id);
  const issuedOn = atHand?.issuedOn ?? null;
  return {
    ...needed,
    issuedOn,
    freshUntil: freshUntil(needed, issuedOn),
    stale: atHand === undefined ? null : isStale(needed, issuedOn, filingDay),
  };
}

function windowOf(materials: AssessedMaterial[], from: CivilDate): { from: CivilDate; to: CivilDate | null } | null {
  const ends = materials.flatMap(({ freshUntil: until }) => until ?? []).sort();
  const to = ends[0] ?? null;
  return to !== null && to < from ? null : { from, to };
}
