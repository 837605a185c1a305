import { aftermathObligations } from './agenda/aftermath-obligations.js';
import { conductObligations, operatingAlarms } from './agenda/conduct-obligations.js';
import { filingObligations } from './agenda/filing-obligations.js';
import { permitObligations } from './agenda/permit-obligations.js';
import type { Context } from './context.js';
import type { LicenseState } from './license.js';
import type { Obligation } from './obligation.js';
import { hasEnded, isFormallyOver } from './status.js';

/**
 * What is due on `context.today`: the open obligations of a license, the earliest date first, those without a date
 * last. Derived from the state and the pinned law alone; it never writes anything and never throws for a state that
 * `evolve` has built. A closed license has none, nor has one whose permit is cancelled and of which nothing runs.
 */
export function agenda(state: LicenseState, context: Context): Obligation[] {
  return obligations(state, context, yearOf(context));
}

/** The agenda, and the duties that only time will open: next year's annual report. */
export function foreseen(state: LicenseState, context: Context): Obligation[] {
  return obligations(state, context, yearOf(context) + 1);
}

function obligations(state: LicenseState, context: Context, throughYear: number): Obligation[] {
  if (hasEnded(state)) return [];
  const waived = new Set(state.waived);
  return opened(state, context, throughYear)
    .filter(({ id }) => !waived.has(id))
    .sort(byDate);
}

function opened(state: LicenseState, context: Context, throughYear: number): Obligation[] {
  if (isFormallyOver(state)) return operatingAlarms(state, context);
  return [
    ...Object.values(state.filings).flatMap((filing) => filingObligations(state, filing, context)),
    ...permitObligations(state, context, throughYear),
    ...aftermathObligations(state, context),
    ...conductObligations(state, context, throughYear),
  ];
}

function byDate(a: Obligation, b: Obligation): number {
  const [first, second] = [a.deadline?.date ?? '9999-12-31', b.deadline?.date ?? '9999-12-31'];
  if (first !== second) return first < second ? -1 : 1;
  return a.openedSeq - b.openedSeq || (a.id < b.id ? -1 : 1);
}

function yearOf({ today }: Context): number {
  return Number(today.slice(0, 4));
}
