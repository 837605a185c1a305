import type { LadderRepeat } from '../../ladder.js';
import type { LadderRule } from '../../pack.js';
import { back, ladder, opened } from './ladder.js';

const weekly: LadderRepeat = { key: 'weekly', after: 'safe-day', until: 'closed', every: 7, unit: 'day' };
const undated: LadderRepeat = {
  key: 'undated',
  after: 'opening',
  until: 'closed',
  every: 5,
  unit: 'working-day',
  onlyWithoutDate: true,
};

/** The authority owes the next step: ask, then complain, then weekly until closed. */
const authorityLate = (obligation: string, wording: LadderRule['wording']): LadderRule =>
  ladder(obligation, wording, {
    rungs: [
      { key: 'ask', anchor: 'after-earlier-reading', offsetDays: 1 },
      { key: 'complaint', anchor: 'after-later-reading', offsetDays: 1 },
    ],
    repeats: [{ key: 'weekly', after: 'later-reading', until: 'closed', every: 7, unit: 'day' }],
    examples: [{ rung: 'ask', anchor: '2026-12-13', leaves: '2026-12-14' }],
  });

/** A span runs its time: told a month before its end and on the day after it; weekly only where somebody must act. */
const spanEnds = (
  obligation: string,
  wording: LadderRule['wording'],
  repeats: LadderRepeat[] = [{ key: 'weekly', after: 'later-reading', until: 'closed', every: 7, unit: 'day' }],
): LadderRule =>
  ladder(obligation, wording, {
    rungs: [
      { key: 'ends-soon', anchor: 'after-later-reading', offsetDays: -30 },
      { key: 'ended', anchor: 'after-later-reading', offsetDays: 1 },
    ],
    repeats,
    examples: [
      { rung: 'ends-soon', anchor: '2026-03-14', leaves: '2026-02-12' },
      { rung: 'ended', anchor: '2026-03-14', leaves: '2026-03-16' },
    ],
  });

/** A day that somebody printed: on receipt, then as it comes near, then weekly until done. */
const printedDay = (obligation: string, wording: LadderRule['wording']): LadderRule =>
  ladder(obligation, wording, {
    rungs: [opened, ...back(30, 14, 7, 3, 0)],
    repeats: [weekly, undated],
    examples: [
      { rung: 'opened', anchor: '2026-09-19', leaves: '2026-09-20' },
      { rung: 'S-3', anchor: '2026-10-09', leaves: '2026-09-30' },
    ],
  });

/** Ladders of what version 2 adds; those of version 1 hold beside them. */
export const addedLadders: LadderRule[] = [
  ladder(
    'termination-notice',
    {
      zh: '终止公示：公示前每五个工作日跟进一次；公示期满次日提醒跟进决定。',
      en: 'Public notice of a termination: every five working days while it is not published; on the day after it ends, look after the decision.',
    },
    {
      rungs: [{ key: 'ended', anchor: 'after-later-reading', offsetDays: 1 }],
      repeats: [undated],
      examples: [{ rung: 'ended', anchor: '2026-03-14', leaves: '2026-03-16' }],
    },
  ),
  authorityLate('termination-decision', {
    zh: '终止决定：按较早理解届满次日询问，按较晚理解届满次日投诉，其后每周一次直至了结。',
    en: 'Decision on a termination: ask on the day after the earlier reading, complain on the day after the later one, then weekly until closed.',
  }),
  authorityLate('reissue-decision', {
    zh: '遗失补办：参照期限届满次日询问，其后投诉，每周一次直至了结。',
    en: 'Replacement of a lost permit: ask and complain on the day after the yardstick, then weekly until closed.',
  }),
  ladder(
    'non-renewal-report',
    {
      zh: '不再续期的报告：作出决定当日，安全日前九十、六十、三十、十四、七、三日及当日；其后每周一次直至了结。',
      en: 'Report of a permit that will not be renewed: on the day of the decision, 90, 60, 30, 14, 7, 3 and 0 days before the safe day, then weekly until closed.',
    },
    {
      rungs: [opened, ...back(90, 60, 30, 14, 7, 3, 0)],
      repeats: [weekly],
      examples: [{ rung: 'S-90', anchor: '2026-09-30', leaves: '2026-07-02' }],
    },
  ),
  printedDay('permit-return', {
    zh: '交回许可证：知悉当日，安全日前三十、十四、七、三日及当日，其后每周一次；未载日期的，每五个工作日一次。',
    en: 'Return of the paper permit: when it becomes known, 30, 14, 7, 3 and 0 days before the safe day, then weekly; every five working days without a date.',
  }),
  printedDay('inspection-answer', {
    zh: '检查答复：收到通知当日，安全日前三十、十四、七、三日及当日，其后每周一次；未载日期的，每五个工作日一次。',
    en: 'Answer to an inspection: on receipt, 30, 14, 7, 3 and 0 days before the safe day, then weekly; every five working days without a date.',
  }),
  printedDay('ordered-report', {
    zh: '责令补报年报：收到通知当日，安全日前三十、十四、七、三日及当日，其后每周一次；未载日期的，每五个工作日一次。',
    en: 'Annual report that was ordered: on receipt, 30, 14, 7, 3 and 0 days before the safe day, then weekly; every five working days without a date.',
  }),
  ladder(
    'special-condition',
    {
      zh: '特别规定事项：登记当日，安全日前一百二十、九十、六十、三十、十四、七、三日及当日，其后每周一次；未载日期的，每五个工作日一次。',
      en: 'Special condition: when it is recorded, 120, 90, 60, 30, 14, 7, 3 and 0 days before the safe day, then weekly; every five working days without a date.',
    },
    {
      rungs: [opened, ...back(120, 90, 60, 30, 14, 7, 3, 0)],
      repeats: [weekly, undated],
      examples: [{ rung: 'S-120', anchor: '2026-09-30', leaves: '2026-06-02' }],
    },
  ),
  spanEnds(
    'false-material-bar',
    {
      zh: '一年内不得再次申请：期满前三十日和期满次日各提醒一次。',
      en: 'Bar of one year: thirty days before its end, and on the day after it.',
    },
    [],
  ),
  spanEnds(
    'fraud-bar',
    {
      zh: '三年内不得再次申请：期满前三十日和期满次日各提醒一次。',
      en: 'Bar of three years: thirty days before its end, and on the day after it.',
    },
    [],
  ),
  spanEnds('bad-list-exit', {
    zh: '移出不良名单：期满前三十日和期满次日提醒申请确认，其后每周一次直至了结。',
    en: 'Off the bad list: thirty days before the span ends and on the day after it, ask the authority; then weekly until closed.',
  }),
  spanEnds('dishonest-list-exit', {
    zh: '移出失信名单：期满前三十日和期满次日提醒申请确认，其后每周一次直至了结。',
    en: 'Off the dishonest list: thirty days before the span ends and on the day after it, ask the authority; then weekly until closed.',
  }),
  ladder(
    'number-certificate-renewal',
    {
      zh: '码号证书续期：安全日前九十、六十、三十、十四、七、三日及当日；其后每周一次，直至届满和了结。',
      en: 'Renewal of a number certificate: 90, 60, 30, 14, 7, 3 and 0 days before the safe day; then weekly until closed.',
    },
    {
      rungs: back(90, 60, 30, 14, 7, 3, 0),
      repeats: [weekly],
      examples: [{ rung: 'S-30', anchor: '2026-09-30', leaves: '2026-08-31' }],
    },
  ),
  ladder(
    'number-certificate-report',
    {
      zh: '码号使用年度报告：一月一日起，安全日前三十、十四、七、三日及当日；其后每周一次直至了结。',
      en: 'Yearly report on a number: January 1, then 30, 14, 7, 3 and 0 days before the safe day; then weekly until closed.',
    },
    {
      rungs: [{ key: 'january-1', anchor: 'period-start', offsetDays: 0 }, ...back(30, 14, 7, 3, 0)],
      repeats: [weekly],
      examples: [{ rung: 'january-1', anchor: '2026-01-01', leaves: '2026-01-04' }],
    },
  ),
];
