import { addMonths, type CivilDate } from '../calendar/index.js';
import { type Facts, factsFrom } from './facts.js';
import type { RulePack } from './pack.js';

/** What the rules need to know of a company; a subset of the domain's company facts. Money in whole yuan. */
export interface Applicant {
  /** Host code of the province of registration, such as `sh`. */
  province: string;
  city: string | null;
  freeTradeZone: boolean | null;
  registeredCapital: number;
  /** Percent, 0–100. */
  foreignShare: number;
  establishedOn: CivilDate | null;
  shareholders: { kind: string }[];
  onDishonestList: boolean | null;
  recentPenalty: boolean | null;
}

export type AskedCoverage = { kind: 'province'; provinces: readonly string[] } | { kind: 'nationwide' };

/** What is asked for. What is left out is unknown. */
export interface PermitRequest {
  company: Applicant;
  serviceTypes: readonly string[];
  coverage: AskedCoverage;
  filingKind?: string;
  /** The day on which the facts are judged: the filing day. */
  on: CivilDate;
  authority?: string;
  changeKinds?: string[];
  operatorChanges?: boolean | null;
  servesOthers?: boolean | null;
  holdsProvincialPermit?: boolean | null;
  commitmentRoute?: boolean | null;
  unchangedSinceLastFiling?: boolean | null;
  /** Further facts that only this question knows. */
  stated?: Partial<Facts>;
}

/** The facts that conditions of a pack may ask about. Two provinces or more count as nationwide (TR art. 9). */
export function factsOf(pack: RulePack, request: PermitRequest): Facts {
  const { company, coverage } = request;
  const provinces = coverage.kind === 'province' ? coverage.provinces : [];
  const oneProvince = provinces.length === 1 ? (provinces[0] ?? null) : null;
  const serviceTypes = withWholes(pack, request.serviceTypes);
  const facts = factsFrom({
    filingKind: request.filingKind ?? null,
    coverage: oneProvince === null ? 'nationwide' : 'province',
    coverageProvince: oneProvince,
    coverageProvinceCount: provinces.length,
    authority: request.authority ?? null,
    province: company.province,
    city: plainCity(company.city),
    serviceTypes,
    serviceTypeCount: serviceTypes.filter((code) => !isPart(pack, code)).length,
    registeredCapital: company.registeredCapital,
    foreignShare: company.foreignShare,
    foreignInvested: company.foreignShare > 0,
    freeTradeZone: company.freeTradeZone,
    shareholderKinds:
      company.shareholders.length > 0 ? [...new Set(company.shareholders.map(({ kind }) => kind))] : null,
    onDishonestList: company.onDishonestList,
    recentPenalty: company.recentPenalty,
    registeredInCoverage: provinces.length === 0 || provinces.includes(company.province),
    companyAgeMonths: company.establishedOn === null ? null : wholeMonths(company.establishedOn, request.on),
    changeKinds: request.changeKinds ?? null,
    operatorChanges: request.operatorChanges ?? null,
    servesOthers: request.servesOthers ?? null,
    holdsProvincialPermit: request.holdsProvincialPermit ?? null,
    commitmentRoute: request.commitmentRoute ?? null,
    unchangedSinceLastFiling: request.unchangedSinceLastFiling ?? null,
  });
  return Object.assign(facts, request.stated);
}

/** Service types with the wholes of those that are parts, each once, in order. */
export function withWholes(pack: RulePack, codes: readonly string[]): string[] {
  const wholes = codes.flatMap((code) => pack.serviceTypes.find((type) => type.code === code)?.partOf ?? []);
  return [...new Set([...codes, ...wholes])].sort();
}

function isPart(pack: RulePack, code: string): boolean {
  return pack.serviceTypes.some((type) => type.code === code && type.partOf !== null);
}

function plainCity(city: string | null): string | null {
  if (city === null) return null;
  const plain = city
    .trim()
    .toLowerCase()
    .replace(/(市|\s+city)$/u, '');
  return plain === '' ? null : plain;
}

function wholeMonths(from: CivilDate, to: CivilDate): number {
  let months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  if (addMonths(from, months) > to) months--;
  return months;
}
