import { applicationBar, type Deadline } from '../../rulebook/index.js';
import { knownDate } from './obligation-parts.js';
import type { AgendaContext, Standing } from './standing.js';

/** A span in which nobody may apply, and the decision that began it. */
export interface Bar {
  kind: 'false-material-bar' | 'fraud-bar';
  filingId: string | null;
  seq: number;
  recordedOn: string;
  deadline: Deadline;
}

/** All bars that the license's own decisions brought about, whether they still run or not. Unknown to an older pack. */
export function barsOf(state: Standing, { law }: AgendaContext): Bar[] {
  const ofFilings = Object.values(state.filings).flatMap(({ id, decision }) => {
    if (!decision?.falseMaterial) return [];
    const deadline = knownDate(() => applicationBar(law, 'false-material', decision.on));
    const { seq, recordedOn } = decision;
    return deadline ? [{ kind: 'false-material-bar' as const, filingId: id, seq, recordedOn, deadline }] : [];
  });
  const taking = state.permit?.taking;
  const fraud = taking?.byFraud ? knownDate(() => applicationBar(law, 'fraud', taking.on)) : null;
  if (!taking || !fraud) return ofFilings;
  const { seq, recordedOn } = taking;
  return [...ofFilings, { kind: 'fraud-bar', filingId: null, seq, recordedOn, deadline: fraud }];
}

/** Bars that still run today, the one that ends last at the end. */
export function openBars(state: Standing, context: AgendaContext): Bar[] {
  return barsOf(state, context)
    .filter(({ deadline }) => context.today <= deadline.date)
    .sort((a, b) => (a.deadline.date < b.deadline.date ? -1 : 1));
}
