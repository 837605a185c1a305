import type { CivilDate } from '../../calendar/index.js';
import { checkUscc, inForce, type Law } from '../../rulebook/index.js';
import { shareRounding } from '../assess/shareholders.js';
import type { CompanyFacts, Coverage, Shareholder } from '../company.js';
import type { Context } from '../context.js';
import { InvalidInput } from '../errors.js';
import type { People } from '../license.js';
import { optional, pastDay } from './days.js';

/** A company's facts as a license uses them. @throws InvalidInput with a pointer below `/company` */
export function checkCompany(company: CompanyFacts, on: CivilDate, context: Context): void {
  if (company.name.trim() === '')
    throw invalid('company-name-missing', '/company/name', 'Give the name on the business license.');
  const uscc = checkUscc(company.uscc);
  if (!uscc.valid) {
    throw invalid(
      'invalid-uscc',
      '/company/uscc',
      'Copy the 18 characters of the business license; the last one is a check character (GB 32100-2015).',
      {
        value: company.uscc.slice(0, 40),
        reason: uscc.reason,
      },
    );
  }
  checkProvince(company.province, '/company/province', on, context.law);
  if (!Number.isSafeInteger(company.registeredCapital) || company.registeredCapital < 0) {
    throw invalid('invalid-capital', '/company/registeredCapital', 'Give the subscribed capital in whole yuan.');
  }
  checkPercent(company.foreignShare, '/company/foreignShare');
  optional(company.establishedOn, (day) => pastDay(day, '/company/establishedOn', context));
  checkShareholders(company.shareholders, company.foreignShare);
}

/** Direct holdings, where they are told at all, make up the whole; foreign ones are at most the foreign share. */
function checkShareholders(shareholders: Shareholder[], foreignShare: number): void {
  if (shareholders.length === 0) return;
  shareholders.forEach(({ percent }, i) => {
    const pointer = `/company/shareholders/${i}/percent`;
    checkPercent(percent, pointer);
    if (percent === 0) throw invalid('invalid-percent', pointer, 'A shareholder holds more than 0 percent.');
  });
  const total = sum(shareholders);
  if (Math.abs(total - 100) > shareRounding) {
    throw invalid(
      'shareholders-do-not-add-up',
      '/company/shareholders',
      'The shares of all shareholders together are 100 percent.',
      { total },
    );
  }
  const foreign = sum(shareholders.filter((holder) => holder.foreign));
  if (foreign > foreignShare + shareRounding) {
    throw invalid(
      'foreign-share-too-low',
      '/company/foreignShare',
      'The foreign share is at least what foreign shareholders hold directly.',
      { foreign },
    );
  }
}

export function checkCoverage(coverage: Coverage, on: CivilDate, law: Law, pointer = '/coverage'): void {
  if (coverage.kind === 'nationwide') return;
  coverage.provinces.forEach((province, i) => {
    checkProvince(province, `${pointer}/provinces/${i}`, on, law);
  });
  if (coverage.provinces.length !== 1) {
    throw invalid(
      'invalid-coverage',
      `${pointer}/provinces`,
      'Name exactly one province, or ask for the whole country.',
    );
  }
}

export function checkProvince(code: string, pointer: string, on: CivilDate, { pack }: Law): void {
  const provinces = pack.authorities.filter((authority) => authority.province !== null && inForce(authority, on));
  if (provinces.some((authority) => authority.code === code)) return;
  throw invalid('unknown-province', pointer, 'Use the code of a provincial administration, such as sh.', {
    value: String(code).slice(0, 40),
    known: provinces.map((authority) => authority.code),
  });
}

/** Codes of the catalogue, at least one, each once. */
export function checkServiceTypes(codes: string[], pointer: string, on: CivilDate, law: Law): void {
  if (codes.length === 0)
    throw invalid('service-types-missing', pointer, 'Name at least one service type, such as B24.');
  codes.forEach((code, i) => {
    const at = `${pointer}/${i}`;
    checkServiceType(code, at, on, law);
    if (codes.indexOf(code) !== i)
      throw invalid('duplicate-service-type', at, 'Name each service type once.', { value: code });
  });
}

export function checkServiceType(code: string, pointer: string, on: CivilDate, { pack }: Law): void {
  const known = pack.serviceTypes.filter((type) => inForce(type, on)).map((type) => type.code);
  if (known.includes(code)) return;
  throw invalid('unknown-service-type', pointer, 'Use a code of the catalogue that the rule pack knows.', {
    value: String(code).slice(0, 40),
    known,
  });
}

export function checkPeople(people: People): void {
  for (const role of ['owner', 'deputy', 'manager'] as const) {
    if (people[role].trim() === '')
      throw invalid('people-missing', `/people/${role}`, 'Name a person for each of the three; they may coincide.');
  }
}

export function checkPercent(value: number, pointer: string): void {
  if (!(value >= 0 && value <= 100)) throw invalid('invalid-percent', pointer, 'Give a percentage from 0 to 100.');
}

function sum(shareholders: Shareholder[]): number {
  return shareholders.reduce((total, { percent }) => total + percent, 0);
}

function invalid(code: string, pointer: string, remedy: string, more: Record<string, unknown> = {}): InvalidInput {
  return new InvalidInput(code, `${pointer.slice(1).replaceAll('/', '.')}: ${remedy}`, { pointer, remedy, ...more });
}
