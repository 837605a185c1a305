/**
 * What conditions may ask about: a closed list, so that a misspelled fact refuses the pack instead of silently never
 * applying. Null means unknown.
 */
export interface Facts {
  filingKind: string | null;
  /** `province` or `nationwide`. */
  coverage: string | null;
  /** Host code of the one province asked for; null nationwide. */
  coverageProvince: string | null;
  /** How many provinces are asked for by name; 0 nationwide. */
  coverageProvinceCount: number | null;
  /** Who decides: `MIIT` or a host code. */
  authority: string | null;
  /** Host code of the province of registration. */
  province: string | null;
  /** In lower case, without 市. */
  city: string | null;
  /** Catalogue codes; a part such as `B24-1` stands beside its whole, `B24`. */
  serviceTypes: string[] | null;
  /** How many whole service types are asked for. */
  serviceTypeCount: number | null;
  /** Whole yuan. */
  registeredCapital: number | null;
  /** Percent, 0–100. */
  foreignShare: number | null;
  /** Any foreign share at all. */
  foreignInvested: boolean | null;
  /** Registered inside a pilot free-trade zone. */
  freeTradeZone: boolean | null;
  /** The main office, too, is in that zone. */
  mainOfficeInZone: boolean | null;
  /** Registered in an area where services are opened to foreign investors on trial. */
  pilotArea: boolean | null;
  /** Where the foreign shareholders come from: `hong-kong`, `macau`, `other`. */
  investorOrigins: string[] | null;
  /** Kinds among the shareholders: `natural-person`, `company`, `listed-company`, `state`. */
  shareholderKinds: string[] | null;
  /** The company, a main investor or a main manager. */
  onDishonestList: boolean | null;
  companyOnDishonestList: boolean | null;
  investorOnDishonestList: boolean | null;
  managerOnDishonestList: boolean | null;
  largestHolderOnDishonestList: boolean | null;
  /** Percent that the largest of the listed shareholders holds; null where none is listed. */
  dishonestHolderShare: number | null;
  recentPenalty: boolean | null;
  /** Kinds of bar that last on the filing day: `false-material`, `fraud`. */
  barKinds: string[] | null;
  /** Calendar days between the filing day and the nearest end of a bar, before it or after it; null without a bar. */
  daysFromBarEnd: number | null;
  /** Formed under the law as a company. */
  isCompany: boolean | null;
  fundsSuffice: boolean | null;
  staffSuffices: boolean | null;
  /** Reputation or ability for long-term service. */
  longTermAbility: boolean | null;
  premises: boolean | null;
  facilities: boolean | null;
  technicalPlan: boolean | null;
  /** Registered in the province, or one of the provinces, asked for; true nationwide. */
  registeredInCoverage: boolean | null;
  /** Whole months since the company was established, on the filing day. */
  companyAgeMonths: number | null;
  /** Kinds of change that a change filing reports. */
  changeKinds: string[] | null;
  operatorChanges: boolean | null;
  /** The service is (also) for others than the company itself. */
  servesOthers: boolean | null;
  /** The service itself is described, and not only its type named. */
  serviceDescribed: boolean | null;
  /** How users are served: `phone`, `instant-messages`, `mail`, `fax`, `sms`. */
  channels: string[] | null;
  /** Where the users are: `domestic`, `overseas`. */
  users: string[] | null;
  /** Where those are on whose order they are served: `domestic`, `overseas`. */
  clients: string[] | null;
  platformInChina: boolean | null;
  /** Systems or seats are leased out. */
  leasesSystemsOrSeats: boolean | null;
  /** The types asked for are those that the description of the service falls under. */
  matchesDescription: boolean | null;
  /** A credit code whose check character does not fit. */
  usccDoubtful: boolean | null;
  /** An identifier was rewritten in its usual form. */
  identifierRewritten: boolean | null;
  /** Holds a provincial permit that a nationwide one would replace. */
  holdsProvincialPermit: boolean | null;
  /** Files by written notification and commitment (告知承诺). */
  commitmentRoute: boolean | null;
  /** Has filed with this authority before, and states that nothing has changed since. */
  unchangedSinceLastFiling: boolean | null;
}

type FactType = 'text' | 'number' | 'boolean' | 'list';

/** The type of every fact, for the schema of packs. */
export const factTypes: Record<keyof Facts, FactType> = {
  filingKind: 'text',
  coverage: 'text',
  coverageProvince: 'text',
  coverageProvinceCount: 'number',
  authority: 'text',
  province: 'text',
  city: 'text',
  serviceTypes: 'list',
  serviceTypeCount: 'number',
  registeredCapital: 'number',
  foreignShare: 'number',
  foreignInvested: 'boolean',
  freeTradeZone: 'boolean',
  mainOfficeInZone: 'boolean',
  pilotArea: 'boolean',
  investorOrigins: 'list',
  shareholderKinds: 'list',
  onDishonestList: 'boolean',
  companyOnDishonestList: 'boolean',
  investorOnDishonestList: 'boolean',
  managerOnDishonestList: 'boolean',
  largestHolderOnDishonestList: 'boolean',
  dishonestHolderShare: 'number',
  recentPenalty: 'boolean',
  barKinds: 'list',
  daysFromBarEnd: 'number',
  isCompany: 'boolean',
  fundsSuffice: 'boolean',
  staffSuffices: 'boolean',
  longTermAbility: 'boolean',
  premises: 'boolean',
  facilities: 'boolean',
  technicalPlan: 'boolean',
  registeredInCoverage: 'boolean',
  companyAgeMonths: 'number',
  changeKinds: 'list',
  operatorChanges: 'boolean',
  servesOthers: 'boolean',
  serviceDescribed: 'boolean',
  channels: 'list',
  users: 'list',
  clients: 'list',
  platformInChina: 'boolean',
  leasesSystemsOrSeats: 'boolean',
  matchesDescription: 'boolean',
  usccDoubtful: 'boolean',
  identifierRewritten: 'boolean',
  holdsProvincialPermit: 'boolean',
  commitmentRoute: 'boolean',
  unchangedSinceLastFiling: 'boolean',
};

export const factNames = Object.keys(factTypes) as (keyof Facts)[];

const unknownFacts = Object.fromEntries(factNames.map((name) => [name, null])) as unknown as Facts;

/** All facts, those not given unknown. */
export function factsFrom(known: Partial<Facts>): Facts {
  return Object.assign({ ...unknownFacts }, known);
}
