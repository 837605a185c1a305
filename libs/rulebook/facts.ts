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
  /** Kinds among the shareholders: `natural-person`, `company`, `listed-company`, `state`. */
  shareholderKinds: string[] | null;
  onDishonestList: boolean | null;
  recentPenalty: boolean | null;
  /** Registered in the province that is asked for; true nationwide. */
  registeredInCoverage: boolean | null;
  /** Whole months since the company was established, on the filing day. */
  companyAgeMonths: number | null;
  /** Kinds of change that a change filing reports. */
  changeKinds: string[] | null;
  operatorChanges: boolean | null;
  /** The service is (also) for others than the company itself. */
  servesOthers: boolean | null;
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
  authority: 'text',
  province: 'text',
  city: 'text',
  serviceTypes: 'list',
  serviceTypeCount: 'number',
  registeredCapital: 'number',
  foreignShare: 'number',
  foreignInvested: 'boolean',
  freeTradeZone: 'boolean',
  shareholderKinds: 'list',
  onDishonestList: 'boolean',
  recentPenalty: 'boolean',
  registeredInCoverage: 'boolean',
  companyAgeMonths: 'number',
  changeKinds: 'list',
  operatorChanges: 'boolean',
  servesOthers: 'boolean',
  holdsProvincialPermit: 'boolean',
  commitmentRoute: 'boolean',
  unchangedSinceLastFiling: 'boolean',
};

export const factNames = Object.keys(factTypes) as (keyof Facts)[];

const unknownFacts = Object.fromEntries(factNames.map((name) => [name, null])) as unknown as Facts;

/** All facts, those not given unknown. */
export function factsFrom(known: Partial<Facts>): Facts {
  return { ...unknownFacts, ...known };
}
