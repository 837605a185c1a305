import type { CivilDate } from '../calendar/index.js';

/**
 * Free text and personal data never enter a command, an event or a Temporal payload: they are stored encrypted, and
 * stand here as a reference and a salted SHA-256 commitment (hex).
 */
export interface TextRef {
  ref: string;
  commitment: string;
}

/** Permission is asked for one province (by its authority's host code, such as `sh`) or for the whole country. */
export type Coverage = { kind: 'province'; provinces: [string] } | { kind: 'nationwide' };

export type ShareholderKind = 'natural-person' | 'company' | 'listed-company' | 'state';

export interface Shareholder {
  kind: ShareholderKind;
  /** A company's name is public; a natural person appears by reference only. */
  name: string | TextRef;
  /** Share in percent, 0 < share ≤ 100. */
  percent: number;
  foreign: boolean;
}

/** What the license knows of its company. Money in whole RMB yuan. */
export interface CompanyFacts {
  name: string;
  /** Unified social credit code, GB 32100-2015. */
  uscc: string;
  /** Host code of the province of registration, such as `sh`. */
  province: string;
  city: string | null;
  /** Registered inside a pilot free-trade zone. */
  freeTradeZone: boolean;
  registeredCapital: number;
  /** Foreign share in percent, 0–100. */
  foreignShare: number;
  establishedOn: CivilDate | null;
  legalRepresentative: TextRef | null;
  shareholders: Shareholder[];
  /** The company itself, a main investor or a main manager is on the dishonest list. */
  onDishonestList: boolean;
  /** A telecom penalty younger than three years. */
  recentPenalty: boolean;
  /** The company is on the list of bad operators (不良名单); told by a flag, left out where none was. */
  onBadList?: boolean;
  /** Since when, of the marks that a flag has told. */
  listedOn?: { [flag in CreditFlag]?: CivilDate };
}

/** Marks that the authorities set on a company: 不良名单, 失信名单, a telecom penalty younger than three years. */
export type CreditFlag = 'bad-list' | 'dishonest-list' | 'recent-penalty';

/** The facts that a mark makes true. */
const flagFacts = {
  'bad-list': 'onBadList',
  'dishonest-list': 'onDishonestList',
  'recent-penalty': 'recentPenalty',
} as const satisfies Record<CreditFlag, keyof CompanyFacts>;

export function factOf(flag: CreditFlag): (typeof flagFacts)[CreditFlag] {
  return flagFacts[flag];
}

/** What changes of a company's facts when a mark is set on it, or taken from it. */
export function markedFacts(
  { listedOn = {} }: Pick<CompanyFacts, 'listedOn'>,
  flag: CreditFlag,
  listed: boolean,
  on: CivilDate,
): Partial<CompanyFacts> {
  const { [flag]: _before, ...others } = listedOn;
  return { [factOf(flag)]: listed, listedOn: listed ? { ...others, [flag]: on } : others };
}

/** Facts whose change opens a duty on every license of the company. */
export type CompanyChangeKind = 'name' | 'legal-representative' | 'registered-capital' | 'shareholders' | 'scope';

export interface CompanyChange {
  kind: CompanyChangeKind;
  /** Day of the company's own decision (shareholders' resolution); null when unknown. */
  decidedOn: CivilDate | null;
  /** Day the business registration was changed; null while it is not. */
  registeredOn: CivilDate | null;
  /** Day on which a change of the operator or the scope takes effect; it may lie ahead. Null when unknown. */
  effectiveOn: CivilDate | null;
  /** Does the operator change? The answer picks the clock of a shareholder change; null: not answered yet. */
  operatorChanges: boolean | null;
}
