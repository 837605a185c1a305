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

const guideB = (material: number): Citation => ({ source: 'AG', article: `guide B on B24, material ${material}` });

/** Letters that no source describes further: as with the one whose template the portal's guides describe. */
const letter = formality({ source: 'PG', article: 'template of the lawful-operation commitment' }, 'unverified', {
  seal: true,
  signed: true,
  note: {
    zh: '未见对此件的单独规定；比照依法经营承诺书的模板。',
    en: 'Nothing is said of this paper; as with the template of the lawful-operation commitment.',
  },
});

/** Forms of later filings: the law tells what they are for, and of the first application alone who signs. */
const laterForm = (article: string): Formality =>
  formality({ source: 'O42', article: `${article}; 8(1)` }, 'unverified', {
    signed: true,
    seal: true,
    note: {
      zh: '办法只对首次申请写明由法定代表人签署；此表比照办理。',
      en: 'The measures say of the first application that the legal representative signs it; as with that one.',
    },
  });

const copy = (citation: Citation): Formality =>
  formality(citation, 'unverified', { note: { zh: '复印件即可。', en: 'A copy does.' } });

/**
 * By requirement. Published rule packs never change, and none of them tells this as data, so it stands beside them;
 * where a pack's own wording says it, that is the source. It is advice on the checklist and refuses nothing.
 */
const formalities: Readonly<Record<string, Formality>> = {
  'application-form': formality({ source: 'O42', article: 'art. 8(1); PG' }, 'secondary', { signed: true, seal: true }),
  'change-application-form': laterForm('art. 28, 29'),
  'renewal-application-form': laterForm('art. 27'),
  'company-and-staff': laterForm('art. 8(3)'),
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
  'reissue-application': formality({ source: 'PG', article: 'change forms: loss' }, 'unverified', {
    signed: true,
    seal: true,
    note: {
      zh: '表单清单只对遗失情况说明写明盖章；此表比照办理。',
      en: 'The forms say of the statement of loss that it bears the seal; as with that one.',
    },
  }),
  'shareholder-tracing': formality(guideB(3), 'unverified', {
    seal: true,
    signed: true,
  }),
  'voip-commitment': formality(guideB(10), 'unverified', { seal: true, signed: true }),
  'business-license': formality(guideB(1), 'unverified', { original: 'shown' }),
  'agent-contracts': formality(guideB(9), 'unverified', { original: 'shown' }),
  'shareholder-identity': copy(guideB(3)),
  'shareholder-registration': copy(guideB(3)),
  'branch-papers': copy(guideB(4)),
  'manager-identity': copy(guideB(6)),
  'premises-proof': copy(guideB(7)),
  'capital-verification-or-audit': formality(guideB(5), 'unverified', {
    original: 'handed-in',
    note: { zh: '会计师事务所出具的验资报告原件。', en: 'The report on the capital as the accountants issued it.' },
  }),
  'articles-of-association': formality({ source: 'N99', article: 'papers no longer asked for' }, 'secondary', {
    note: {
      zh: '不再需要登记机关的档案查询章；是否加盖公章，未见规定。',
      en: 'The archive seal of the registry is no longer asked for; of the seal of the company nothing is said.',
    },
  }),
  'social-security-proof': formality(guideB(8), 'unverified', {
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
