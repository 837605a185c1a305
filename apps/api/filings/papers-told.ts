import { daysBetween } from '../../../libs/calendar/index.js';
import { type AuthorityPaper, isDated, type LicenseState } from '../../../libs/domain/index.js';
import type { Bilingual } from '../../../libs/rulebook/index.js';
import { paperWords } from './paper-words.js';

export interface PaperTold extends AuthorityPaper {
  words: Bilingual;
  /** Days from the day on the paper to that of its entry; null where the paper tells only its term. */
  daysLate: number | null;
  corrections: LicenseState['corrected'];
}

/** The authority's papers as people see them; of one filing where one is named. */
export function papersTold({ papers, corrected }: LicenseState, filingId: string | null = null): PaperTold[] {
  return papers
    .filter((paper) => filingId === null || paper.filingId === filingId)
    .map((paper) => ({
      ...paper,
      words: paperWords[paper.type],
      daysLate: isDated(paper.type) ? Math.max(0, daysBetween(paper.on, paper.recordedOn)) : null,
      corrections: corrected.filter(({ seq }) => seq === paper.seq),
    }));
}
