import { type CivilDate, coverage } from '../../calendar/index.js';
import type { Law } from '../../rulebook/index.js';
import type { Coverage } from '../company.js';
import { InvalidInput } from '../errors.js';
import { type AssessedCompany, companyAt } from './company.js';
import { Complaints } from './complaints.js';
import { dateAt, moneyAt, provinceAt, shown } from './values.js';

export interface AssessmentRequest {
  company: AssessedCompany;
  /** Catalogue codes, such as `B24`. */
  serviceTypes: string[];
  coverage: Coverage;
  /** The day of the question, Asia/Shanghai. */
  today: CivilDate;
  /** The day on which the filing is planned; the earliest possible one when left out. */
  plannedOn?: CivilDate | null;
  /** Papers at hand, by requirement. */
  materials?: { id: string; issuedOn: CivilDate | null }[];
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

/**
 * Reads a request. Facts that may be left out: city, free-trade zone, founding day, shareholders, list and penalty
 * (taken as none).
 * @throws InvalidInput `invalid-profile` with every error at once
 */
export function checkAssessmentRequest(law: Law, input: unknown): AssessmentRequest {
  const errors = new Complaints();
  const request = errors.object('', input, [
    'company',
    'serviceTypes',
    'coverage',
    'today',
    'plannedOn',
    'materials',
    'servesOthers',
    'holdsProvincialPermit',
    'commitmentRoute',
    'unchangedSinceLastFiling',
    'incomeWithoutPermit',
  ]);
  const today = todayAt(law, errors, request.today);
  const checked: AssessmentRequest = {
    company: companyAt(law, errors, request.company, today),
    serviceTypes: serviceTypesAt(law, errors, request.serviceTypes),
    coverage: coverageAt(law, errors, request.coverage),
    today: today ?? '',
    plannedOn: plannedAt(errors, request.plannedOn, today),
    materials: materialsAt(law, errors, request.materials),
    servesOthers: errors.optionalBoolean('/servesOthers', request.servesOthers),
    holdsProvincialPermit: errors.optionalBoolean('/holdsProvincialPermit', request.holdsProvincialPermit),
    commitmentRoute: errors.optionalBoolean('/commitmentRoute', request.commitmentRoute),
    unchangedSinceLastFiling: errors.optionalBoolean('/unchangedSinceLastFiling', request.unchangedSinceLastFiling),
    incomeWithoutPermit: incomeAt(errors, request.incomeWithoutPermit),
  };
  if (errors.all.length > 0) {
    const [first] = errors.all;
    const more = errors.all.length > 1 ? ` (and ${errors.all.length - 1} more)` : '';
    throw new InvalidInput('invalid-profile', `${first?.pointer ?? ''} ${first?.message ?? ''}${more}`.trim(), {
      ...(first ? { pointer: first.pointer, remedy: first.remedy } : {}),
      errors: errors.all,
    });
  }
  return checked;
}

function serviceTypesAt(law: Law, errors: Complaints, input: unknown): string[] {
  const known = law.pack.serviceTypes.map(({ code }) => code);
  const codes = errors.list('/serviceTypes', input);
  if (codes.length === 0)
    errors.add(
      '/serviceTypes',
      'required',
      'No service type is asked for.',
      `Name at least one of: ${known.join(', ')}.`,
    );
  codes.forEach((code, i) => {
    if (!known.includes(code as string)) {
      errors.add(
        `/serviceTypes/${i}`,
        'unknown-service-type',
        `The rules know no service type ${shown(code)}.`,
        `Use: ${known.join(', ')}.`,
      );
    } else if (codes.indexOf(code) < i) {
      errors.add(`/serviceTypes/${i}`, 'repeated', `${shown(code)} is named twice.`, 'Name every service type once.');
    }
  });
  return codes as string[];
}

function coverageAt(law: Law, errors: Complaints, input: unknown): Coverage {
  const asked = errors.object('/coverage', input, ['kind', 'provinces']);
  if (asked.kind === 'nationwide') {
    if (asked.provinces !== undefined)
      errors.add('/coverage/provinces', 'unknown-field', 'Nationwide names no provinces.', 'Leave the provinces out.');
    return { kind: 'nationwide' };
  }
  if (asked.kind !== 'province') {
    errors.add(
      '/coverage/kind',
      'unknown-coverage',
      `No coverage is of kind ${shown(asked.kind)}.`,
      'Use province or nationwide.',
    );
    return { kind: 'nationwide' };
  }
  const provinces = errors.list('/coverage/provinces', asked.provinces);
  const codes = provinces.map((code, i) => provinceAt(law, errors, `/coverage/provinces/${i}`, code));
  if (new Set(codes).size < codes.length) {
    errors.add('/coverage/provinces', 'repeated', 'A province is named twice.', 'Name every province once.');
  } else if (codes.length !== 1) {
    errors.add(
      '/coverage/provinces',
      'one-province',
      `${codes.length} provinces are named.`,
      'Name one province; for more ask for nationwide coverage, which the same authority decides.',
    );
  }
  return { kind: 'province', provinces: [codes[0] ?? ''] };
}

function materialsAt(law: Law, errors: Complaints, input: unknown): { id: string; issuedOn: CivilDate | null }[] {
  if (input === undefined || input === null) return [];
  const known = new Set(law.pack.requirements.map(({ requirement }) => requirement));
  return errors.list('/materials', input).map((item, i) => {
    const material = errors.object(`/materials/${i}`, item, ['id', 'issuedOn']);
    if (!known.has(material.id as string)) {
      errors.add(
        `/materials/${i}/id`,
        'unknown-requirement',
        `The rules ask for no ${shown(material.id)}.`,
        'Use an id from the list of materials.',
      );
    }
    const dated = material.issuedOn !== undefined && material.issuedOn !== null;
    return {
      id: material.id as string,
      issuedOn: dated ? dateAt(errors, `/materials/${i}/issuedOn`, material.issuedOn) : null,
    };
  });
}

function todayAt(law: Law, errors: Complaints, input: unknown): CivilDate | null {
  const date = dateAt(errors, '/today', input);
  const { from, assumedTo } = coverage(law.calendar);
  if (date === null || (date >= from && date <= assumedTo)) return date;
  errors.add(
    '/today',
    'calendar-not-covered',
    `The calendar knows no ${date}.`,
    `Ask for a day from ${from} to ${assumedTo}.`,
  );
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
