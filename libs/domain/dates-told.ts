import type { Bilingual, Confidence, RulePack } from '../rulebook/index.js';
import type { LicenseState } from './license.js';
import type { Obligation } from './obligation.js';

/** What mails and calendars say of the law behind a date. */
export interface BasisTold {
  /** Title of the law, measures or notice. */
  source: Bilingual;
  /** As people cite it, such as `art. 32(4)`. */
  article: string;
  wording: Bilingual;
  confidence: Confidence;
}

/** The permit's number; before there is one, what is asked for and where. */
export function licenseName({ permit, serviceTypes, coverage }: LicenseState): string {
  if (permit) return permit.number;
  return `${serviceTypes.join(', ')} ${coverage.kind === 'nationwide' ? 'CN' : coverage.provinces[0].toUpperCase()}`;
}

/** By the rule of that id, if it still gives the date; otherwise by the one that does. */
export function basisTold({ deadline }: Obligation, ruleId: string | null, pack: RulePack): BasisTold | null {
  const proofs = deadline?.readings.map(({ proof }) => proof) ?? [];
  const proof = proofs.find((candidate) => candidate.ruleId === ruleId) ?? proofs[0];
  const source = proof && pack.sources[proof.citation.source];
  if (!proof || !source) return null;
  const { wording, confidence, citation } = proof;
  return { source: source.title, article: citation.article, wording, confidence };
}
