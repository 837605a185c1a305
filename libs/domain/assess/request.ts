import { type CivilDate, coverage } from '../../calendar/index.js';
import { type AskedCoverage, type Facts, inForce, type Law } from '../../rulebook/index.js';
import { type AssessedCompany, companyAt, factsOfCompany } from './company.js';
import { Complaints, type Normalised, said } from './complaints.js';
import { type Conditions, conditionsAt, factsOfConditions } from './conditions.js';
import { coverageAt } from './coverage.js';
import { factsOfService, type ServiceDescription, servesOthersOf, serviceAt } from './service.js';
import { dateAt, knownAs, moneyAt, shown } from './values.js';

export interface AssessmentRequest {
  company: AssessedCompany;
  /** Catalogue codes, such as `B24`; empty where they follow from `service`. */
  serviceTypes: string[];
  coverage: AskedCoverage;
  /** The day of the question, Asia/Shanghai. */
  today: CivilDate;
  /** The day on which the filing is planned; the earliest possible one when left out. */
  plannedOn?: CivilDate | null;
  /** Papers at hand, by requirement. */
  materials?: { id: string; issuedOn: CivilDate | null }[];
  /** What the service is, for the question whether it needs a permit. */
  service?: ServiceDescription | null;
  conditions?: Conditions | null;
  /** False: the service is for the company's own users alone. */
  servesOthers?: boolean | null;
  holdsProvincialPermit?: boolean | null;
  /** Files by written notification and commitment (告知承诺). */
  commitmentRoute?: boolean | null;
  /** Has filed with this authority before, and states that nothing has changed since. */
  unchangedSinceLastFiling?: boolean | null;
  /** Income so far from the service without a permit, whole yuan. */
  incomeWithoutPermit?: number | null;
}

/** A request as it was read. */
export interface Profile {
  request: AssessmentRequest;
  normalised: Normalised[];
}

export const profileFields = [
  'company',
  'serviceTypes',
  'coverage',
  'today',
  'plannedOn',
  'materials',
  'service',
  'conditions',
  'servesOthers',
  'holdsProvincialPermit',
  'commitmentRoute',
  'unchangedSinceLastFiling',
  'incomeWithoutPermit',
] as const;

/**
 * Reads a request. Besides the company's province, capital and foreign share, the coverage, and the service types or
 * the service, everything may be left out and is then unknown.
 * @throws InvalidInput `invalid-profile` with every error at once
 */
export function readProfile(law: Law, input: unknown): Profile {
  const errors = new Complaints();
  const given = errors.object('', input, profileFields);
  const today = todayAt(law, errors, given.today);
  const service = serviceAt(errors, given.service);
  const servesOthers = errors.optionalBoolean('/servesOthers', given.servesOthers);
  const request: AssessmentRequest = {
    company: companyAt(law, errors, given.company, today),
    serviceTypes: serviceTypesAt(law, errors, given.serviceTypes, service !== null),
    coverage: coverageAt(law, errors, given.coverage),
    today: today ?? '',
    plannedOn: plannedAt(errors, given.plannedOn, today),
    materials: materialsAt(law, errors, given.materials),
    service,
    conditions: conditionsAt(errors, given.conditions),
    servesOthers: servesOthersOf(errors, servesOthers, service),
    holdsProvincialPermit: errors.optionalBoolean('/holdsProvincialPermit', given.holdsProvincialPermit),
    commitmentRoute: errors.optionalBoolean('/commitmentRoute', given.commitmentRoute),
    unchangedSinceLastFiling: errors.optionalBoolean('/unchangedSinceLastFiling', given.unchangedSinceLastFiling),
    incomeWithoutPermit: incomeAt(errors, given.incomeWithoutPermit),
  };
  errors.refuseIfAny();
  return { request, normalised: errors.normalised };
}

/** The request alone: what was read can be read again. @throws InvalidInput as `readProfile` */
export function checkAssessmentRequest(law: Law, input: unknown): AssessmentRequest {
  return readProfile(law, input).request;
}

/** What rules may ask about, besides what every license knows of its company. */
export function statedFacts({ request, normalised }: Profile): Partial<Facts> {
  const facts: Partial<Facts> = { identifierRewritten: normalised.length > 0 };
  return Object.assign(
    facts,
    factsOfCompany(request.company),
    factsOfConditions(request.conditions ?? null),
    factsOfService(request.service ?? null),
  );
}

function serviceTypesAt(law: Law, errors: Complaints, input: unknown, described: boolean): string[] {
  const known = [...new Set(law.pack.serviceTypes.map(({ code }) => code))];
  const given = errors.list('/serviceTypes', input);
  const codes = given.map((code, i) => knownAs(errors, `/serviceTypes/${i}`, code, known));
  if (given.length === 0 && !described)
    errors.add(
      '/serviceTypes',
      'required',
      'No service type is asked for.',
      `Name at least one of: ${known.join(', ')}; or describe the service.`,
    );
  codes.forEach((code, i) => {
    if (code === null) {
      errors.add(
        `/serviceTypes/${i}`,
        'unknown-service-type',
        `The rules know no service type ${shown(given[i])}.`,
        `Use: ${known.join(', ')}.`,
      );
    } else if (codes.indexOf(code) < i) {
      errors.add(`/serviceTypes/${i}`, 'repeated', `${shown(code)} is named twice.`, 'Name every service type once.');
    }
  });
  return codes.flatMap((code) => code ?? []);
}

function materialsAt(law: Law, errors: Complaints, input: unknown): { id: string; issuedOn: CivilDate | null }[] {
  const known = [...new Set(law.pack.requirements.map(({ requirement }) => requirement))];
  return errors.list('/materials', input).map((item, i) => {
    const material = errors.object(`/materials/${i}`, item, ['id', 'issuedOn']);
    const id = knownAs(errors, `/materials/${i}/id`, material.id, known);
    if (id === null) {
      errors.add(
        `/materials/${i}/id`,
        'unknown-requirement',
        said(material.id, `The rules ask for no ${shown(material.id)}.`),
        'Use an id from the list of materials.',
      );
    }
    const dated = material.issuedOn !== undefined && material.issuedOn !== null;
    return { id: id ?? '', issuedOn: dated ? dateAt(errors, `/materials/${i}/issuedOn`, material.issuedOn) : null };
  });
}

/** The day must be one that the calendar knows, and the rules. */
function todayAt(law: Law, errors: Complaints, input: unknown): CivilDate | null {
  const date = dateAt(errors, '/today', input);
  if (date === null) return null;
  const { from, assumedTo } = coverage(law.calendar);
  if (date < from || date > assumedTo) {
    errors.add(
      '/today',
      'calendar-not-covered',
      `The calendar knows no ${date}.`,
      `Ask for a day from ${from} to ${assumedTo}.`,
    );
    return null;
  }
  if (law.pack.routing.some((rule) => inForce(rule, date))) return date;
  const first = law.pack.routing.map(({ validFrom }) => validFrom).sort()[0];
  errors.add('/today', 'rule-not-in-force', `The rules do not hold on ${date}.`, `Ask for a day from ${first} on.`);
  return null;
}

function plannedAt(errors: Complaints, input: unknown, today: CivilDate | null): CivilDate | null {
  if (input === undefined || input === null) return null;
  const date = dateAt(errors, '/plannedOn', input);
  if (date && today && date < today)
    errors.add('/plannedOn', 'date-in-past', 'The planned filing day is over.', 'Plan a day from today on.');
  return date;
}

function incomeAt(errors: Complaints, input: unknown): number | null {
  if (input === undefined || input === null) return null;
  return moneyAt(errors, '/incomeWithoutPermit', input, 'Give the income in whole yuan, 0 or more.');
}
