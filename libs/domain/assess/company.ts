import type { CivilDate } from '../../calendar/index.js';
import { checkUscc, type Facts, type Law } from '../../rulebook/index.js';
import type { CompanyFacts } from '../company.js';
import { type Bar, barsAt } from './bars.js';
import type { Complaints } from './complaints.js';
import { type AssessedShareholder, factsOfShareholders, shareholdersAt } from './shareholders.js';
import { dateAt, moneyAt, provinceAt } from './values.js';

/** What assess needs to know of a company: its facts, less names and identifiers that decide nothing. Null is unknown. */
export interface AssessedCompany
  extends Pick<CompanyFacts, 'province' | 'city' | 'registeredCapital' | 'foreignShare' | 'establishedOn'> {
  name?: string;
  uscc?: string;
  freeTradeZone: boolean | null;
  /** The main office, too, is in that zone. */
  mainOfficeInZone?: boolean | null;
  /** Registered in an area where services are opened to foreign investors on trial. */
  pilotArea?: boolean | null;
  shareholders: AssessedShareholder[];
  /** The company itself, a main investor or a main manager. */
  onDishonestList: boolean | null;
  /** The same, each by itself. */
  dishonestList?: ListedParties | null;
  recentPenalty: boolean | null;
  bars?: Bar[];
}

export interface ListedParties {
  company?: boolean | null;
  mainInvestors?: boolean | null;
  mainManagers?: boolean | null;
}

export const listedPartyFields = ['company', 'mainInvestors', 'mainManagers'] as const;

export const companyFields = [
  'name',
  'uscc',
  'province',
  'city',
  'freeTradeZone',
  'mainOfficeInZone',
  'pilotArea',
  'registeredCapital',
  'foreignShare',
  'establishedOn',
  'legalRepresentative',
  'shareholders',
  'onDishonestList',
  'dishonestList',
  'recentPenalty',
  'bars',
] as const;

/** Reads the company of a request. */
export function companyAt(law: Law, errors: Complaints, input: unknown, today: CivilDate | null): AssessedCompany {
  const company = errors.object('/company', input, companyFields);
  const truth = (field: (typeof companyFields)[number]) => errors.optionalBoolean(`/company/${field}`, company[field]);
  const foreignShare = foreignShareAt(errors, company.foreignShare);
  const shareholders = shareholdersAt(errors, company.shareholders, foreignShare);
  const dishonestList = listedPartiesAt(errors, company.dishonestList);
  return {
    ...nameAt(errors, company.name),
    ...usccAt(errors, company.uscc),
    province: provinceAt(law, errors, '/company/province', company.province),
    city: errors.optionalText('/company/city', company.city),
    freeTradeZone: truth('freeTradeZone'),
    mainOfficeInZone: truth('mainOfficeInZone'),
    pilotArea: truth('pilotArea'),
    registeredCapital: capitalAt(errors, company.registeredCapital),
    foreignShare: foreignShare ?? 0,
    establishedOn: establishedAt(errors, company.establishedOn, today),
    shareholders,
    onDishonestList: anyListed(errors, truth('onDishonestList'), dishonestList),
    dishonestList,
    recentPenalty: truth('recentPenalty'),
    bars: barsAt(law, errors, company.bars, today),
  };
}

function nameAt(errors: Complaints, input: unknown): { name?: string } {
  const name = errors.optionalText('/company/name', input);
  return name === null ? {} : { name };
}

/** A check character that does not fit is a finding, since some registered codes have one. */
function usccAt(errors: Complaints, input: unknown): { uscc?: string } {
  if (input === undefined || input === null || input === '') return {};
  const check = typeof input === 'string' ? checkUscc(input) : null;
  if (check !== null && check.severity !== 'error') {
    if (check.normalized !== input) errors.normalised.push({ pointer: '/company/uscc', value: check.normalized });
    return { uscc: check.normalized };
  }
  errors.add(
    '/company/uscc',
    'invalid-uscc',
    check?.message?.en ?? 'The credit code is not a text.',
    'Give the 18 characters of the business license.',
  );
  return {};
}

/** Null after a complaint. */
function foreignShareAt(errors: Complaints, input: unknown): number | null {
  const share = errors.number('/company/foreignShare', input, 0, 100, 'Give the foreign share in percent, 0 to 100.');
  return share === input ? share : null;
}

function capitalAt(errors: Complaints, input: unknown): number {
  return moneyAt(errors, '/company/registeredCapital', input, 'Give the registered capital in whole yuan, 0 or more.');
}

function establishedAt(errors: Complaints, input: unknown, today: CivilDate | null): CivilDate | null {
  if (input === undefined || input === null) return null;
  const date = dateAt(
    errors,
    '/company/establishedOn',
    input,
    'Leave the founding day of an older company out: no rule asks for it.',
  );
  if (date && today && date > today)
    errors.add(
      '/company/establishedOn',
      'date-in-future',
      'The company is founded after the day of the question.',
      'Give the founding day of the business license.',
    );
  return date;
}

function listedPartiesAt(errors: Complaints, input: unknown): ListedParties | null {
  if (input === undefined || input === null) return null;
  const parties = errors.object('/company/dishonestList', input, listedPartyFields);
  return Object.fromEntries(
    listedPartyFields.map((field) => [
      field,
      errors.optionalBoolean(`/company/dishonestList/${field}`, parties[field]),
    ]),
  );
}

/** One is enough for yes, and all three must be known for no. */
function anyListed(errors: Complaints, stated: boolean | null, parties: ListedParties | null): boolean | null {
  const answers = listedPartyFields.map((field) => parties?.[field] ?? null);
  const together = answers.includes(true) ? true : answers.includes(null) ? null : false;
  if (stated !== null && together !== null && stated !== together) {
    errors.add(
      '/company/onDishonestList',
      'contradiction',
      'This is not what dishonestList says.',
      'Leave onDishonestList out, or correct one of the two.',
    );
  }
  return together ?? stated;
}

/** What rules may ask about a company besides what every license knows of it. */
export function factsOfCompany(company: AssessedCompany): Partial<Facts> {
  const { uscc, dishonestList, mainOfficeInZone, pilotArea, shareholders } = company;
  return {
    mainOfficeInZone: mainOfficeInZone ?? null,
    pilotArea: pilotArea ?? null,
    companyOnDishonestList: dishonestList?.company ?? null,
    investorOnDishonestList: dishonestList?.mainInvestors ?? null,
    managerOnDishonestList: dishonestList?.mainManagers ?? null,
    usccDoubtful: uscc === undefined ? null : checkUscc(uscc).severity === 'warning',
    ...factsOfShareholders(shareholders),
  };
}
