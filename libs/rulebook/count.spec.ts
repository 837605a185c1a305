import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  latestTable,
  loadCalendar,
  subtractWorkingDays,
} from '../calendar/index.js';
import { countFrom, daysOf } from './count.js';
import type { Count } from './pack.js';

const calendar = loadCalendar(latestTable);
const counting = (length: number, unit: 'day' | 'working-day'): Count => ({
  kind: 'length',
  length,
  unit,
  direction: 'after',
});

/** The plainest way to count: day by day. */
function dayByDay(start: string, length: number, unit: 'day' | 'working-day', paused: readonly string[]): string {
  let date = start;
  for (let left = length; left > 0; ) {
    date = addDays(date, 1);
    if (!paused.includes(date) && (unit === 'day' || isWorkingDay(calendar, date).workingDay)) left--;
  }
  return date;
}

const period = fc
  .tuple(fc.integer({ min: -20, max: 150 }), fc.integer({ min: 0, max: 30 }))
  .map(([begin, length]) => ({ from: addDays('2026-03-02', begin), to: addDays('2026-03-02', begin + length) }));

describe('countFrom', () => {
  it.each(['day', 'working-day'] as const)('leaves paused days out of %ss as a count day by day does', (unit) => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 3 }), fc.integer({ min: 0, max: 80 }), (periods, length) => {
        const paused = daysOf(periods, '2026-12-31', false);
        const counted = countFrom(calendar, counting(length, unit), '2026-03-02', paused);
        expect(counted.date).toBe(dayByDay('2026-03-02', length, unit, paused));
        const listed = counted.steps.filter(({ reason }) => reason.code === 'expert-review').map(({ date }) => date);
        expect(listed).toEqual(paused.filter((day) => day > '2026-03-02' && day <= counted.date));
        expect(counted.steps.map(({ date }) => date)).toEqual(counted.steps.map(({ date }) => date).sort());
      }),
    );
  });

  it('gives without a pause what the calendar gives', () => {
    expect(countFrom(calendar, counting(60, 'working-day'), '2026-09-25', [])).toEqual(
      addWorkingDays(calendar, '2026-09-25', 60),
    );
  });
});

describe('a count without steps', () => {
  it.each<[Count, string, string]>([
    [{ kind: 'same-day' }, '2026-03-07', '2026-03-07'],
    [{ kind: 'day-of-year', monthDay: '03-31' }, '2027', '2027-03-31'],
    [{ kind: 'day-of-year', monthDay: '03-31' }, '2027-06-01', '2027-03-31'],
    [{ kind: 'term', years: 5, end: 'eve' }, '2022-01-01', '2026-12-31'],
    [{ kind: 'term', years: 5, end: 'anniversary' }, '2022-01-01', '2027-01-01'],
    [{ kind: 'length', length: 6, unit: 'month', direction: 'after' }, '2025-08-31', '2026-02-28'],
    [counting(5, 'day'), '2026-03-02', '2026-03-07'],
  ])('%j from %s is %s, firm', (count, start, date) => {
    expect(countFrom(calendar, count, start, [])).toEqual({ date, steps: [], firmness: 'firm' });
  });
});

describe('a paused day', () => {
  const reason = { code: 'expert-review', zh: '专家评审期间，不计入', en: 'expert review, not counted' };
  const working = { code: 'working-day', zh: '工作日', en: 'working day' };

  it('moves the end even where it would be the end itself', () => {
    expect(countFrom(calendar, counting(5, 'day'), '2026-03-02', ['2026-03-07'])).toEqual({
      date: '2026-03-08',
      steps: [{ date: '2026-03-07', counted: false, reason }],
      firmness: 'firm',
    });
    expect(countFrom(calendar, counting(5, 'working-day'), '2026-03-02', ['2026-03-09'])).toEqual({
      date: '2026-03-10',
      steps: [
        { date: '2026-03-03', counted: true, reason: working },
        { date: '2026-03-09', counted: false, reason },
        { date: '2026-03-10', counted: true, reason: working },
      ],
      firmness: 'firm',
    });
  });

  it('is listed once, as paused, where it is a holiday as well', () => {
    const { date, steps } = countFrom(calendar, counting(5, 'working-day'), '2026-04-27', ['2026-05-01']);
    expect(date).toBe('2026-05-07');
    expect(steps.map((step) => `${step.date} ${step.reason.code}`)).toEqual([
      '2026-04-28 working-day',
      '2026-05-01 expert-review',
      '2026-05-04 holiday',
      '2026-05-05 holiday',
      '2026-05-07 working-day',
    ]);
  });

  it('is the starting day in vain', () => {
    for (const unit of ['day', 'working-day'] as const) {
      expect(countFrom(calendar, counting(1, unit), '2026-03-02', ['2026-03-02']).date).toBe('2026-03-03');
    }
  });
});

describe('a count backwards', () => {
  const back = { kind: 'length', length: 5, unit: 'working-day', direction: 'before' } as const;

  it('finds the working day before, and pays no heed to pauses', () => {
    expect(countFrom(calendar, back, '2026-10-08', ['2026-09-29'])).toEqual(
      subtractWorkingDays(calendar, '2026-10-08', 5),
    );
    expect(countFrom(calendar, back, '2026-09-20', []).date).toBe('2026-09-14');
  });

  it('finds calendar days and months as they are, rest days or not', () => {
    expect(countFrom(calendar, { ...back, unit: 'day', length: 90 }, '2026-12-31', []).date).toBe('2026-10-02');
    expect(countFrom(calendar, { ...back, unit: 'day', length: 5 }, '2026-03-07', ['2026-03-03']).date).toBe(
      '2026-03-02',
    );
    expect(countFrom(calendar, { ...back, unit: 'month', length: 1 }, '2026-03-31', []).date).toBe('2026-02-28');
  });
});

describe('daysOf', () => {
  it('names each day once, in order, a period without end up to today', () => {
    const periods = [
      { from: '2026-03-04', to: null },
      { from: '2026-03-02', to: '2026-03-04' },
    ];
    expect(daysOf(periods, '2026-03-05', false)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']);
    expect(daysOf(periods, '2026-03-05', true)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']);
    expect(daysOf([{ from: '2026-03-02', to: '2026-03-04' }], '2026-03-05', true)).toEqual([
      '2026-03-02',
      '2026-03-03',
    ]);
  });

  it('is empty for a period that has not begun', () => {
    expect(daysOf([{ from: '2026-03-10', to: null }], '2026-03-05', false)).toEqual([]);
  });
});
