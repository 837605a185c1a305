import type { PenaltyRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

/** A fine between two amounts, whatever the income. */
const between = (from: number, to: number): Pick<PenaltyRule, 'confiscation' | 'tiers' | 'examples'> => ({
  confiscation: false,
  tiers: [{ incomeFrom: 0, fine: { kind: 'amount', from, to } }],
  examples: [
    { income: 0, from, to },
    { income: 2_000_000, from, to },
  ],
});

/** Penalties that version 1 does not name; those of operating without a permit, lending it and late changes hold beside them. */
export const addedPenalties: PenaltyRule[] = [
  {
    ...since2017,
    id: 'penalty.permit-by-fraud',
    act: 'permit-by-fraud',
    wording: {
      zh: '以欺骗、贿赂等手段取得许可：撤销许可，警告，处五千至三万元罚款，三年内不得再次申请；条号未核实。',
      en: 'A permit got by deceit or bribery: set aside, with a warning, RMB 5,000 to 30,000, and no application for three years; the article’s number is not verified.',
    },
    citation: { source: 'O42', article: 'art. 44; ALL art. 69, 79' },
    confidence: 'unverified',
    ...between(5_000, 30_000),
  },
  {
    ...since2017,
    id: 'penalty.false-material',
    act: 'false-material',
    wording: {
      zh: '隐瞒情况或者提供虚假材料：不予受理或者不予许可，警告，一年内不得再次申请；无罚款。',
      en: 'False or withheld material: refused, with a warning, and no application for a year; there is no fine.',
    },
    citation: { source: 'O42', article: 'art. 44; ALL art. 78' },
    confidence: 'secondary',
    ...between(0, 0),
  },
  {
    ...since2017,
    id: 'penalty.operator-or-scope-changed',
    act: 'operator-or-scope-changed',
    wording: {
      zh: '未经批准变更经营主体或者业务范围：依照无证或者超范围经营处罚；条号未核实。',
      en: 'A change of operator or scope without approval is punished like operating without a permit; the article’s number is not verified.',
    },
    citation: { source: 'O42', article: 'art. 45; TR art. 69' },
    confidence: 'unverified',
    confiscation: true,
    tiers: [
      { incomeFrom: 0, fine: { kind: 'amount', from: 100_000, to: 1_000_000 } },
      { incomeFrom: 50_000, fine: { kind: 'multiple', from: 3, to: 5 } },
    ],
    examples: [
      { income: 49_999, from: 100_000, to: 1_000_000 },
      { income: 50_000, from: 150_000, to: 250_000 },
    ],
  },
];
