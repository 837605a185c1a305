import type { LimitRule } from '../../pack.js';
import { daysAfter, daysBefore, limit, sameDay, workingDaysAfter } from './limit.js';

/** The end of a permit that the company itself brings about: termination, or no renewal. */
export const limitsOfEnding: LimitRule[] = [
  limit({
    id: 'limit.termination-notice',
    duty: 'authority',
    wording: {
      zh: '申请终止经营的，发证机关向社会公示三十日。',
      en: 'When a holder applies to end its business, the issuing authority publishes this for thirty days.',
    },
    citation: { source: 'O42', article: 'art. 30, 31' },
    confidence: 'verified',
    whenPassed: 'notice-ends',
    readings: [
      {
        id: 'thirty-days-from-publication',
        from: 'publishedOn',
        count: daysAfter(30),
        wording: {
          zh: '公示当日不计，其后第三十日届满。',
          en: 'The day of publication is not counted; the thirtieth day after it is the last.',
        },
        citation: { source: 'O42', article: 'art. 30, 31' },
        confidence: 'verified',
        examples: [{ start: '2026-09-14', date: '2026-10-14' }],
      },
    ],
  }),
  limit({
    id: 'limit.termination-decision',
    duty: 'authority',
    wording: {
      zh: '公示期满后六十日内作出是否准予终止经营的决定。',
      en: 'Within sixty days of the end of the public notice the authority decides on the termination.',
    },
    citation: { source: 'O42', article: 'art. 31' },
    confidence: 'verified',
    whenPassed: 'overdue',
    readings: [
      {
        id: 'calendar-days-after-notice',
        from: 'noticeEndsOn',
        count: daysAfter(60),
        roll: 'next-working-day',
        wording: {
          zh: '公示期满之日的次日起六十个自然日。',
          en: 'Sixty calendar days, beginning on the day after the notice ended.',
        },
        citation: { source: 'O42', article: 'art. 31' },
        confidence: 'verified',
        examples: [
          { start: '2026-10-14', date: '2026-12-13', rolled: '2026-12-14' },
          { start: '2026-03-31', date: '2026-05-30', rolled: '2026-06-01' },
        ],
      },
      {
        id: 'working-days-after-notice',
        from: 'noticeEndsOn',
        count: workingDaysAfter(60),
        wording: {
          zh: '另一种理解：公示期满后六十个工作日。',
          en: 'Read differently: sixty working days after the notice ended.',
        },
        citation: { source: 'HOUSE', article: 'unit of sixty days' },
        confidence: 'unverified',
        examples: [{ start: '2026-05-06', date: '2026-07-29' }],
      },
    ],
  }),
  limit({
    id: 'limit.non-renewal-report',
    duty: 'company',
    wording: {
      zh: '有效期届满不再继续经营的，应提前九十日向原发证机关报告，并做好善后工作。',
      en: 'Whoever will not go on after the permit ends tells the issuing authority ninety days ahead and provides for its users.',
    },
    citation: { source: 'O42', article: 'art. 27' },
    confidence: 'verified',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'ninety-days-before',
        from: 'lastDay',
        count: daysBefore(90),
        wording: {
          zh: '有效期最后一日前九十日；倒推遇休息日，取之前的工作日。',
          en: 'Ninety days before the last day of validity; counted back, a rest day means the working day before it.',
        },
        citation: { source: 'O42', article: 'art. 27' },
        confidence: 'verified',
        examples: [
          { start: '2026-12-31', date: '2026-10-02', safeDay: '2026-09-30' },
          { start: '2026-08-15', date: '2026-05-17', safeDay: '2026-05-15' },
        ],
      },
    ],
  }),
  limit({
    id: 'limit.permit-return',
    duty: 'company',
    wording: {
      zh: '许可证注销后应交回纸质许可证；法律未规定统一期限，以决定载明的日期为准。',
      en: 'A paper permit is handed back after its cancellation, by the day that the decision prints; the law sets no general limit.',
    },
    citation: { source: 'O42', article: 'art. 31, 33' },
    confidence: 'secondary',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'as-printed',
        from: 'dueOn',
        count: sameDay,
        wording: { zh: '以决定载明的日期为准。', en: 'The day printed in the decision.' },
        citation: { source: 'O42', article: 'art. 31, 33' },
        confidence: 'secondary',
        examples: [{ start: '2026-10-09', date: '2026-10-09', safeDay: '2026-10-09' }],
      },
    ],
  }),
];
