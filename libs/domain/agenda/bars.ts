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
  const bars: Bar[] = [];
  for (const { id, decision } of Object.values(state.filings)) {
    if (!decision?.falseMaterial) continue;
    const deadline = knownDate(() => applicationBar(law, 'false-material', decision.on));
    const { seq, recordedOn } = decision;
    if (deadline) bars.push({ kind: 'false-material-bar', filingId: id, seq, recordedOn, deadline });
  }
  const taking = state.permit?.taking;
  const fraud = taking?.byFraud ? knownDate(() => applicationBar(law, 'fraud', taking.on)) : null;
  if (!taking || !fraud) return bars;
  const { seq, recordedOn } = taking;
  return [...bars, { kind: 'fraud-bar', filingId: null, seq, recordedOn, deadline: fraud }];
}

/** Bars that still run today, the one that ends last at the end. */
export function openBars(state: Standing, context: AgendaContext): Bar[] {
  return barsOf(state, context)
    .filter(({ deadline }) => context.today <= deadline.date)
    .sort((a, b) => (a.deadline.date < b.deadline.date ? -1 : 1));
}
