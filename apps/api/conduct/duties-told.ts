import { type Context, filingMachines, isTerminal, licensedFor } from '../../../libs/domain/index.js';
import { dutiesFor, inForce } from '../../../libs/rulebook/index.js';
import type { LicenseAtHand } from '../runtime/license-reader.js';
import { type RuleTold, ruleTold } from './operations-told.js';

/** The standing duties that the pinned rules see for a license today, those of its open filings included. */
export function dutiesTold({ state, context }: LicenseAtHand): object {
  const { company, authority } = state;
  const openKinds = Object.values(state.filings)
    .filter(({ kind, status }) => !isTerminal(filingMachines[kind], status))
    .map(({ kind }) => kind);
  const request = { company, ...licensedFor(state), authority, on: context.today };
  const duties = dutiesFor(context.law, request, openKinds).map((rule) => ({
    ...ruleTold(rule),
    duty: rule.duty,
    holder: rule.holder,
    title: rule.title,
    evidence: rule.evidence,
    keepDays: rule.keepDays,
    confirmations: state.conduct.confirmations.filter(({ duty }) => duty === rule.duty),
  }));
  return { licenseId: state.licenseId, seq: state.seq, today: context.today, duties };
}

/** The rule behind a duty on the license's day; null where the pinned rules have none. */
export function dutyTold({ law, today }: Context, duty: string): RuleTold | null {
  const rule = law.pack.duties?.find((candidate) => candidate.duty === duty && inForce(candidate, today));
  return rule ? ruleTold(rule) : null;
}
