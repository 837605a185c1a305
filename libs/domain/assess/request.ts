import { type CivilDate, coverage, isCivilDate } from '../../calendar/index.js';
import { checkUscc, type Law } from '../../rulebook/index.js';
import type { CompanyFacts, Coverage, Shareholder } from '../company.js';
import { InvalidInput } from '../errors.js';
import { Complaints } from './complaints.js';

/** What assess needs to know of a company: its facts, less names and identifiers that decide nothing. */
export type AssessedCompany = Omit<CompanyFacts, 'name' | 'uscc' | 'legalRepresentative' | 'shareholders'> & {
  name?: string;
  uscc?: string;
  shareholders: (Pick<Shareholder, 'kind' | 'percent' | 'foreign'> & { name?: Shareholder['name'] })[];
};

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
}

const shareholderKinds = ['natural-person', 'company', 'listed-company', 'state'];

/**
 * Reads a request. Facts that may be left out: city, free-trade zone, founding day, shareholders, list and penalty
 * (taken as none).
 * @throws InvalidInput `invalid-profile` with every error at once
 */
export function checkAssessmentRequest(law: Law, input: unknown): AssessmentRequest {
  const errors = new Complaints();
  const request = errors.object('', input, [
    'company', 'serviceTypes', 'coverage', 'today', 'plannedOn', 'materials', 'servesOthers', 'holdsProvincialPermit', 'commitmentRoute',
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

function companyAt(law: Law, errors: Complaints, input: unknown, today: CivilDate | null): AssessedCompany {
  const company = errors.object('/company', input, [
    'name', 'uscc', 'province', 'city', 'freeTradeZone', 'registeredCapital', 'foreignShare', 'establishedOn',
    'legalRepresentative', 'shareholders', 'onDishonestList', 'recentPenalty',
  ]);
  const foreignShare = errors.number('/company/foreignShare', company.foreignShare, 0, 100, 'Give the foreign share in percent, 0 to 100.');
  return {
    ...(typeof company.name === 'string' ? { name: company.name } : {}),
    ...usccAt(errors, company.uscc),
    province: provinceAt(law, errors, '/company/province', company.province),
    city: errors.optionalText('/company/city', company.city),
    freeTradeZone: errors.optionalBoolean('/company/freeTradeZone', company.freeTradeZone) ?? false,
    registeredCapital: capitalAt(errors, company.registeredCapital),
    foreignShare,
    establishedOn: establishedAt(errors, company.establishedOn, today),
    shareholders: shareholdersAt(errors, company.shareholders, foreignShare),
    onDishonestList: errors.optionalBoolean('/company/onDishonestList', company.onDishonestList) ?? false,
    recentPenalty: errors.optionalBoolean('/company/recentPenalty', company.recentPenalty) ?? false,
  };
}

function usccAt(errors: Complaints, input: unknown): { uscc?: string } {
  if (input === undefined || input === null || input === '') return {};
  const check = typeof input === 'string' ? checkUscc(input) : null;
  if (check?.valid) return { uscc: check.normalized };
  errors.add('/company/uscc', 'invalid-uscc', check?.message?.en ?? 'The credit code is not a text.', 'Give the 18 characters of the business license.');
  return {};
}

function provinceAt(law: Law, errors: Complaints, pointer: string, input: unknown): string {
  const known = provinceCodes(law);
  if (typeof input === 'string' && known.includes(input)) return input;
  errors.add(pointer, 'unknown-province', `No province has the code ${shown(input)}.`, `Use one of: ${known.join(', ')}.`);
  return '';
}

const provinceCodes = (law: Law): string[] => law.pack.authorities.filter(({ province }) => province !== null).map(({ code }) => code);

function capitalAt(errors: Complaints, input: unknown): number {
  const remedy = 'Give the registered capital in whole yuan, 0 or more.';
  const capital = errors.number('/company/registeredCapital', input, 0, Number.MAX_SAFE_INTEGER, remedy);
  if (Number.isInteger(capital)) return capital;
  errors.add('/company/registeredCapital', 'not-whole', 'The registered capital is not a whole number of yuan.', remedy);
  return 0;
}

function establishedAt(errors: Complaints, input: unknown, today: CivilDate | null): CivilDate | null {
  if (input === undefined || input === null) return null;
  const date = dateAt(errors, '/company/establishedOn', input);
  if (date && today && date > today) errors.add('/company/establishedOn', 'date-in-future', 'The company is founded after the day of the question.', 'Give the founding day of the business license.');
  return date;
}

function shareholdersAt(errors: Complaints, input: unknown, foreignShare: number): AssessedCompany['shareholders'] {
  const shareholders = errors.list('/company/shareholders', input).map((item, i) => {
    const pointer = `/company/shareholders/${i}`;
    const holder = errors.object(pointer, item, ['kind', 'name', 'percent', 'foreign']);
    if (!shareholderKinds.includes(holder.kind as string)) {
      errors.add(`${pointer}/kind`, 'unknown-shareholder-kind', `No shareholder is of kind ${shown(holder.kind)}.`, `Use one of: ${shareholderKinds.join(', ')}.`);
    }
    const percent = errors.number(`${pointer}/percent`, holder.percent, 0, 100, 'Give the share in percent, above 0 up to 100.');
    if (holder.percent === 0) errors.add(`${pointer}/percent`, 'out-of-range', 'A shareholder without a share is none.', 'Leave the row out or give its share.');
    return {
      kind: holder.kind as Shareholder['kind'],
      percent,
      foreign: errors.optionalBoolean(`${pointer}/foreign`, holder.foreign) ?? false,
    };
  });
  if (shareholders.length > 0) checkShares(errors, shareholders, foreignShare);
  return shareholders;
}

/** Registers round shares to four places; a tenth of a percent is more than any rounding. */
const rounding = 0.1;

function checkShares(errors: Complaints, shareholders: { percent: number; foreign: boolean }[], foreignShare: number): void {
  const sum = (holders: { percent: number }[]) => holders.reduce((total, { percent }) => total + percent, 0);
  const total = sum(shareholders);
  if (Math.abs(total - 100) > rounding) {
    errors.add('/company/shareholders', 'shares-do-not-add-up', `The shares add up to ${+total.toFixed(4)} percent.`, 'Give all shareholders; their shares make 100 percent.');
  }
  const foreign = sum(shareholders.filter((holder) => holder.foreign));
  if (foreign - foreignShare > rounding) {
    errors.add('/company/foreignShare', 'foreign-share-too-low', `Foreign shareholders alone hold ${+foreign.toFixed(4)} percent.`, 'Give at least their share, and what is held through others besides.');
  }
}

function serviceTypesAt(law: Law, errors: Complaints, input: unknown): string[] {
  const known = law.pack.serviceTypes.map(({ code }) => code);
  const codes = errors.list('/serviceTypes', input);
  if (codes.length === 0) errors.add('/serviceTypes', 'required', 'No service type is asked for.', `Name at least one of: ${known.join(', ')}.`);
  codes.forEach((code, i) => {
    if (!known.includes(code as string)) {
      errors.add(`/serviceTypes/${i}`, 'unknown-service-type', `The rules know no service type ${shown(code)}.`, `Use: ${known.join(', ')}.`);
    } else if (codes.indexOf(code) < i) {
      errors.add(`/serviceTypes/${i}`, 'repeated', `${shown(code)} is named twice.`, 'Name every service type once.');
    }
  });
  return codes as string[];
}

function coverageAt(law: Law, errors: Complaints, input: unknown): Coverage {
  const asked = errors.object('/coverage', input, ['kind', 'provinces']);
  if (asked.kind === 'nationwide') {
    if (asked.provinces !== undefined) errors.add('/coverage/provinces', 'unknown-field', 'Nationwide names no provinces.', 'Leave the provinces out.');
    return { kind: 'nationwide' };
  }
  if (asked.kind !== 'province') {
    errors.add('/coverage/kind', 'unknown-coverage', `No coverage is of kind ${shown(asked.kind)}.`, 'Use province or nationwide.');
    return { kind: 'nationwide' };
  }
  const provinces = errors.list('/coverage/provinces', asked.provinces);
  const codes = provinces.map((code, i) => provinceAt(law, errors, `/coverage/provinces/${i}`, code));
  if (new Set(codes).size < codes.length) {
    errors.add('/coverage/provinces', 'repeated', 'A province is named twice.', 'Name every province once.');
  } else if (codes.length !== 1) {
    errors.add('/coverage/provinces', 'one-province', `${codes.length} provinces are named.`, 'Name one province; for more ask for nationwide coverage, which the same authority decides.');
  }
  return { kind: 'province', provinces: [codes[0] ?? ''] };
}

function materialsAt(law: Law, errors: Complaints, input: unknown): { id: string; issuedOn: CivilDate | null }[] {
  if (input === undefined || input === null) return [];
  const known = new Set(law.pack.requirements.map(({ requirement }) => requirement));
  return errors.list('/materials', input).map((item, i) => {
    const material = errors.object(`/materials/${i}`, item, ['id', 'issuedOn']);
    if (!known.has(material.id as string)) {
      errors.add(`/materials/${i}/id`, 'unknown-requirement', `The rules ask for no ${shown(material.id)}.`, 'Use an id from the list of materials.');
    }
    const dated = material.issuedOn !== undefined && material.issuedOn !== null;
    return { id: material.id as string, issuedOn: dated ? dateAt(errors, `/materials/${i}/issuedOn`, material.issuedOn) : null };
  });
}

function todayAt(law: Law, errors: Complaints, input: unknown): CivilDate | null {
  const date = dateAt(errors, '/today', input);
  const { from, assumedTo } = coverage(law.calendar);
  if (date === null || (date >= from && date <= assumedTo)) return date;
  errors.add('/today', 'calendar-not-covered', `The calendar knows no ${date}.`, `Ask for a day from ${from} to ${assumedTo}.`);
  return null;
}

function plannedAt(errors: Complaints, input: unknown, today: CivilDate | null): CivilDate | null {
  if (input === undefined || input === null) return null;
  const date = dateAt(errors, '/plannedOn', input);
  if (date && today && date < today) errors.add('/plannedOn', 'date-in-past', 'The planned filing day is over.', 'Plan a day from today on.');
  return date;
}

function dateAt(errors: Complaints, pointer: string, input: unknown): CivilDate | null {
  if (isCivilDate(input)) return input;
  errors.add(pointer, 'invalid-date', `${shown(input)} is not a date.`, 'Write an existing day as YYYY-MM-DD.');
  return null;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
