import type { RequirementRule } from '../../pack.js';
import { ofTheMeasuresOf2009 } from './sources.js';

type Given = Pick<RequirementRule, 'title' | 'wording'> &
  Partial<Pick<RequirementRule, 'status' | 'when' | 'examples' | 'citation' | 'confidence'>>;

/** One of the ten papers: for a first permit, of everybody, unless it says otherwise. */
function paper(requirement: string, given: Given): RequirementRule {
  return {
    ...ofTheMeasuresOf2009,
    id: `material.${requirement}`,
    requirement,
    filingKinds: ['new'],
    status: 'required',
    freshness: null,
    citation: { source: 'O5', article: 'art. 8' },
    confidence: 'secondary',
    when: null,
    examples: [{ facts: {}, applies: true }],
    ...given,
  };
}

const youngerThanAYear: Pick<RequirementRule, 'when' | 'examples'> = {
  when: { not: { gte: ['companyAgeMonths', 12] } },
  examples: [
    { facts: { companyAgeMonths: 11 }, applies: true },
    { facts: {}, applies: true },
    { facts: { companyAgeMonths: 12 }, applies: false },
  ],
};

const olderThanAYear: Pick<RequirementRule, 'when' | 'examples'> = {
  when: { gte: ['companyAgeMonths', 12] },
  examples: [
    { facts: { companyAgeMonths: 12 }, applies: true },
    { facts: { companyAgeMonths: 11 }, applies: false },
  ],
};

const ofCallCenters: Pick<RequirementRule, 'when' | 'examples'> = {
  when: { in: ['serviceTypes', ['B24', 'B24-1', 'B24-2']] },
  examples: [
    { facts: { serviceTypes: ['B24'] }, applies: true },
    { facts: { serviceTypes: ['B25'] }, applies: false },
  ],
};

const byAgents: Pick<RequirementRule, 'citation' | 'confidence'> = {
  citation: { source: 'AG', article: 'list of ten papers for a call center' },
  confidence: 'unverified',
};

/** The ten papers that a call center handed in; the fifth is a verification or an audit, by the company’s age. */
export const requirements: RequirementRule[] = [
  paper('business-license', {
    title: { zh: '企业法人营业执照', en: 'Business license of the legal person' },
    wording: { zh: '副本原件核对，留复印件。', en: 'The original to compare, and a copy.' },
  }),
  paper('sealed-articles-of-association', {
    title: { zh: '加盖档案查询章的公司章程', en: 'Articles of association with the archive seal' },
    wording: { zh: '由登记机关加盖查询章。', en: 'Sealed by the registry.' },
  }),
  paper('equity-structure', {
    title: { zh: '股权结构图及股东证明', en: 'Chart of the shareholding, with proof of the shareholders' },
    wording: {
      zh: '自然人股东附身份证明，企业股东附营业执照和章程。',
      en: 'Identity of holders who are persons; license and articles of those that are companies.',
    },
  }),
  paper('branch-papers', {
    title: { zh: '分公司或者控股子公司材料', en: 'Papers of branches or controlled subsidiaries' },
    wording: {
      zh: '跨省经营的，提交分公司执照，或者控股子公司的执照和章程。',
      en: 'Across provinces: licenses of the branches, or licenses and articles of the subsidiaries.',
    },
    when: { eq: ['coverage', 'nationwide'] },
    examples: [
      { facts: { coverage: 'nationwide' }, applies: true },
      { facts: { coverage: 'province' }, applies: false },
    ],
  }),
  paper('capital-verification', {
    title: { zh: '验资报告', en: 'Verification of the capital' },
    wording: { zh: '成立不满一年的公司提交。', en: 'From a company younger than a year.' },
    ...youngerThanAYear,
  }),
  paper('audit-report', {
    title: { zh: '最近一年审计报告', en: 'Audit report of the last year' },
    wording: { zh: '成立满一年的公司提交。', en: 'From a company that is a year old or more.' },
    ...olderThanAYear,
  }),
  paper('managers-and-technicians', {
    title: { zh: '主要管理和技术人员名单及证明', en: 'Main managers and technicians, with proof' },
    wording: {
      zh: '姓名、职务、学历、联系方式，附身份证明和资质证明。',
      en: 'Names, posts, education and contacts, with identity and qualifications.',
    },
  }),
  paper('premises-proof', {
    title: { zh: '经营场所证明', en: 'Proof of premises' },
    wording: { zh: '租赁合同或者产权证明。', en: 'Lease or title.' },
    ...byAgents,
  }),
  paper('social-security-proof', {
    title: { zh: '员工社会保险证明', en: 'Social security proof of the staff' },
    wording: { zh: '加盖社保机构印章。', en: 'Under the seal of the social security office.' },
    ...byAgents,
  }),
  paper('labor-contracts', {
    title: { zh: '劳动合同', en: 'Labor contracts' },
    wording: { zh: '原件核对后退回。', en: 'The originals to compare; they are handed back.' },
    ...byAgents,
    ...ofCallCenters,
  }),
  paper('voip-commitment', {
    title: {
      zh: '不利用呼叫中心平台经营网络电话的承诺书',
      en: 'Commitment to run no internet telephony on the call-center platform',
    },
    wording: {
      zh: '无固定模板，法定代表人签字并盖章。',
      en: 'No form; signed by the legal representative and sealed.',
    },
    ...byAgents,
    ...ofCallCenters,
  }),
];
