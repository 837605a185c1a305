import { route } from '../../rulebook/index.js';
import { knownDate } from '../agenda/obligation-parts.js';
import type { CompanyFacts } from '../company.js';
import type { LicenseEvent } from '../events.js';
import type { LicenseState } from '../license.js';
import { type Act, decided } from './decider.js';

/**
 * Changed facts may move the decision: the first foreign share to MIIT, another city to another office. Facts that a
 * newer event of the company has overtaken move nothing.
 */
export function movedAuthority(
  state: LicenseState,
  facts: Partial<CompanyFacts>,
  companySeq: number,
  { validOn, context }: Act,
): LicenseEvent[] {
  const newer = Object.entries(facts).filter(
    ([fact]) => (state.factSeqs[fact as keyof CompanyFacts] ?? 0) <= companySeq,
  );
  if (newer.length === 0) return [];
  const { serviceTypes, coverage } = state;
  const company: CompanyFacts = { ...state.company, ...Object.fromEntries(newer) };
  const routed = knownDate(() => route(context.law, { serviceTypes, coverage, company, on: validOn }));
  if (!routed || (routed.authority === state.authority && routed.office === state.office)) return [];
  const { authority, office } = routed;
  return [decided('authority-moved', validOn, { authority, office })];
}
