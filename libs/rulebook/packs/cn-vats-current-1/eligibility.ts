import type { EligibilityRule } from '../../pack.js';
import { since2017 } from './sources.js';

/** Findings that follow from the applicant's facts. The capital and foreign-share floors are checked beside them. */
export const eligibility: EligibilityRule[] = [
  {
    ...since2017,
    id: 'eligibility.dishonest-list',
    code: 'on-dishonest-list',
    level: 'blocking',
    wording: {
      zh: '公司、主要出资者或者主要经营管理人员在电信业务经营失信名单上的，不予许可。',
      en: 'No permit while the company, a main investor or a main manager is on the list of dishonest telecom operators.',
    },
    citation: { source: 'O42', article: 'art. 6(6)' },
    confidence: 'verified',
    otherReadings: [
      {
        id: 'three-years-without-violation',
        wording: {
          zh: '2009年办法及部分指南仍要求三年内无重大违法记录。',
          en: 'The measures of 2009, and some guides still, ask for three years without a serious violation.',
        },
        citation: { source: 'O5', article: 'art. 6' },
        confidence: 'secondary',
      },
    ],
    when: { eq: ['onDishonestList', true] },
    examples: [
      { facts: { onDishonestList: true }, applies: true },
      { facts: { onDishonestList: false }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.recent-penalty',
    code: 'recent-penalty',
    level: 'warning',
    wording: {
      zh: '三年内受过电信行政处罚的，须另交守法诚信经营特别承诺书。',
      en: 'After a telecom penalty within three years a special commitment is asked for.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: { eq: ['recentPenalty', true] },
    examples: [
      { facts: { recentPenalty: true }, applies: true },
      { facts: { recentPenalty: false }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.violation-record',
    code: 'violation-record-asked',
    level: 'warning',
    wording: {
      zh: '该局指南仍写有三年内无重大违法记录的旧条件，请先行确认。',
      en: 'The guide of this administration still has the old condition of three years without a serious violation; ask first.',
    },
    citation: { source: 'PG', article: 'Tianjin, Jilin' },
    confidence: 'secondary',
    when: { all: [{ in: ['authority', ['tj', 'jl']] }, { eq: ['recentPenalty', true] }] },
    examples: [
      { facts: { authority: 'tj', recentPenalty: true }, applies: true },
      { facts: { authority: 'sh', recentPenalty: true }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.registered-elsewhere',
    code: 'registered-elsewhere',
    level: 'warning',
    wording: {
      zh: '公司注册地不在所申请的省份：按覆盖范围确定主管部门，请先行确认。',
      en: 'The company is registered outside the province it asks for: routed by coverage, but ask first.',
    },
    citation: { source: 'HOUSE', article: 'registration outside the province' },
    confidence: 'unverified',
    when: { eq: ['registeredInCoverage', false] },
    examples: [
      { facts: { registeredInCoverage: false }, applies: true },
      { facts: { registeredInCoverage: true }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.foreign-invested',
    code: 'foreign-invested',
    level: 'info',
    wording: {
      zh: '外商投资：呼叫中心外资比例不受限；单独的审定意见书已取消，并入许可程序。',
      en: 'Foreign share: none is too high for a call center; the separate approval of the investment is gone, it is part of the permit procedure.',
    },
    citation: { source: 'FI', article: 'Negative List 2019 and 2024; rules of 2022' },
    confidence: 'unverified',
    when: { eq: ['foreignInvested', true] },
    examples: [
      { facts: { foreignInvested: true }, applies: true },
      { facts: { foreignInvested: false }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.offshore',
    code: 'ask-about-offshore',
    level: 'warning',
    wording: {
      zh: '办事系统只列国内呼叫中心业务；离岸业务须先向主管部门确认。',
      en: 'The portal lists only the domestic call center; ask the authority before filing for the offshore one.',
    },
    citation: { source: 'PG', article: 'IM 2023, HuN 2022' },
    confidence: 'secondary',
    when: { eq: ['serviceTypes', 'B24-2'] },
    examples: [
      { facts: { serviceTypes: ['B24', 'B24-2'] }, applies: true },
      { facts: { serviceTypes: ['B24'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.own-users-only',
    code: 'own-users-only',
    level: 'warning',
    wording: {
      zh: '仅服务本公司用户是否需要许可，尚无定论：目录只说受托服务，部分机构认为同样需要。',
      en: 'Whether support for own users alone needs a permit is unsettled: the catalogue speaks of service for others, some agents say it does.',
    },
    citation: { source: 'CAT', article: 'B24' },
    confidence: 'unverified',
    when: { eq: ['servesOthers', false] },
    examples: [
      { facts: { servesOthers: false }, applies: true },
      { facts: {}, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.site-check',
    code: 'site-check',
    level: 'info',
    wording: {
      zh: '呼叫中心在受理环节核查办公场地和人员；不得从事营销外呼，外呼须经用户同意。',
      en: 'For a call center, office and staff are checked on site during acceptance; no sales calls, and outbound calls only with consent.',
    },
    citation: { source: 'N81', article: 'acceptance and outbound calls' },
    confidence: 'secondary',
    when: { eq: ['serviceTypes', 'B24'] },
    examples: [
      { facts: { serviceTypes: ['B24'] }, applies: true },
      { facts: { serviceTypes: ['B25'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.shaanxi-call-center',
    code: 'local-floor',
    level: 'warning',
    wording: {
      zh: '陕西：话务员不少于十五名并有合同，场地不少于七十五平方米，自有座席不少于十个（租用的不少于二十个）。',
      en: 'Shaanxi asks for at least 15 agents with contracts, 75 m², and 10 seats of one’s own or 20 rented ones.',
    },
    citation: { source: 'PG', article: 'SN 2021' },
    confidence: 'verified',
    when: { all: [{ eq: ['authority', 'shx'] }, { eq: ['serviceTypes', 'B24'] }] },
    examples: [
      { facts: { authority: 'shx', serviceTypes: ['B24'] }, applies: true },
      { facts: { authority: 'sx', serviceTypes: ['B24'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.no-business-before-the-permit',
    code: 'no-business-before-the-permit',
    level: 'info',
    wording: {
      zh: '取得许可证之前不得经营；申请在办不构成经营的权利。',
      en: 'No business before the permit: a pending application gives no right to operate.',
    },
    citation: { source: 'TR', article: 'art. 7(3), 69' },
    confidence: 'verified',
    when: { eq: ['filingKind', 'new'] },
    examples: [
      { facts: { filingKind: 'new' }, applies: true },
      { facts: { filingKind: 'renewal' }, applies: false },
    ],
  },
];
