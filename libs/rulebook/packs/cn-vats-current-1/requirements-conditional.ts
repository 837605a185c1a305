import type { RequirementRule } from '../../pack.js';
import { material } from './material.js';

const anyFiling = ['new', 'renewal', 'change'];

const domesticCallCenter: Pick<RequirementRule, 'when' | 'examples'> = {
  when: {
    all: [
      { eq: ['serviceTypes', 'B24'] },
      { any: [{ eq: ['serviceTypes', 'B24-1'] }, { not: { eq: ['serviceTypes', 'B24-2'] } }] },
    ],
  },
  examples: [
    { facts: { serviceTypes: ['B24'] }, applies: true },
    { facts: { serviceTypes: ['B24', 'B24-1', 'B24-2'] }, applies: true },
    { facts: { serviceTypes: ['B24', 'B24-2'] }, applies: false },
    { facts: { serviceTypes: ['B25'] }, applies: false },
  ],
};

/** What follows from the service, the shareholders and the applicant's past. */
export const requirementsConditional: RequirementRule[] = [
  material('nuisance-call-commitment', {
    filingKinds: ['new'],
    title: { zh: '骚扰电话禁呼承诺书', en: 'Commitment against nuisance calls' },
    wording: { zh: '国内呼叫中心必交。', en: 'For domestic call centers.' },
    citation: { source: 'PG', article: 'portal checklist; N81' },
    confidence: 'secondary',
    ...domesticCallCenter,
  }),
  material('nuisance-call-commitment-of-older-permits', {
    filingKinds: ['renewal', 'change'],
    title: { zh: '骚扰电话禁呼承诺书（补交）', en: 'Commitment against nuisance calls, supplied later' },
    wording: {
      zh: '2020年8月1日前取得许可证且尚未提交的，变更、续期时补交。',
      en: 'At a change or renewal of a permit from before August 2020 whose holder has not given it yet.',
    },
    citation: { source: 'PG', article: 'portal checklist; N81' },
    confidence: 'secondary',
    status: 'optional',
    ...domesticCallCenter,
  }),
  material('special-business-commitment', {
    filingKinds: anyFiling,
    title: { zh: '依法经营特定电信业务承诺书', en: 'Commitment on special services' },
    wording: {
      zh: '同时申请B22和B24，或者申请四种以上业务的，须提交；名称含敏感字样或者涉及线下行业的，也会要求。',
      en: 'Where B22 and B24 are asked for together, or four types or more; also asked for where the name has sensitive words or the trade is offline.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: {
      any: [
        { all: [{ eq: ['serviceTypes', 'B22'] }, { eq: ['serviceTypes', 'B24'] }] },
        { gte: ['serviceTypeCount', 4] },
      ],
    },
    examples: [
      { facts: { serviceTypes: ['B22', 'B24'], serviceTypeCount: 2 }, applies: true },
      { facts: { serviceTypes: ['B21'], serviceTypeCount: 4 }, applies: true },
      { facts: { serviceTypes: ['B24'], serviceTypeCount: 1 }, applies: false },
    ],
  }),
  material('integrity-commitment', {
    filingKinds: anyFiling,
    title: { zh: '守法诚信经营特别承诺书', en: 'Special commitment to integrity' },
    wording: { zh: '三年内受过电信行政处罚的，须提交。', en: 'After a telecom penalty within three years.' },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: { eq: ['recentPenalty', true] },
    examples: [
      { facts: { recentPenalty: true }, applies: true },
      { facts: { recentPenalty: false }, applies: false },
    ],
  }),
  material('provincial-permit-cancellation-commitment', {
    filingKinds: ['new', 'change'],
    title: { zh: '注销省内许可承诺书', en: 'Commitment to give the provincial permit up' },
    wording: {
      zh: '已持省内许可证而申请全国许可，或者变为外商投资企业的，须提交。',
      en: 'Where the holder of a provincial permit goes nationwide or takes a foreign shareholder.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: {
      all: [
        { eq: ['holdsProvincialPermit', true] },
        { any: [{ eq: ['coverage', 'nationwide'] }, { eq: ['foreignInvested', true] }] },
      ],
    },
    examples: [
      { facts: { holdsProvincialPermit: true, coverage: 'nationwide' }, applies: true },
      { facts: { holdsProvincialPermit: true, coverage: 'province', foreignInvested: false }, applies: false },
    ],
  }),
  material('shareholder-identity', {
    filingKinds: ['new'],
    title: { zh: '自然人股东身份证明', en: 'Identity of shareholders who are persons' },
    wording: { zh: '股东中有自然人的，提交其身份证明。', en: 'For each shareholder who is a natural person.' },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: { eq: ['shareholderKinds', 'natural-person'] },
    examples: [
      { facts: { shareholderKinds: ['company', 'natural-person'] }, applies: true },
      { facts: { shareholderKinds: ['company'] }, applies: false },
    ],
  }),
  material('shareholder-registration', {
    filingKinds: ['new'],
    title: { zh: '企业股东营业执照或公示截图', en: 'Registration of shareholders that are companies' },
    wording: {
      zh: '股东中有企业的，提交其营业执照或者公示系统截图。',
      en: 'License or credit-system page of each shareholder that is a company.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: { in: ['shareholderKinds', ['company', 'state']] },
    examples: [
      { facts: { shareholderKinds: ['company'] }, applies: true },
      { facts: { shareholderKinds: ['natural-person'] }, applies: false },
    ],
  }),
  material('top-ten-shareholders', {
    filingKinds: ['new'],
    title: { zh: '上市公司前十大股东公告', en: 'Disclosure of the ten largest shareholders' },
    wording: { zh: '股东中有上市公司的，提交其前十大股东的公告。', en: 'For each shareholder that is listed.' },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: { eq: ['shareholderKinds', 'listed-company'] },
    examples: [
      { facts: { shareholderKinds: ['listed-company'] }, applies: true },
      { facts: { shareholderKinds: ['company'] }, applies: false },
    ],
  }),
  material('foreign-shareholding-tree', {
    filingKinds: ['new', 'change', 'renewal'],
    title: {
      zh: '外资股权完整追溯图及资金来源国',
      en: 'Full tree of foreign shareholding, with the countries of the capital',
    },
    wording: {
      zh: '含有外资的，追溯至最终股东并注明资金来源国。',
      en: 'Any foreign share is traced to its end, with the country the capital comes from.',
    },
    citation: { source: 'PG', article: 'portal checklist; FI' },
    confidence: 'secondary',
    when: { eq: ['foreignInvested', true] },
    examples: [
      { facts: { foreignInvested: true }, applies: true },
      { facts: { foreignInvested: false }, applies: false },
    ],
  }),
];
