import type { PenaltyRule } from '../../pack.js';
import { since2017 } from './sources.js';

/** Exposure in whole yuan, by the income that the act brought in. */
export const penalties: PenaltyRule[] = [
  {
    ...since2017,
    id: 'penalty.operating-without-permit',
    act: 'operating-without-permit',
    wording: {
      zh: '无证经营或者超范围经营：责令改正，没收违法所得，并处三至五倍罚款；没有违法所得或者不足五万元的，处十万至一百万元罚款；情节严重的，责令停业整顿。',
      en: 'Operating without a permit or beyond its scope: correction, confiscation and a fine of 3 to 5 times the illegal income; RMB 100,000 to 1 million where it is nil or under 50,000; suspension in serious cases.',
    },
    citation: { source: 'TR', article: 'art. 69' },
    confidence: 'verified',
    confiscation: true,
    tiers: [
      { incomeFrom: 0, fine: { kind: 'amount', from: 100_000, to: 1_000_000 } },
      { incomeFrom: 50_000, fine: { kind: 'multiple', from: 3, to: 5 } },
    ],
    examples: [
      { income: 0, from: 100_000, to: 1_000_000 },
      { income: 49_999, from: 100_000, to: 1_000_000 },
      { income: 50_000, from: 150_000, to: 250_000 },
      { income: 2_000_000, from: 6_000_000, to: 10_000_000 },
    ],
  },
  {
    ...since2017,
    id: 'penalty.permit-lent',
    act: 'permit-lent',
    wording: {
      zh: '伪造、出租、转让许可证：没收违法所得，并处三至五倍罚款；不足一万元的，处一万至十万元罚款。',
      en: 'Forging, lending or transferring a permit: confiscation and a fine of 3 to 5 times the income; RMB 10,000 to 100,000 where it is under 10,000.',
    },
    citation: { source: 'TR', article: 'art. 68' },
    confidence: 'verified',
    confiscation: true,
    tiers: [
      { incomeFrom: 0, fine: { kind: 'amount', from: 10_000, to: 100_000 } },
      { incomeFrom: 10_000, fine: { kind: 'multiple', from: 3, to: 5 } },
    ],
    examples: [
      { income: 9_999, from: 10_000, to: 100_000 },
      { income: 10_000, from: 30_000, to: 50_000 },
    ],
  },
  {
    ...since2017,
    id: 'penalty.late-change',
    act: 'late-change',
    wording: {
      zh: '名称、法定代表人、注册资本变更未按期办理：责令改正，警告，处五千至三万元罚款，并列入不良名单。',
      en: 'A change of name, legal representative or capital filed late: correction, warning, RMB 5,000 to 30,000, and the bad list.',
    },
    citation: { source: 'O42', article: 'art. 47' },
    confidence: 'unverified',
    confiscation: false,
    tiers: [{ incomeFrom: 0, fine: { kind: 'amount', from: 5_000, to: 30_000 } }],
    examples: [{ income: 0, from: 5_000, to: 30_000 }],
  },
];
