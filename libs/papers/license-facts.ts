import type { CompanyChangeKind, Filing, LicenseState, Shareholder, ShareholderKind } from '../domain/index.js';
import { licensedFor, liveTypes, servicesInOrder, typesOf } from '../domain/types-of-permit.js';
import type { Bilingual, RulePack } from '../rulebook/index.js';
import type { PaperFacts, PaperField, ShareholderRow } from './fields.js';

/** Names behind references, for whoever may read them; null where nobody wrote one, or it was erased. */
export interface KnownNames {
  legalRepresentative: string | null;
  /** In the order of the company's shareholders. */
  shareholders: readonly (string | null)[];
}

type Values = { [field in PaperField]?: string | null };

const shareholderKinds: Record<ShareholderKind, Bilingual> = {
  'natural-person': { zh: '自然人', en: 'natural person' },
  company: { zh: '企业法人', en: 'company' },
  'listed-company': { zh: '上市公司', en: 'listed company' },
  state: { zh: '国有', en: 'state' },
};

const changeKinds: Record<CompanyChangeKind, string> = {
  name: '公司名称',
  'legal-representative': '法定代表人',
  'registered-capital': '注册资本',
  shareholders: '股东',
  scope: '业务范围',
};

/** What a license, its company and one of its filings know that papers and forms ask for. */
export function paperFactsOf(state: LicenseState, filing: Filing, pack: RulePack, names: KnownNames): PaperFacts {
  const known: Values = {
    ...ofCompany(state, pack, names),
    ...ofLicense(state, filing, pack),
    ...ofFiling(state, filing, pack),
    ...ofPermit(state, pack),
  };
  const values = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== ''));
  return { values, shareholders: shareholdersOf(state, names), inapplicable: inapplicableTo(state, filing) };
}

function ofCompany({ company }: LicenseState, pack: RulePack, { legalRepresentative }: KnownNames): Values {
  const { name, uscc, city, registeredCapital, establishedOn, foreignShare, shareholders } = company;
  const part = (wanted: (shareholder: Shareholder) => boolean) =>
    shareholders.length === 0 ? null : inTenThousands(registeredCapital, percentOf(shareholders.filter(wanted)));
  const isPerson = ({ kind }: Shareholder) => kind === 'natural-person';
  return {
    company: name,
    uscc,
    province: provinceOf(company.province, pack),
    city,
    capital: inTenThousands(registeredCapital),
    establishedOn,
    foreignShare: `${foreignShare}%`,
    legalRepresentative,
    domesticPersons: part((each) => !each.foreign && isPerson(each)),
    domesticEntities: part((each) => !each.foreign && !isPerson(each)),
    foreignPersons: part((each) => each.foreign && isPerson(each)),
    foreignEntities: part((each) => each.foreign && !isPerson(each)),
  };
}

function ofLicense(state: LicenseState, filing: Filing, pack: RulePack): Values {
  const { authority, office } = state;
  const { coverage } = filing.kind === 'new' ? state : licensedFor(state);
  const types = typesAbout(state, filing);
  const seat = pack.authorities.find(({ code }) => code === authority)?.name.zh ?? authority;
  return {
    authority: seat,
    office: pack.offices.find(({ code }) => code === office)?.name.zh ?? seat,
    serviceTypes: typeNames(types, pack),
    coverage:
      coverage.kind === 'nationwide' ? '全国' : coverage.provinces.map((code) => provinceOf(code, pack)).join('、'),
  };
}

/** What the permit still covers, or what is applied for. */
function typesAbout(state: LicenseState, filing: Filing): readonly string[] {
  return state.permit && filing.kind !== 'new' ? liveTypes(state.permit) : typesOf(state, filing);
}

/** Domestic call centers, in the catalogue of 2015. */
const callCenters = 'B24';

function inapplicableTo(state: LicenseState, filing: Filing): PaperField[] {
  const ofCallCenters: PaperField[] = ['callCenterForm', 'seats'];
  return [
    ...(typesAbout(state, filing).includes(callCenters) ? [] : ofCallCenters),
    ...(state.company.foreignShare > 0 ? [] : (['fundingOrigin'] as const)),
  ];
}

function ofFiling(state: LicenseState, filing: Filing, pack: RulePack): Values {
  const types = typeNames(typesOf(state, filing), pack);
  const changes = state.changes.filter(({ obligationId }) => filing.answers.includes(obligationId));
  return {
    changes: [...new Set(changes.map(({ change }) => changeKinds[change.kind]))].join('、'),
    endingTypes: filing.kind === 'termination' ? types : null,
    renewedTypes: filing.kind === 'renewal' ? types : null,
    reportYear: filing.period,
    coveredYear: filing.period === null ? null : String(Number(filing.period) - 1),
    publishedOn: filing.publication?.on ?? null,
  };
}

function ofPermit({ permit }: LicenseState, pack: RulePack): Values {
  const term = permit?.terms.at(-1);
  if (!permit || !term) return {};
  const opened = servicesInOrder(permit).filter(([, { status }]) => status === 'opened');
  return {
    permitNumber: permit.number,
    permitValidFrom: term.validFrom,
    permitLastDay: term.printedLastDay ?? term.lastDay,
    openedServices: opened
      .map(([code, { openedOn }]) => `${typeNames([code], pack)}${openedOn ? `：${openedOn}` : ''}`)
      .join('；'),
  };
}

function shareholdersOf({ company }: LicenseState, names: KnownNames): ShareholderRow[] {
  return company.shareholders.map(({ kind, percent, foreign }, index) => ({
    name: names.shareholders[index] ?? null,
    kind: shareholderKinds[kind],
    percent: `${percent}%`,
    amount: inTenThousands(company.registeredCapital, percent),
    foreign,
  }));
}

const percentOf = (shareholders: readonly Shareholder[]): number =>
  shareholders.reduce((sum, { percent }) => sum + percent, 0);

/** Yuan in ten thousands, to the yuan. */
function inTenThousands(yuan: number, percent = 100): string {
  return String(Math.round((yuan * percent) / 100) / 10_000);
}

const provinceOf = (code: string, pack: RulePack): string =>
  pack.authorities.find((authority) => authority.code === code)?.province?.zh ?? code;

function typeNames(codes: readonly string[], pack: RulePack): string {
  return codes
    .map((code) => `${pack.serviceTypes.find((type) => type.code === code)?.name.zh ?? ''}（${code}）`)
    .join('、');
}
