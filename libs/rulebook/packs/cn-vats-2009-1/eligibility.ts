import type { CapitalRule, EligibilityRule } from '../../pack.js';
import { ofTheMeasuresOf2009 } from './sources.js';

/** A condition that no fact of the applicant decides: said every time. */
const standing = (code: string, wording: EligibilityRule['wording']): EligibilityRule => ({
  ...ofTheMeasuresOf2009,
  id: `eligibility.${code}`,
  code,
  level: 'info',
  wording,
  citation: { source: 'O5', article: 'art. 6' },
  confidence: 'secondary',
  when: null,
  examples: [{ facts: {}, applies: true }],
});

/** Who could get a permit for value-added services. */
export const eligibility: EligibilityRule[] = [
  {
    ...ofTheMeasuresOf2009,
    id: 'eligibility.violation-within-three-years',
    code: 'violation-within-three-years',
    level: 'blocking',
    wording: {
      zh: '公司及其主要出资者、主要经营管理人员最近三年内不得有重大违法行为。',
      en: 'The company, its main investors and main managers must not have broken the law seriously within three years.',
    },
    citation: { source: 'O5', article: 'art. 6' },
    confidence: 'secondary',
    when: { eq: ['recentPenalty', true] },
    examples: [
      { facts: { recentPenalty: true }, applies: true },
      { facts: { recentPenalty: false }, applies: false },
    ],
  },
  standing('lawful-company', { zh: '经营者为依法设立的公司。', en: 'The operator is a company formed under the law.' }),
  standing('funds-and-staff', {
    zh: '有与经营活动相适应的资金和专业人员。',
    en: 'It has the funds and the skilled staff that the business takes.',
  }),
  standing('long-term-service', {
    zh: '有为用户提供长期服务的信誉或者能力。',
    en: 'It has the reputation or the ability to serve users for long.',
  }),
  standing('feasibility-and-technical-plan', {
    zh: '有可行性研究报告和相关技术方案。',
    en: 'It has a feasibility study and a technical plan.',
  }),
  standing('premises-and-facilities', {
    zh: '有必要的场地和设施。',
    en: 'It has the premises and facilities that are needed.',
  }),
];

const floor = (
  id: string,
  coverage: 'province' | 'nationwide',
  amount: number,
  wording: CapitalRule['wording'],
): CapitalRule => ({
  ...ofTheMeasuresOf2009,
  id,
  wording,
  citation: { source: 'O5', article: 'art. 6' },
  confidence: 'secondary',
  when: { eq: ['coverage', coverage] },
  floor: amount,
  examples: [
    { facts: { coverage }, applies: true },
    { facts: { coverage: coverage === 'province' ? 'nationwide' : 'province' }, applies: false },
  ],
});

/** Registered capital, then paid in. */
export const capital: CapitalRule[] = [
  floor('capital.nationwide', 'nationwide', 10_000_000, {
    zh: '在全国或者跨省经营的，注册资本最低一千万元（实缴）。',
    en: 'For the whole country or several provinces: registered capital of RMB 10 million at least, paid in.',
  }),
  floor('capital.one-province', 'province', 1_000_000, {
    zh: '在一个省份经营的，注册资本最低一百万元（实缴）。',
    en: 'For one province: registered capital of RMB 1 million at least, paid in.',
  }),
];
