import { isWorkingDay, loadCalendar } from './calendar.js';
import type { CalendarTable } from './table.js';
import { latestTable } from './tables/index.js';

/** One holiday in December 2026 and one, with a break after it, on Wednesday 3 March 2027. */
const table: CalendarTable = {
  id: 'small',
  covered: { from: '2026-12-01', to: '2026-12-31' },
  holidays: { one: { zh: '甲节', en: 'One' }, two: { zh: '乙节', en: 'Two' } },
  notices: [],
  years: [
    {
      year: 2026,
      arrangements: [{ holiday: 'one', from: '2026-12-10', to: '2026-12-11', makeUpWorkingDays: ['2026-12-13'] }],
    },
  ],
  assumed: {
    law: latestTable.assumed.law,
    statutory: [{ holiday: 'two', anchor: '03-03', days: [0, 0], usualBreak: [0, 1] }],
    movingDates: latestTable.assumed.movingDates.slice(0, 2),
  },
};

describe('the reason of a day', () => {
  it.each([
    ['2026-12-09', 'working-day', '工作日', 'working day'],
    ['2026-12-10', 'holiday', '甲节放假', 'One holiday'],
    ['2026-12-12', 'weekend', '星期六', 'Saturday'],
    ['2026-12-13', 'make-up-working-day', '甲节调休上班', 'make-up working day for One'],
    ['2026-12-20', 'weekend', '星期日', 'Sunday'],
  ])('%s is %s: %s, %s', (date, code, zh, en) => {
    expect(isWorkingDay(loadCalendar(table), date).reason).toEqual({ code, zh, en });
  });

  it.each([
    ['2027-03-02', 'assumed-working-day', '工作日', 'working day'],
    ['2027-03-03', 'assumed-holiday', '乙节放假', 'Two holiday'],
    ['2027-03-04', 'assumed-bridge-day', '工作日，但乙节可能调休放假', 'working day, but may be off around Two'],
    ['2027-03-06', 'assumed-weekend', '星期六', 'Saturday'],
    ['2028-03-05', 'assumed-weekend', '星期日', 'Sunday'],
  ])('%s is %s: %s, %s, and says that this is assumed', (date, code, zh, en) => {
    const year = date.slice(0, 4);
    expect(isWorkingDay(loadCalendar(table), date).reason).toEqual({
      code,
      zh: `${zh}（推定：本日历无${year}年放假安排）`,
      en: `${en} (assumed: this calendar lacks the arrangements of ${year})`,
    });
  });

  it('is one object for all days that have it, and nobody can change it', () => {
    const calendar = loadCalendar(table);
    const { reason } = isWorkingDay(calendar, '2026-12-09');
    expect(isWorkingDay(calendar, '2026-12-16').reason).toBe(reason);
    expect(Object.isFrozen(reason)).toBe(true);
    expect(Object.isFrozen(isWorkingDay(calendar, '2027-03-03').reason)).toBe(true);
  });
});
