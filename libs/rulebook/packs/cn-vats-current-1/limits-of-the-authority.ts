import type { LimitRule } from '../../pack.js';
import { since2017 } from './sources.js';

/** What the authority must do in time. Working days where the Licensing Law sets the limit (its article 82). */
export const limitsOfTheAuthority: LimitRule[] = [
  {
    ...since2017,
    id: 'limit.completeness',
    duty: 'authority',
    wording: {
      zh: '收到材料后五个工作日内应一次告知需补正的全部内容；逾期不告知的，自收到材料之日起视为受理。',
      en: 'Within five working days of receiving the papers the authority names everything that is missing, once. If it stays silent, the application counts as accepted from the day of receipt.',
    },
    citation: { source: 'ALL', article: 'art. 32(4), 82' },
    confidence: 'verified',
    whenPassed: 'deemed-accepted',
    readings: [
      {
        id: 'from-receipt',
        from: 'receivedOn',
        count: { kind: 'length', length: 5, unit: 'working-day', direction: 'after' },
        pauses: 'none',
        roll: 'none',
        wording: {
          zh: '收到当日不计，其后第五个工作日届满。',
          en: 'The day of receipt is not counted; the fifth working day after it is the last.',
        },
        citation: { source: 'ALL', article: 'art. 32(4), 82' },
        confidence: 'verified',
        examples: [
          { start: '2026-09-14', date: '2026-09-20' },
          { start: '2026-01-05', date: '2026-01-12' },
          { start: '2026-04-27', date: '2026-05-07' },
        ],
      },
      {
        id: 'rest-day-receipt-counts-from-next-working-day',
        from: 'nextWorkingDayAfterReceipt',
        count: { kind: 'length', length: 5, unit: 'working-day', direction: 'after' },
        pauses: 'none',
        roll: 'none',
        wording: {
          zh: '在休息日收到的，另一种理解是自下一个工作日视为收到。',
          en: 'Papers that arrive on a rest day are read by some as received on the next working day.',
        },
        citation: { source: 'HOUSE', article: 'receipt on a rest day' },
        confidence: 'unverified',
        examples: [{ start: '2026-03-16', date: '2026-03-23' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.review',
    duty: 'authority',
    wording: {
      zh: '增值电信业务经营许可的审查期限为六十日；专家评审、听证所需时间不计入。',
      en: 'The review of a value-added permit takes sixty days at most; the time of an expert review or a hearing is left out.',
    },
    citation: { source: 'TR', article: 'art. 14; ALL art. 45' },
    confidence: 'verified',
    whenPassed: 'overdue',
    readings: [
      {
        id: 'calendar-days-from-first-receipt',
        from: 'firstReceivedOn',
        count: { kind: 'length', length: 60, unit: 'day', direction: 'after' },
        pauses: 'both-ends-excluded',
        roll: 'next-working-day',
        wording: {
          zh: '自收到申请之日起六十个自然日；专家评审的首日与末日均不计入。',
          en: 'Sixty calendar days from the receipt of the application; first and last day of an expert review are left out.',
        },
        citation: { source: 'TR', article: 'art. 14' },
        confidence: 'verified',
        examples: [
          { start: '2026-09-14', date: '2026-11-13', rolled: '2026-11-13' },
          { start: '2026-03-02', date: '2026-05-01', rolled: '2026-05-06' },
          { start: '2026-09-14', pauses: [{ from: '2026-10-12', to: '2026-10-23' }], date: '2026-11-25' },
        ],
      },
      {
        id: 'working-days-from-acceptance',
        from: 'acceptedOn',
        count: { kind: 'length', length: 60, unit: 'working-day', direction: 'after' },
        pauses: 'both-ends-excluded',
        roll: 'none',
        wording: {
          zh: '自受理之日起六十个工作日（部分省办事指南）。',
          en: 'Sixty working days from acceptance, as some provincial guides have it.',
        },
        citation: { source: 'PG', article: 'HuB 2020' },
        confidence: 'secondary',
        examples: [{ start: '2026-05-06', date: '2026-07-29' }],
      },
      {
        id: 'calendar-days-from-complete-receipt',
        from: 'completeReceivedOn',
        count: { kind: 'length', length: 60, unit: 'day', direction: 'after' },
        pauses: 'both-ends-excluded',
        roll: 'next-working-day',
        wording: {
          zh: '自收到全部申请材料之日起六十个自然日（多省办事指南）。',
          en: 'Sixty calendar days from the receipt of all papers, as several provincial guides have it.',
        },
        citation: { source: 'PG', article: 'HeB 2021, GD 2025, GX 2026' },
        confidence: 'secondary',
        examples: [{ start: '2026-09-21', date: '2026-11-20', rolled: '2026-11-20' }],
      },
      {
        id: 'end-day-of-review-counts',
        from: 'firstReceivedOn',
        count: { kind: 'length', length: 60, unit: 'day', direction: 'after' },
        pauses: 'end-day-counts',
        roll: 'next-working-day',
        wording: {
          zh: '另一种理解：专家评审结束当日恢复计算。',
          en: 'Read differently, the clock runs again on the last day of the expert review.',
        },
        citation: { source: 'HOUSE', article: 'end of an expert review' },
        confidence: 'unverified',
        examples: [{ start: '2026-09-14', pauses: [{ from: '2026-10-12', to: '2026-10-23' }], date: '2026-11-24' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.permit-issue',
    duty: 'authority',
    wording: {
      zh: '作出准予决定后十个工作日内颁发、送达许可证。',
      en: 'The permit is issued and delivered within ten working days of the grant.',
    },
    citation: { source: 'ALL', article: 'art. 44, 82' },
    confidence: 'verified',
    whenPassed: 'overdue',
    readings: [
      {
        id: 'from-grant',
        from: 'grantedOn',
        count: { kind: 'length', length: 10, unit: 'working-day', direction: 'after' },
        pauses: 'none',
        roll: 'none',
        wording: {
          zh: '自准予决定之日的次日起十个工作日。',
          en: 'Ten working days, beginning on the day after the grant.',
        },
        citation: { source: 'ALL', article: 'art. 44, 82' },
        confidence: 'verified',
        examples: [{ start: '2026-09-14', date: '2026-09-28' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.renewal-decision',
    duty: 'authority',
    wording: {
      zh: '按期申请续期的，应在有效期届满前作出决定；逾期未作决定的，视为准予延续。',
      en: 'On a renewal filed in time the authority decides before the permit ends; if it is silent by then, the renewal counts as granted.',
    },
    citation: { source: 'ALL', article: 'art. 50(2)' },
    confidence: 'verified',
    whenPassed: 'deemed-renewed',
    readings: [
      {
        id: 'by-last-day-of-validity',
        from: 'lastDay',
        count: { kind: 'same-day' },
        pauses: 'none',
        roll: 'none',
        wording: { zh: '最迟为有效期最后一日。', en: 'The last day of validity is the last day for the decision.' },
        citation: { source: 'ALL', article: 'art. 50(2)' },
        confidence: 'verified',
        examples: [{ start: '2026-12-31', date: '2026-12-31' }],
      },
    ],
  },
];
