import type { Coverage } from './company.js';
import type { Correctable } from './correctable.js';
import { type CorrectedValue, isPeriod } from './corrected-value.js';
import { stateWith } from './evolve/changed.js';
import { withPaper } from './evolve/papers.js';
import type { AskedItem, Correction, Decision, Filing, LicenseState, Permit } from './license.js';
import { misfiled } from './misfiled.js';
import { type AuthorityPaper, paperEntries } from './papers.js';
import { rerouted } from './rerouted.js';

/** What an entry tells beside its days: numbers, the points of a notice, what a permit says, and for which filing. */
export function details(state: LicenseState): Correctable[] {
  return [
    ...state.papers.flatMap((paper) => ofNumber(state, paper)),
    ...Object.values(state.filings).flatMap((filing) => ofItems(state, filing)),
    ...Object.values(state.filings).flatMap((filing) => [...ofDecision(state, filing), ...rerouted(state, filing)]),
    ...(state.permit ? [...ofTaking(state, state.permit), ...ofPermit(state, state.permit)] : []),
    ...state.papers.flatMap((paper) => misfiled(state, paper)),
  ];
}

type Parts = Omit<Correctable, 'mayLieAhead'>;

const detail = (parts: Parts): Correctable => ({ ...parts, mayLieAhead: false });

/** The number that a paper bears, wherever the state keeps it. */
function ofNumber(state: LicenseState, paper: AuthorityPaper): Correctable[] {
  const { seq, type, number: value } = paper;
  const member = paperEntries[type].number;
  if (member === null) return [];
  const put = (to: CorrectedValue): LicenseState | null => {
    if (to !== null && typeof to !== 'string') return null;
    return withNumber(withPaper(state, { ...paper, number: to }), seq, to);
  };
  return [detail({ seq, member, kind: 'number', value, put })];
}

/** Whichever copies of the number are the entry's. */
function withNumber(state: LicenseState, seq: number, number: string | null): LicenseState {
  const { permit, conduct } = state;
  const filings = Object.values(state.filings).map((filing): [string, Filing] => [
    filing.id,
    { ...filing, rounds: filing.rounds.map((round) => numberedRound(round, seq, number)) },
  ]);
  return stateWith(state, {
    filings: Object.fromEntries(filings),
    permit: permit && permit.printedSeq === seq && number !== null ? { ...permit, number } : permit,
    conduct: {
      ...conduct,
      inspections: conduct.inspections.map((each) => (each.heldSeq === seq ? { ...each, number } : each)),
      companions: conduct.companions.map((each) => (each.seq === seq && number !== null ? { ...each, number } : each)),
    },
  });
}

function numberedRound(round: Filing['rounds'][number], seq: number, number: string | null): Filing['rounds'][number] {
  const { correction } = round;
  return {
    ...round,
    receiptNumber: round.receiptSeq === seq ? number : round.receiptNumber,
    correction: correction?.seq === seq ? { ...correction, number } : correction,
  };
}

/** The points of a notice: what was overlooked, what was none. Answers to points that remain stay. */
function ofItems(state: LicenseState, filing: Filing): Correctable[] {
  return filing.rounds.flatMap((round) => {
    const { correction } = round;
    if (!correction) return [];
    const put = (to: CorrectedValue): LicenseState | null => {
      if (!isItems(to)) return null;
      const rounds = filing.rounds.map((each) =>
        each === round ? { ...round, correction: withItems(correction, to) } : each,
      );
      return stateWith(state, { filings: { ...state.filings, [filing.id]: { ...filing, rounds } } });
    };
    return [detail({ seq: correction.seq, member: 'items', kind: 'items', value: correction.items, put })];
  });
}

function withItems(correction: Correction, items: AskedItem[]): Correction {
  const kept = Object.entries(correction.answers).filter(([id]) => items.some((item) => item.id === id));
  return { ...correction, items, answers: Object.fromEntries(kept) };
}

function isItems(value: CorrectedValue): value is AskedItem[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object');
}

/** What a decision says beside its days: for which types a renewal was refused, and whether for false material. */
function ofDecision(state: LicenseState, filing: Filing): Correctable[] {
  const { decision } = filing;
  if (!decision) return [];
  const put = (change: Partial<Decision>): LicenseState =>
    stateWith(state, {
      filings: { ...state.filings, [filing.id]: { ...filing, decision: { ...decision, ...change } } },
    });
  const { seq, outcome, falseMaterial, refusedTypes } = decision;
  if (outcome === 'refused') return [yesNo(seq, 'falseMaterial', falseMaterial, (to) => put({ falseMaterial: to }))];
  if (outcome !== 'granted' || filing.kind !== 'renewal') return [];
  return [
    detail({
      seq,
      member: 'refusedTypes',
      kind: 'service-types',
      value: refusedTypes,
      put: (to) => (Array.isArray(to) ? put({ refusedTypes: to as string[] }) : null),
    }),
  ];
}

/** Whether a permit that was set aside had been got by deceit. */
function ofTaking(state: LicenseState, permit: Permit): Correctable[] {
  const { taking } = permit;
  if (taking?.outcome !== 'set-aside') return [];
  return [
    yesNo(taking.seq, 'byFraud', taking.byFraud, (byFraud) =>
      stateWith(state, { permit: { ...permit, taking: { ...taking, byFraud } } }),
    ),
  ];
}

function yesNo(seq: number, member: string, value: boolean, put: (to: boolean) => LicenseState): Correctable {
  return detail({ seq, member, kind: 'yes-no', value, put: (to) => (typeof to === 'boolean' ? put(to) : null) });
}

/** What the newest paper says of types and coverage, as long as nothing but it has told them. */
function ofPermit(state: LicenseState, permit: Permit): Correctable[] {
  const { printedSeq: seq, serviceTypes, coverage } = permit;
  const inPart = state.papers.some((paper) => paper.type === 'services-terminated' && paper.seq > seq);
  const types = detail({
    seq,
    member: 'permit.serviceTypes',
    kind: 'service-types',
    value: serviceTypes,
    put: (to) => (Array.isArray(to) ? withTypes(state, permit, to as string[]) : null),
  });
  const area = detail({
    seq,
    member: 'permit.coverage',
    kind: 'coverage',
    value: coverage,
    put: (to) => {
      if (to === null || typeof to !== 'object' || Array.isArray(to) || isPeriod(to)) return null;
      return stateWith(state, { ...asLicense(state, { coverage: to }), permit: { ...permit, coverage: to } });
    },
  });
  return inPart ? [area] : [types, area];
}

/** Null where a type would go whose service was opened: that one stood on the permit. */
function withTypes(state: LicenseState, permit: Permit, serviceTypes: string[]): LicenseState | null {
  const services: Permit['services'] = {};
  for (const [type, service] of Object.entries(permit.services)) {
    if (serviceTypes.includes(type) || !permit.serviceTypes.includes(type)) services[type] = service;
    else if (service.status !== 'not-opened') return null;
  }
  for (const type of serviceTypes) services[type] ??= { status: 'not-opened', openedOn: null, seq: null };
  return stateWith(state, { ...asLicense(state, { serviceTypes }), permit: { ...permit, serviceTypes, services } });
}

/** A license is for what its permit says, once that was amended or held before; a first issue leaves the application. */
function asLicense(
  { permit, papers }: LicenseState,
  said: { serviceTypes?: string[]; coverage?: Coverage },
): Partial<LicenseState> {
  const type = papers.find(({ seq }) => seq === permit?.printedSeq)?.type;
  return type === 'permit-amended' || type === 'permit-registered' ? said : {};
}
