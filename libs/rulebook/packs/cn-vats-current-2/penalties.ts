import type { PenaltyRule } from '../../pack.js';
import { penalties as penaltiesOf1 } from '../cn-vats-current-1/penalties.js';
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

/** Operating without a permit, with what one guide adds to it. */
const withoutPermit = penaltiesOf1
  .filter(({ act }) => act === 'operating-without-permit')
  .map((rule) => ({
    ...rule,
    otherReadings: [
      {
        id: 'authority-punished-too',
        wording: {
          zh: '有指南称主管部门也受该条处罚；该条只适用于经营者，工作人员另依电信条例第七十八条和行政许可法第七十二至七十七条处理。',
          en: 'A guide says that the authority is punished by it too; it reaches operators only, and officials answer under article 78 of the Regulations and 72 to 77 of the Licensing Law.',
        },
        citation: { source: 'AG', article: 'guides on B24' },
        confidence: 'unverified' as const,
      },
    ],
  }));

/** Penalties that version 1 does not name or not fully; those of lending a permit and of late changes hold beside them. */
export const penaltiesAmended: PenaltyRule[] = [
  ...withoutPermit,
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
    citation: { source: 'O42', article: 'art. 44; ALL art. 78; N81; PG LN' },
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
