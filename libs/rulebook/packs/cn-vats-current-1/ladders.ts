import type { LadderRung } from '../../ladder.js';
import type { LadderRule } from '../../pack.js';
import { since2017 } from './sources.js';

const back = (...days: number[]): LadderRung[] =>
  days.map((day) => ({ key: day === 0 ? 'S' : `S-${day}`, anchor: 'safe-day', offsetDays: day === 0 ? 0 : -day }));

const opened: LadderRung = { key: 'opened', anchor: 'opening', offsetDays: 0 };

const house = (
  obligation: string,
  wording: LadderRule['wording'],
  rest: Pick<LadderRule, 'rungs' | 'repeats' | 'examples'>,
): LadderRule => ({
  ...since2017,
  id: `ladder.${obligation}`,
  obligation,
  wording,
  citation: { source: 'HOUSE', article: 'reminders' },
  confidence: 'verified',
  ...rest,
});

const authorityLate = (obligation: string): LadderRule =>
  house(
    obligation,
    {
      zh: '主管部门逾期：按较早理解届满次日询问，按较晚理解届满次日投诉，其后每周一次直至了结。',
      en: 'The authority is late: ask on the day after the earlier reading, complain on the day after the later one, then weekly until closed.',
    },
    {
      rungs: [
        { key: 'ask', anchor: 'after-earlier-reading', offsetDays: 1 },
        { key: 'complaint', anchor: 'after-later-reading', offsetDays: 1 },
      ],
      repeats: [{ key: 'weekly', after: 'later-reading', until: 'closed', every: 7, unit: 'day' }],
      examples: [{ rung: 'ask', anchor: '2026-11-13', leaves: '2026-11-16' }],
    },
  );

const correctionLike = (obligation: string, wording: LadderRule['wording']): LadderRule =>
  house(obligation, wording, {
    rungs: [opened, { key: 'half-time', anchor: 'half-time', offsetDays: 0 }, ...back(2, 0)],
    repeats: [
      { key: 'weekly', after: 'safe-day', until: 'closed', every: 7, unit: 'day' },
      { key: 'undated', after: 'opening', until: 'closed', every: 5, unit: 'working-day', onlyWithoutDate: true },
    ],
    examples: [
      { rung: 'opened', anchor: '2026-09-19', leaves: '2026-09-20' },
      { rung: 'S-2', anchor: '2026-10-09', leaves: '2026-09-30' },
    ],
  });

const rightLike = (obligation: string): LadderRule =>
  house(
    obligation,
    {
      zh: '救济期限：知悉当日，届满前十四、七、三日及当日。',
      en: 'A right that lapses: on the day it opens, then 14, 7, 3 and 0 days before its safe day.',
    },
    {
      rungs: [opened, ...back(14, 7, 3, 0)],
      repeats: [],
      examples: [{ rung: 'S-3', anchor: '2026-11-13', leaves: '2026-11-10' }],
    },
  );

/** Reminder ladders are this product's habit, not law: a house may take others by a pack of its own. */
export const ladders: LadderRule[] = [
  house(
    'renewal',
    {
      zh: '续期：安全日前一百八十日起逐级提醒，至安全日；其后每周一次，直至许可证届满或了结。',
      en: 'Renewal: from 180 days before the safe day down to it; then weekly until the permit ends, and until closed.',
    },
    {
      rungs: back(180, 120, 90, 60, 30, 14, 7, 3, 0),
      repeats: [
        { key: 'window-missed', after: 'safe-day', until: 'permit-end', every: 7, unit: 'day' },
        { key: 'expired', after: 'permit-end', until: 'closed', every: 7, unit: 'day' },
      ],
      examples: [
        { rung: 'S-180', anchor: '2026-09-30', leaves: '2026-04-03' },
        { rung: 'S-3', anchor: '2026-05-15', leaves: '2026-05-12' },
      ],
    },
  ),
  house(
    'annual-report',
    {
      zh: '年报：一月一日起提醒，安全日前三十、十四、七、三日及当日；补救期内每个工作日，其后每周一次。',
      en: 'Annual report: January 1, then 30, 14, 7, 3 and 0 days before the safe day; every working day of the cure month, then weekly.',
    },
    {
      rungs: [{ key: 'january-1', anchor: 'period-start', offsetDays: 0 }, ...back(30, 14, 7, 3, 0)],
      repeats: [
        { key: 'cure', after: 'deadline', until: 'cure-end', every: 1, unit: 'working-day' },
        { key: 'weekly', after: 'cure-end', until: 'closed', every: 7, unit: 'day' },
      ],
      examples: [
        { rung: 'january-1', anchor: '2026-01-01', leaves: '2026-01-04' },
        { rung: 'S-30', anchor: '2026-03-31', leaves: '2026-02-28' },
      ],
    },
  ),
  house(
    'change',
    {
      zh: '变更：知悉当日，安全日前十四、七、三日及当日；其后每周一次直至了结；期限未知时每五个工作日一次。',
      en: 'Change: on the day it becomes known, then 14, 7, 3 and 0 days before the safe day, then weekly until closed; every five working days while no date is known.',
    },
    {
      rungs: [opened, ...back(14, 7, 3, 0)],
      repeats: [
        { key: 'weekly', after: 'safe-day', until: 'closed', every: 7, unit: 'day' },
        { key: 'undated', after: 'opening', until: 'closed', every: 5, unit: 'working-day', onlyWithoutDate: true },
      ],
      examples: [{ rung: 'opened', anchor: '2026-10-03', leaves: '2026-10-08' }],
    },
  ),
  correctionLike('correction', {
    zh: '补正：收到通知、期限过半、安全日前二日及当日；其后每周一次；通知未载日期的，每五个工作日一次。',
    en: 'Correction: on receipt, at half time, two days before the safe day and on it, then weekly; every five working days where the notice sets no date.',
  }),
  correctionLike('report-return', {
    zh: '年报退回：与补正相同。',
    en: 'A returned report: as for a correction.',
  }),
  correctionLike('deferred-materials', {
    zh: '容缺材料：与补正相同。',
    en: 'Papers promised for later: as for a correction.',
  }),
  authorityLate('acceptance'),
  authorityLate('review'),
  authorityLate('permit-issue'),
  authorityLate('renewal-decision'),
  rightLike('reconsideration'),
  rightLike('litigation'),
];
