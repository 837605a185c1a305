import { correctionDue } from '../../rulebook/index.js';
import type { Round } from '../license.js';
import type { Obligation } from '../obligation.js';
import { answersOf, preparationFor } from '../preparation.js';
import { knownDate, obligation } from './obligation-parts.js';
import type { AgendaContext, Standing, StandingFiling } from './standing.js';

/** The latest submission. */
export function lastRound(filing: StandingFiling): Round | undefined {
  return filing.rounds.at(-1);
}

export function correctionDuty(state: Standing, filing: StandingFiling, { law }: AgendaContext): Obligation[] {
  const correction = lastRound(filing)?.correction;
  if (!correction) return [];
  const deadline = knownDate(() => correctionDue(law, correction));
  return [
    obligation({
      kind: 'correction',
      duty: 'company',
      filingId: filing.id,
      openedSeq: correction.seq,
      openedOn: correction.recordedOn,
      deadline,
      preparation: preparationFor(law, answersOf(law, state.filings), deadline?.safeDay ?? null),
    }),
  ];
}
