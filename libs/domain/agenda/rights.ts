import type { CivilDate } from '../../calendar/index.js';
import { litigation, reconsideration } from '../../rulebook/index.js';
import type { Obligation } from '../obligation.js';
import { knownDate, obligation } from './obligation-parts.js';
import type { AgendaContext, StandingFiling } from './standing.js';

/** A decision against the company, as it was served. */
export interface AdverseDecision {
  servedOn: CivilDate;
  seq: number;
  recordedOn: CivilDate;
}

/** Reconsideration and court, while they are open; of a filing, or of the permit itself. */
export function rights(
  filing: Pick<StandingFiling, 'id'> | null,
  decision: AdverseDecision | null,
  context: AgendaContext,
): Obligation[] {
  if (!decision) return [];
  const { law, today } = context;
  const common = {
    duty: 'right',
    filingId: filing?.id ?? null,
    openedSeq: decision.seq,
    openedOn: decision.recordedOn,
  } as const;
  const { servedOn } = decision;
  return [
    obligation({ ...common, kind: 'reconsideration', deadline: knownDate(() => reconsideration(law, servedOn)) }),
    obligation({ ...common, kind: 'litigation', deadline: knownDate(() => litigation(law, servedOn)) }),
  ].filter(({ deadline }) => deadline !== null && today <= deadline.date);
}
