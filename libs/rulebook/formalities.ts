import type { Bilingual, Citation, Confidence } from './proof.js';

/** What a paper must bear, and what becomes of its original: beside its content, which the requirement describes. */
export interface Formality {
  /** The company's seal (公章); null where no source says. */
  seal: boolean | null;
  /** Signed by hand by the legal representative; null where no source says. */
  signed: boolean | null;
  /** The original is shown at the window and comes back, or is handed in for good; null where a copy does. */
  original: 'shown' | 'handed-in' | null;
  note: Bilingual | null;
  citation: Citation;
  confidence: Confidence;
}

const plain: Pick<Formality, 'seal' | 'signed' | 'original' | 'note'> = {
  seal: null,
  signed: null,
  original: null,
  note: null,
};

const formality = (citation: Citation, confidence: Confidence, given: Partial<typeof plain>): Formality => ({
  ...plain,
  ...given,
  citation,
  confidence,
});

/** Letters that nobody describes further: an agent's guide has a commitment signed and sealed. */
const letter = formality({ source: 'AG', article: 'guide B on B24: commitment letter' }, 'unverified', {
  seal: true,
  signed: true,
});

const shownByGuide = formality({ source: 'AG', article: 'guide B on B24' }, 'unverified', { original: 'shown' });

/**
 * By requirement. Published rule packs never change, and none of them tells this as data, so it stands beside them;
 * where a pack's own wording says it, that is the source. It is advice on the checklist and refuses nothing.
 */
const formalities: Readonly<Record<string, Formality>> = {
  'application-form': formality({ source: 'O42', article: 'art. 8(1); PG' }, 'secondary', { signed: true, seal: true }),
  'change-application-form': letter,
  'renewal-application-form': letter,
  'company-and-staff': letter,
  'lawful-operation-commitment': formality({ source: 'O42', article: 'art. 8(9); PG' }, 'secondary', {
    seal: true,
    signed: true,
  }),
  'nuisance-call-commitment': letter,
  'nuisance-call-commitment-of-older-permits': letter,
  'special-business-commitment': letter,
  'special-business-commitment-by-name-or-trade': letter,
  'integrity-commitment': letter,
  'provincial-permit-cancellation-commitment': letter,
  'notification-commitment': letter,
  'notification-commitment-guangdong': letter,
  'access-service-commitment': letter,
  'voip-commitment': letter,
  'renewal-supply-commitment': letter,
  'aftercare-commitment': formality({ source: 'O42', article: 'art. 30' }, 'unverified', { signed: true, seal: true }),
  'unchanged-statement': letter,
  'no-business-statement': letter,
  'no-business-so-far-statement': letter,
  'loss-statement': formality({ source: 'PG', article: 'change forms: loss' }, 'verified', { seal: true }),
  'termination-application': formality({ source: 'O42', article: 'art. 30' }, 'secondary', {
    seal: true,
    signed: true,
  }),
  'reissue-application': letter,
  'shareholder-tracing': formality({ source: 'AG', article: 'guide B on B24' }, 'unverified', {
    seal: true,
    signed: true,
  }),
  'business-license': shownByGuide,
  'agent-contracts': shownByGuide,
  'social-security-proof': formality({ source: 'AG', article: 'guide B on B24' }, 'unverified', {
    seal: false,
    note: { zh: '加盖社保机构红章，而非公司公章。', en: 'Bears the red seal of the agency, not that of the company.' },
  }),
  'sealed-articles-of-association': formality({ source: 'N99', article: 'papers no longer asked for' }, 'secondary', {
    seal: false,
    note: {
      zh: '加盖登记机关档案查询章，而非公司公章。',
      en: 'Bears the archive seal of the registry, not that of the company.',
    },
  }),
  'original-permit': formality({ source: 'O42', article: 'art. 30' }, 'verified', { original: 'handed-in' }),
  'permit-copy': formality({ source: 'PG', article: 'GD 2025, GX 2026' }, 'secondary', {
    original: 'handed-in',
    note: { zh: '仅持纸质证者附原件。', en: 'The original, of holders of a paper permit only.' },
  }),
};

/** Null for a paper of which nothing is known but its content. */
export function formalityOf(requirement: string): Formality | null {
  return Object.hasOwn(formalities, requirement) ? (formalities[requirement] ?? null) : null;
}

/** For checks: all requirements that have one. */
export const requirementsWithFormality: readonly string[] = Object.keys(formalities);
