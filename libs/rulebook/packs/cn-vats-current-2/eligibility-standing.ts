import type { Condition, EligibilityRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';
import { unstated } from './conditions.js';

/** The largest holder, and holders of at least 30 percent; or somebody has said so. */
const mainInvestorListed: Condition = {
  any: [
    { eq: ['investorOnDishonestList', true] },
    { eq: ['largestHolderOnDishonestList', true] },
    { gte: ['dishonestHolderShare', 30] },
  ],
};

const dishonestList = {
  ...since2017,
  level: 'blocking',
  citation: { source: 'O42', article: 'art. 6(6); PG SH, HeB 2021, GX 2026' },
  confidence: 'verified',
} as const;

const threeYearsWithoutViolation: EligibilityRule['otherReadings'] = [
  {
    id: 'three-years-without-violation',
    wording: {
      zh: '2009年办法及部分指南仍要求三年内无重大违法记录。',
      en: 'The measures of 2009, and some guides still, ask for three years without a serious violation.',
    },
    citation: { source: 'O5', article: 'art. 6' },
    confidence: 'secondary',
  },
];

/** Lists, bars and penalties: what the applicant, its investors and its managers bring along. */
export const eligibilityByStanding: EligibilityRule[] = [
  {
    ...dishonestList,
    id: 'eligibility.dishonest-list',
    code: 'on-dishonest-list',
    wording: {
      zh: '公司、主要出资者或者主要经营管理人员在电信业务经营失信名单上的，不予许可。',
      en: 'No permit while the company, a main investor or a main manager is on the list of dishonest telecom operators.',
    },
    otherReadings: threeYearsWithoutViolation,
    when: {
      all: [
        { eq: ['onDishonestList', true] },
        { not: { eq: ['companyOnDishonestList', true] } },
        { not: { eq: ['managerOnDishonestList', true] } },
        { not: mainInvestorListed },
      ],
    },
    examples: [
      { facts: { onDishonestList: true }, applies: true },
      { facts: { onDishonestList: true, companyOnDishonestList: true }, applies: false },
      { facts: { onDishonestList: false }, applies: false },
    ],
  },
  {
    ...dishonestList,
    id: 'eligibility.dishonest-list-company',
    code: 'company-on-dishonest-list',
    wording: {
      zh: '公司在电信业务经营失信名单上，移出前不予许可。',
      en: 'The company is on the list of dishonest telecom operators: no permit before it is taken off.',
    },
    otherReadings: threeYearsWithoutViolation,
    when: { eq: ['companyOnDishonestList', true] },
    examples: [
      { facts: { companyOnDishonestList: true }, applies: true },
      { facts: { managerOnDishonestList: true }, applies: false },
    ],
  },
  {
    ...dishonestList,
    id: 'eligibility.dishonest-list-investor',
    code: 'investor-on-dishonest-list',
    wording: {
      zh: '主要出资者在电信业务经营失信名单上的，不予许可。',
      en: 'A main investor is on the list of dishonest telecom operators: no permit.',
    },
    otherReadings: [
      {
        id: 'who-is-a-main-investor',
        wording: {
          zh: '办法未界定主要出资者；本产品按最大股东和持股百分之三十以上的股东掌握。',
          en: 'The measures do not say who a main investor is; taken here as the largest holder, and holders of at least 30 percent.',
        },
        citation: { source: 'HOUSE', article: 'main investor' },
        confidence: 'unverified',
      },
    ],
    when: mainInvestorListed,
    examples: [
      { facts: { investorOnDishonestList: true }, applies: true },
      { facts: { dishonestHolderShare: 30 }, applies: true },
      { facts: { dishonestHolderShare: 20, largestHolderOnDishonestList: true }, applies: true },
      { facts: { dishonestHolderShare: 29.9, largestHolderOnDishonestList: false }, applies: false },
    ],
  },
  {
    ...dishonestList,
    id: 'eligibility.dishonest-list-manager',
    code: 'manager-on-dishonest-list',
    wording: {
      zh: '主要经营管理人员在电信业务经营失信名单上的，不予许可。',
      en: 'A main manager is on the list of dishonest telecom operators: no permit.',
    },
    when: { eq: ['managerOnDishonestList', true] },
    examples: [
      { facts: { managerOnDishonestList: true }, applies: true },
      { facts: { managerOnDishonestList: false }, applies: false },
    ],
  },
  {
    ...dishonestList,
    id: 'eligibility.dishonest-list-minor-holder',
    code: 'minor-holder-on-dishonest-list',
    level: 'warning',
    wording: {
      zh: '在失信名单上的股东按本产品的理解不属主要出资者；主管部门可能另有理解，请先确认。',
      en: 'A listed shareholder is not a main investor as taken here; the authority may see it otherwise, so ask first.',
    },
    citation: { source: 'HOUSE', article: 'main investor' },
    confidence: 'unverified',
    when: { all: [{ gte: ['dishonestHolderShare', 0] }, { not: mainInvestorListed }] },
    examples: [
      { facts: { dishonestHolderShare: 10 }, applies: true },
      { facts: { dishonestHolderShare: 40 }, applies: false },
      { facts: {}, applies: false },
    ],
  },
  {
    ...dishonestList,
    id: 'eligibility.dishonest-list-not-stated',
    code: 'dishonest-list-not-stated',
    level: 'info',
    wording: {
      zh: '未说明公司、主要出资者和主要经营管理人员是否在失信名单上：请逐一查询。',
      en: 'Not stated whether the company, its main investors and its main managers are on the dishonest list: look each of them up.',
    },
    when: { all: [unstated('onDishonestList'), { not: { gte: ['dishonestHolderShare', 0] } }] },
    examples: [
      { facts: {}, applies: true },
      { facts: { onDishonestList: false }, applies: false },
      { facts: { onDishonestList: true }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.false-material-bar',
    code: 'barred-for-false-material',
    level: 'blocking',
    wording: {
      zh: '因隐瞒情况或者提供虚假材料被拒后一年内，不得再次申请。',
      en: 'Turned down for false or withheld information: no new application within a year.',
    },
    citation: { source: 'O42', article: 'art. 44; ALL art. 78; N81; PG LN' },
    confidence: 'secondary',
    when: { eq: ['barKinds', 'false-material'] },
    examples: [
      { facts: { barKinds: ['false-material'] }, applies: true },
      { facts: { barKinds: ['fraud'] }, applies: false },
      { facts: { barKinds: [] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.fraud-bar',
    code: 'barred-for-fraud',
    level: 'blocking',
    wording: {
      zh: '以欺骗、贿赂等手段取得的许可被撤销后三年内，不得再次申请。',
      en: 'A permit got by deceit or bribery was set aside: no new application within three years.',
    },
    citation: { source: 'O42', article: 'art. 44; ALL art. 79' },
    confidence: 'secondary',
    when: { eq: ['barKinds', 'fraud'] },
    examples: [
      { facts: { barKinds: ['fraud'] }, applies: true },
      { facts: { barKinds: [] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.bar-near-its-end',
    code: 'bar-near-its-end',
    level: 'warning',
    wording: {
      zh: '申报日与限制期届满日相距不到一个月：起算日有不同理解，申报前请向主管部门确认届满日。',
      en: 'The filing day lies within a month of the end of a bar: its start is read in different ways, so have the authority confirm the day before filing.',
    },
    citation: { source: 'HOUSE', article: 'bars and list exits' },
    confidence: 'unverified',
    when: { all: [{ gte: ['daysFromBarEnd', 0] }, { not: { gte: ['daysFromBarEnd', 32] } }] },
    examples: [
      { facts: { daysFromBarEnd: 0 }, applies: true },
      { facts: { daysFromBarEnd: 31 }, applies: true },
      { facts: { daysFromBarEnd: 32 }, applies: false },
      { facts: {}, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.recent-penalty-not-stated',
    code: 'recent-penalty-not-stated',
    level: 'info',
    wording: {
      zh: '未说明三年内是否受过电信行政处罚：受过的须另交承诺书。',
      en: 'Not stated whether there was a telecom penalty within three years: after one a special commitment is asked for.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: unstated('recentPenalty'),
    examples: [
      { facts: {}, applies: true },
      { facts: { recentPenalty: false }, applies: false },
    ],
  },
];
