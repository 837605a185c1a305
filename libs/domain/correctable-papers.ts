import type { Correctable } from './correctable.js';
import { past } from './correctable-days.js';
import { stateWith } from './evolve/changed.js';
import { withPaper } from './evolve/papers.js';
import type { LicenseState } from './license.js';
import { type AuthorityPaper, type PaperType, paperEntries } from './papers.js';
import { withRightFrom } from './rights.js';

/** Papers whose own day counts no limit: on it rests from when a right holds, and how late the paper was entered. */
const dayOfPaperAlone: ReadonlySet<PaperType> = new Set([
  'report-filed',
  'permit-issued',
  'permit-amended',
  'permit-renewed',
  'permit-reissued',
  'permit-suspended',
  'suspension-lifted',
  'permit-cancelled',
  'permit-terminated',
  'services-terminated',
  'non-renewal-reported',
]);

export function ofPapers(state: LicenseState): Correctable[] {
  return state.papers
    .filter((paper) => dayOfPaperAlone.has(paper.type) || isOvertaken(state, paper))
    .flatMap((paper) =>
      past(paper.seq, paperEntries[paper.type].day, paper.on, (on) => {
        const told = withReport(withPaper(state, { ...paper, on }), paper, on);
        return withRightFrom(told, paper.seq, on);
      }),
    );
}

/** A return that was answered, or a public notice that another one followed: nothing waits on its day any more. */
function isOvertaken({ filings }: LicenseState, { seq, type, filingId }: AuthorityPaper): boolean {
  const filing = filingId === null ? undefined : filings[filingId];
  if (type === 'report-returned') return filing?.reportReturn?.seq !== seq;
  return type === 'notice-published' && filing?.publication?.seq !== seq;
}

/** The decision not to renew that stands knows the day on which the authority was told. */
function withReport(state: LicenseState, { seq, type }: AuthorityPaper, reportedOn: string): LicenseState {
  const { permit, papers } = state;
  const newest = papers.findLast((paper) => paper.type === 'non-renewal-reported');
  if (type !== 'non-renewal-reported' || newest?.seq !== seq || !permit?.nonRenewal?.reportedOn) return state;
  return stateWith(state, { permit: { ...permit, nonRenewal: { ...permit.nonRenewal, reportedOn } } });
}
