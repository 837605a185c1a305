import type { LimitRule } from '../../pack.js';
import { daysAfter, limit, monthsAfter, sameDay } from './limit.js';

/** Entries on the credit lists, the ways off them, and the years in which nobody may apply. */
export const limitsOfLists: LimitRule[] = [
  limit({
    id: 'limit.list-entry',
    duty: 'authority',
    wording: {
      zh: '受到行政处罚的，自处罚决定作出之日起三十日内列入名单。',
      en: 'Within thirty days of a penalty decision the operator is entered on the list.',
    },
    citation: { source: 'O42', article: 'art. 42; L18' },
    confidence: 'verified',
    whenPassed: 'overdue',
    readings: [
      {
        id: 'thirty-days-from-decision',
        from: 'decidedOn',
        count: daysAfter(30),
        wording: {
          zh: '处罚决定作出的次日起三十日。',
          en: 'Thirty days, beginning on the day after the penalty decision.',
        },
        citation: { source: 'O42', article: 'art. 42; L18' },
        confidence: 'verified',
        examples: [{ start: '2026-09-14', date: '2026-10-14' }],
      },
    ],
  }),
  limit({
    id: 'limit.ordered-report',
    duty: 'company',
    wording: {
      zh: '未报年报的，主管部门责令限期报告；仍不报告的，列入不良名单。',
      en: 'An operator without its annual report is ordered to file it by a day; whoever still does not is entered on the bad list.',
    },
    citation: { source: 'O42', article: 'art. 38' },
    confidence: 'verified',
    whenPassed: 'bad-list',
    readings: [
      {
        id: 'as-printed',
        from: 'dueOn',
        count: sameDay,
        wording: { zh: '以限期通知载明的日期为准。', en: 'The day printed in the order.' },
        citation: { source: 'O42', article: 'art. 38' },
        confidence: 'verified',
        examples: [{ start: '2026-05-08', date: '2026-05-08', safeDay: '2026-05-08' }],
      },
    ],
  }),
  limit({
    id: 'limit.bad-list-exit',
    duty: 'authority',
    wording: {
      zh: '因行政处罚列入不良名单，一年内未再受处罚的，移出；年限未核实。',
      en: 'An operator on the bad list for a penalty leaves it after a year without another; the year is not verified.',
    },
    citation: { source: 'O42', article: 'art. 42, 43' },
    confidence: 'unverified',
    whenPassed: 'exit-due',
    readings: [
      {
        id: 'one-year-from-decision',
        from: 'decidedOn',
        count: monthsAfter(12),
        wording: {
          zh: '自列入决定之日起一年，至次年对应日。',
          en: 'One year from the decision of entry, up to the corresponding day.',
        },
        citation: { source: 'HOUSE', article: 'bars and list exits' },
        confidence: 'unverified',
        examples: [
          { start: '2026-03-14', date: '2027-03-14' },
          { start: '2024-02-29', date: '2025-02-28' },
        ],
      },
    ],
  }),
  limit({
    id: 'limit.dishonest-list-exit',
    duty: 'authority',
    wording: {
      zh: '列入失信名单后三年内未再受处罚的，移出；年限未核实。',
      en: 'An operator leaves the dishonest list after three years without another penalty; the three years are not verified.',
    },
    citation: { source: 'O42', article: 'art. 42, 43' },
    confidence: 'unverified',
    whenPassed: 'exit-due',
    readings: [
      {
        id: 'three-years-from-decision',
        from: 'decidedOn',
        count: monthsAfter(36),
        wording: {
          zh: '自列入决定之日起三年，至第三年对应日。',
          en: 'Three years from the decision of entry, up to the corresponding day.',
        },
        citation: { source: 'HOUSE', article: 'bars and list exits' },
        confidence: 'unverified',
        examples: [{ start: '2026-03-14', date: '2029-03-14' }],
      },
    ],
  }),
  limit({
    id: 'limit.false-material-bar',
    duty: 'authority',
    wording: {
      zh: '隐瞒情况或者提供虚假材料申请许可的，不予受理或者不予许可，一年内不得再次申请。',
      en: 'Who applies with false or withheld information is turned down and may not apply again for a year.',
    },
    citation: { source: 'O42', article: 'art. 44; ALL art. 78; N81; PG LN' },
    confidence: 'secondary',
    whenPassed: 'bar-ends',
    readings: [
      {
        id: 'one-year-from-decision',
        from: 'decidedOn',
        count: monthsAfter(12),
        wording: {
          zh: '自决定之日起一年，次年对应日为最后一日。',
          en: 'One year from the decision; the corresponding day is the last day of the bar.',
        },
        citation: { source: 'HOUSE', article: 'bars and list exits' },
        confidence: 'secondary',
        examples: [{ start: '2026-03-14', date: '2027-03-14' }],
      },
    ],
  }),
  limit({
    id: 'limit.fraud-bar',
    duty: 'authority',
    wording: {
      zh: '以欺骗、贿赂等手段取得许可被撤销的，三年内不得再次申请。',
      en: 'Whose permit is set aside because it was got by deceit or bribery may not apply again for three years.',
    },
    citation: { source: 'O42', article: 'art. 44; ALL art. 79' },
    confidence: 'secondary',
    whenPassed: 'bar-ends',
    readings: [
      {
        id: 'three-years-from-decision',
        from: 'decidedOn',
        count: monthsAfter(36),
        wording: {
          zh: '自撤销决定之日起三年，第三年对应日为最后一日。',
          en: 'Three years from the decision; the corresponding day is the last day of the bar.',
        },
        citation: { source: 'HOUSE', article: 'bars and list exits' },
        confidence: 'secondary',
        examples: [{ start: '2026-03-14', date: '2029-03-14' }],
      },
    ],
  }),
];
