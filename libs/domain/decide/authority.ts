import { route } from '../../rulebook/index.js';
import { knownDate } from '../agenda/obligation-parts.js';
import type { CompanyFacts } from '../company.js';
import type { LicenseEvent } from '../events.js';
import type { LicenseState } from '../license.js';
import { licensedFor } from '../types-of-permit.js';
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
  const { serviceTypes, coverage } = licensedFor(state);
  const changed: CompanyFacts = { ...state.company, ...Object.fromEntries(newer) };
  const routeOf = (company: CompanyFacts) =>
    knownDate(() => route(context.law, { serviceTypes, coverage, company, on: validOn }));
  const [before, routed] = [routeOf(state.company), routeOf(changed)];
  if (!routed || (routed.authority === state.authority && routed.office === state.office)) return [];
  // Where an authority has named another one, only facts that lead elsewhere than before lead away from that.
  const named = Object.values(state.filings).some(({ follows }) => follows !== null);
  if (named && before?.authority === routed.authority && before.office === routed.office) return [];
  const { authority, office } = routed;
  return [decided('authority-moved', validOn, { authority, office })];
}
