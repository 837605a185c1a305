import type { LadderRule, LimitRule } from '../../pack.js';
import { ladder } from './ladder.js';
import { limit, sameDay } from './limit.js';

/** Operating without a right: no day of grace, and reminders to two persons until it stops or is permitted. */
export const limitsOfOperating: LimitRule[] = [
  limit({
    id: 'limit.operating-without-permit',
    duty: 'company',
    wording: {
      zh: '未取得许可证不得经营电信业务；申请尚未批准、许可证已经届满或者超出许可范围的，均无权经营，法律未给任何宽限日。',
      en: 'No telecom business without a permit: an application that waits for its decision, a permit that has ended, and a permit that does not reach so far give no right, and the law gives no day of grace.',
    },
    citation: { source: 'TR', article: 'art. 7(3), 69' },
    confidence: 'verified',
    whenPassed: 'fine',
    readings: [
      {
        id: 'from-the-first-day',
        from: 'withoutRightFrom',
        count: sameDay,
        wording: {
          zh: '自无权经营之日起即应停止；等待许可的期间同样不得经营。',
          en: 'To be stopped from the first day without a right; the time in which an application is pending is no exception.',
        },
        citation: { source: 'TR', article: 'art. 7(3)' },
        confidence: 'verified',
        examples: [
          { start: '2031-06-02', date: '2031-06-02' },
          { start: '2026-10-02', date: '2026-10-02', safeDay: '2026-09-30' },
        ],
      },
    ],
  }),
];

export const laddersOfOperating: LadderRule[] = [
  {
    ...ladder(
      'operating-without-permit',
      {
        zh: '无证经营：知悉当日（休息日亦然）即通知负责人和主管，其后每两个工作日一次，直至停止经营或者取得许可。',
        en: 'Operating without a permit: owner and manager at once, on a rest day too, then every second working day until the service stops or is permitted.',
      },
      {
        rungs: [{ key: 'alarm', anchor: 'opening', offsetDays: 0, onRestDays: true }],
        repeats: [{ key: 'still-running', after: 'opening', until: 'closed', every: 2, unit: 'working-day' }],
        examples: [{ rung: 'alarm', anchor: '2026-10-03', leaves: '2026-10-03' }],
      },
    ),
    alsoTells: ['manager'],
  },
];
