import type { LimitRule } from '../../pack.js';
import { since2017 } from './sources.js';

/** Rights that lapse: against a refusal or a non-acceptance. Counted from service of the decision. */
export const limitsOfAppeal: LimitRule[] = [
  {
    ...since2017,
    id: 'limit.reconsideration',
    duty: 'right',
    wording: {
      zh: '不服决定的，可自知道该决定之日起六十日内申请行政复议。',
      en: 'Administrative reconsideration may be asked for within sixty days of learning of the decision.',
    },
    citation: { source: 'ARL', article: 'art. 20' },
    confidence: 'verified',
    whenPassed: 'right-lost',
    readings: [
      {
        id: 'sixty-days-from-service',
        from: 'servedOn',
        count: { kind: 'length', length: 60, unit: 'day', direction: 'after' },
        pauses: 'none',
        roll: 'none',
        wording: { zh: '自送达次日起六十日。', en: 'Sixty days, beginning on the day after service.' },
        citation: { source: 'ARL', article: 'art. 20' },
        confidence: 'verified',
        examples: [{ start: '2026-09-14', date: '2026-11-13', safeDay: '2026-11-13' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.litigation',
    duty: 'right',
    wording: {
      zh: '不服决定的，可自知道该决定之日起六个月内提起行政诉讼。',
      en: 'An action may be brought within six months of learning of the decision.',
    },
    citation: { source: 'APL', article: 'art. 46' },
    confidence: 'verified',
    whenPassed: 'right-lost',
    readings: [
      {
        id: 'six-months-from-service',
        from: 'servedOn',
        count: { kind: 'length', length: 6, unit: 'month', direction: 'after' },
        pauses: 'none',
        roll: 'none',
        wording: {
          zh: '六个月后的对应日；无对应日的，为该月末日。',
          en: 'The corresponding day six months later, or the last day of that month where there is none.',
        },
        citation: { source: 'APL', article: 'art. 46' },
        confidence: 'verified',
        examples: [
          { start: '2025-08-31', date: '2026-02-28', safeDay: '2026-02-28' },
          { start: '2026-03-14', date: '2026-09-14', safeDay: '2026-09-14' },
        ],
      },
    ],
  },
];
