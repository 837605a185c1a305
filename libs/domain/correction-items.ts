import type { TextRef } from './company.js';
import type { Filing } from './license.js';

/** One thing that the authority asked for, and whether something was supplied for it since. */
export interface CorrectionItem {
  id: string;
  /** Null where the notice names no requirement: then only the new submission answers it. */
  requirementId: string | null;
  text: TextRef | null;
  state: 'open' | 'supplied';
}

/** Of the correction that waits for an answer; none where no correction does. */
export function correctionItems(filing: Filing): CorrectionItem[] {
  const correction = filing.rounds.at(-1)?.correction;
  if (!correction) return [];
  return correction.items.map(({ id, requirementId, text }) => {
    const versions = requirementId === null ? [] : (filing.materials[requirementId] ?? []);
    const supplied = versions.some(({ seq }) => seq > correction.seq);
    return { id, requirementId, text, state: supplied ? 'supplied' : 'open' };
  });
}
