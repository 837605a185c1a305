import type { LimitRule } from '../../pack.js';
import { ofTheMeasuresOf2009 } from './sources.js';

const plain = { pauses: 'none', roll: 'none' } as const;

/** The yearly inspection, and the arithmetic of validity and renewal. Nothing else of those years is computed. */
export const limits: LimitRule[] = [
  {
    ...ofTheMeasuresOf2009,
    id: 'limit.annual-inspection',
    duty: 'company',
    wording: {
      zh: '许可证实行年检，持证公司每年第一季度报送年检材料。',
      en: 'Permits were inspected every year; their holders handed in the papers in the first quarter.',
    },
    citation: { source: 'O5', article: 'annual inspection' },
    confidence: 'secondary',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'march-31',
        from: 'year',
        count: { kind: 'day-of-year', monthDay: '03-31' },
        ...plain,
        wording: { zh: '三月三十一日，遇休息日不顺延。', en: 'March 31; it does not move when it is a rest day.' },
        citation: { source: 'O5', article: 'annual inspection' },
        confidence: 'secondary',
        examples: [
          { start: '2016', date: '2016-03-31', safeDay: '2016-03-31' },
          { start: '2017', date: '2017-03-31', safeDay: '2017-03-31' },
        ],
      },
    ],
  },
  {
    ...ofTheMeasuresOf2009,
    id: 'limit.renewal',
    duty: 'company',
    wording: {
      zh: '有效期届满需要继续经营的，提前九十日申请续办。',
      en: 'Whoever goes on after the permit ends applies ninety days ahead.',
    },
    citation: { source: 'O5', article: 'renewal' },
    confidence: 'secondary',
    whenPassed: 'not-renewed',
    readings: [
      {
        id: 'ninety-days-before',
        from: 'lastDay',
        count: { kind: 'length', length: 90, unit: 'day', direction: 'before' },
        ...plain,
        wording: {
          zh: '有效期最后一日前九十日；倒推遇休息日，取之前的工作日。',
          en: 'Ninety days before the last day of validity; counted back, a rest day means the working day before it.',
        },
        citation: { source: 'O5', article: 'renewal' },
        confidence: 'secondary',
        examples: [
          { start: '2016-03-14', date: '2015-12-15', safeDay: '2015-12-15' },
          { start: '2016-12-30', date: '2016-10-01', safeDay: '2016-09-30' },
        ],
      },
    ],
  },
  {
    ...ofTheMeasuresOf2009,
    id: 'limit.validity',
    duty: 'company',
    wording: {
      zh: '增值电信业务经营许可证的有效期为五年。',
      en: 'A permit for value-added services is valid for five years.',
    },
    citation: { source: 'O5', article: 'validity' },
    confidence: 'secondary',
    whenPassed: 'expired',
    readings: [
      {
        id: 'eve-of-anniversary',
        from: 'validFrom',
        count: { kind: 'term', years: 5, end: 'eve' },
        ...plain,
        wording: { zh: '五年届满日为对应日的前一日。', en: 'The five years end on the day before the anniversary.' },
        citation: { source: 'O5', article: 'validity' },
        confidence: 'secondary',
        examples: [
          { start: '2011-03-15', date: '2016-03-14' },
          { start: '2012-02-29', date: '2017-02-28' },
        ],
      },
      {
        id: 'same-day-anniversary',
        from: 'validFrom',
        count: { kind: 'term', years: 5, end: 'anniversary' },
        ...plain,
        wording: { zh: '部分许可证印为五年后的对应日。', en: 'Some permits print the anniversary itself.' },
        citation: { source: 'PG', article: 'permits seen' },
        confidence: 'secondary',
        examples: [{ start: '2011-03-15', date: '2016-03-15' }],
      },
    ],
  },
];
