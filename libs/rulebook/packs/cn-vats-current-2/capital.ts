import type { CapitalRule } from '../../pack.js';
import { capital as capitalOf1 } from '../cn-vats-current-1/routing.js';

/** Article 6 itself could not be read; its floors stand in the guide of Shanghai, which was. */
const asRead = (rule: CapitalRule): CapitalRule =>
  rule.confidence === 'verified' ? { ...rule, citation: { source: 'O42', article: 'art. 6(4); PG SH' } } : rule;

/** The floors of version 1. For several provinces one guide reads the higher one more narrowly. */
export const capital: CapitalRule[] = capitalOf1.map(asRead).map((rule) =>
  rule.id === 'capital.nationwide'
    ? {
        ...rule,
        otherReadings: [
          {
            id: 'only-some-types',
            wording: {
              zh: '北京2024年外资试点指南只对跨省的B11、B12和B25（不含互联网）写明一千万元。',
              en: 'Beijing’s guide of 2024 to the foreign pilots names RMB 10 million only for B11, B12 and B25 without the internet across provinces.',
            },
            citation: { source: 'PG', article: 'BJ 2024, foreign pilots' },
            confidence: 'secondary',
          },
          {
            id: 'paid-in-until-2017',
            wording: {
              zh: '旧办法要求实缴并提交验资报告；2017年起为认缴。',
              en: 'The older measures asked for paid-in capital with its verification; since 2017 subscribed capital counts.',
            },
            citation: { source: 'O5', article: 'capital' },
            confidence: 'secondary',
          },
        ],
      }
    : rule,
);
