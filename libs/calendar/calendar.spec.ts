import fc from 'fast-check';
import { expect } from '../../test/support/quick-expect.js';
import {
  addWorkingDays,
  coverage,
  isWorkingDay,
  lastWorkingDay,
  loadCalendar,
  nextWorkingDay,
  rollForward,
  safeDay,
  subtractWorkingDays,
  workingDayBefore,
  workingDaysBetween,
  workingDaysLater,
} from './calendar.js';
import { addDays, daysBetween, fromEpochDay, isCivilDate, toEpochDay } from './civil-date.js';
import { CalendarError } from './errors.js';
import { latestTable } from './tables/index.js';

const calendar = loadCalendar(latestTable);
const dateBetween = (from: string, to: string) =>
  fc.integer({ min: toEpochDay(from), max: toEpochDay(to) }).map(fromEpochDay);
const anyDate = dateBetween('2007-02-01', '2049-12-31');
const brief = (steps: { date: string; counted: boolean; reason: { code: string } }[]) =>
  steps.map(({ date, counted, reason }) => `${date} ${counted ? '+' : '-'} ${reason.code}`);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof CalendarError ? error.code : String(error);
  }
  return 'no error';
};

describe('addWorkingDays', () => {
  it.each([
    ['2026-09-14', 5, '2026-09-20'], // a Sunday on which people work
    ['2026-01-05', 5, '2026-01-12'],
    ['2026-04-27', 5, '2026-05-07'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2018-12-28', 2, '2019-01-02'], // December days arranged by the next year's notice
    ['2022-12-30', 1, '2023-01-03'],
    ['2020-01-23', 1, '2020-02-03'], // the prolonged Spring Festival
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-12-29', 1, '2024-01-02'],
    ['2007-12-28', 3, '2008-01-03'], // a Saturday worked and a Monday off, by the notice of the next year
    ['2012-02-28', 1, '2012-02-29'],
  ])('%s and %d working days is %s', (date, n, expected) => {
    expect(addWorkingDays(calendar, date, n)).toMatchObject({ date: expected, firmness: 'firm' });
  });

  it('gives the day itself for no working day, whatever day it is', () => {
    expect(addWorkingDays(calendar, '2026-10-01', 0)).toEqual({ date: '2026-10-01', firmness: 'firm', steps: [] });
    expect(addWorkingDays(calendar, '2028-10-01', 0).firmness).toBe('firm');
  });

  it('lists the exceptions, the first and the last day, and nothing else', () => {
    expect(brief(addWorkingDays(calendar, '2026-09-24', 11).steps)).toEqual([
      '2026-09-25 - holiday',
      '2026-09-28 + working-day',
      '2026-10-01 - holiday',
      '2026-10-02 - holiday',
      '2026-10-05 - holiday',
      '2026-10-06 - holiday',
      '2026-10-07 - holiday',
      '2026-10-10 + make-up-working-day',
      '2026-10-16 + working-day',
    ]);
  });

  it('never lists the day from which it counts, holiday or make-up day', () => {
    expect(brief(addWorkingDays(calendar, '2026-10-06', 1).steps)).toEqual([
      '2026-10-07 - holiday',
      '2026-10-08 + working-day',
    ]);
    expect(brief(addWorkingDays(calendar, '2026-10-10', 1).steps)).toEqual(['2026-10-12 + working-day']);
    expect(brief(subtractWorkingDays(calendar, '2026-10-10', 1).steps)).toEqual(['2026-10-09 + working-day']);
    expect(brief(subtractWorkingDays(calendar, '2026-10-01', 1).steps)).toEqual(['2026-09-30 + working-day']);
  });

  it('says why in both languages', () => {
    const { steps } = addWorkingDays(calendar, '2026-10-01', 3);
    expect(steps[0]?.reason).toEqual({ code: 'holiday', zh: '国庆节放假', en: 'National Day holiday' });
    expect(steps.at(-1)?.reason).toEqual({
      code: 'make-up-working-day',
      zh: '国庆节调休上班',
      en: 'make-up working day for National Day',
    });
  });

  it('is provisional from the first day after the covered one', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toMatchObject({ date: '2026-12-31', firmness: 'firm' });
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toMatchObject({ date: '2027-01-04', firmness: 'provisional' });
  });

  it.each([-1, 1.5, Number.NaN, 1e20])('refuses %p working days', (n) => {
    expect(codeOf(() => addWorkingDays(calendar, '2026-01-05', n))).toBe('invalid-count');
    expect(codeOf(() => workingDaysLater(calendar, '2026-01-05', n))).toBe('invalid-count');
  });
});

describe('subtractWorkingDays', () => {
  it.each([
    ['2026-09-20', 5, '2026-09-14'],
    ['2026-10-08', 1, '2026-09-30'],
    ['2026-10-04', 2, '2026-09-29'],
    ['2026-02-24', 1, '2026-02-14'],
    ['2019-01-02', 2, '2018-12-28'],
    ['2024-03-01', 1, '2024-02-29'],
    ['2007-01-05', 1, '2007-01-04'],
  ])('%s less %d working days is %s', (date, n, expected) => {
    expect(subtractWorkingDays(calendar, date, n)).toMatchObject({ date: expected, firmness: 'firm' });
  });

  it('lists its steps from late to early, the days off before the first counted one too', () => {
    expect(brief(subtractWorkingDays(calendar, '2026-10-08', 9).steps)).toEqual([
      '2026-10-07 - holiday',
      '2026-10-06 - holiday',
      '2026-10-05 - holiday',
      '2026-10-02 - holiday',
      '2026-10-01 - holiday',
      '2026-09-30 + working-day',
      '2026-09-25 - holiday',
      '2026-09-20 + make-up-working-day',
      '2026-09-18 + working-day',
    ]);
  });

  it('gives the day itself for none, and is provisional when it passed a day after the covered one', () => {
    expect(subtractWorkingDays(calendar, '2027-10-01', 0)).toEqual({ date: '2027-10-01', firmness: 'firm', steps: [] });
    expect(subtractWorkingDays(calendar, '2027-01-01', 1)).toMatchObject({ date: '2026-12-31', firmness: 'firm' });
    expect(subtractWorkingDays(calendar, '2027-01-02', 1).firmness).toBe('provisional');
    expect(subtractWorkingDays(calendar, '2027-01-05', 2)).toMatchObject({
      date: '2026-12-31',
      firmness: 'provisional',
    });
  });

  it.each([-1, 0.5, Number.NaN])('refuses %p working days', (n) => {
    expect(codeOf(() => subtractWorkingDays(calendar, '2026-01-05', n))).toBe('invalid-count');
  });
});

describe('isWorkingDay', () => {
  it.each([
    ['2026-10-01', false, 'holiday', 'firm'],
    ['2026-10-03', false, 'holiday', 'firm'],
    ['2026-10-10', true, 'make-up-working-day', 'firm'],
    ['2026-10-11', false, 'weekend', 'firm'],
    ['2026-10-12', true, 'working-day', 'firm'],
    ['2027-01-01', false, 'assumed-holiday', 'provisional'],
    ['2027-01-02', false, 'assumed-weekend', 'provisional'],
    ['2027-01-05', true, 'assumed-working-day', 'provisional'],
    ['2027-10-07', true, 'assumed-bridge-day', 'provisional'],
  ])('%s: %p, %s, %s', (date, workingDay, code, firmness) => {
    expect(isWorkingDay(calendar, date)).toMatchObject({ workingDay, firmness, reason: { code } });
  });

  it('says that an assumption is one', () => {
    expect(isWorkingDay(calendar, '2027-10-07').reason).toEqual({
      code: 'assumed-bridge-day',
      zh: '工作日，但国庆节可能调休放假（推定：本日历无2027年放假安排）',
      en: 'working day, but may be off around National Day (assumed: this calendar lacks the arrangements of 2027)',
    });
    expect(isWorkingDay(calendar, '2026-10-17').reason).toEqual({ code: 'weekend', zh: '星期六', en: 'Saturday' });
    expect(isWorkingDay(calendar, '2026-10-18').reason).toEqual({ code: 'weekend', zh: '星期日', en: 'Sunday' });
  });
});

describe('the nearest working day', () => {
  it('rolls forward, or stays', () => {
    expect(rollForward(calendar, '2026-10-02').date).toBe('2026-10-08');
    expect(rollForward(calendar, '2026-09-20').date).toBe('2026-09-20');
    expect(nextWorkingDay(calendar, '2026-09-20').date).toBe('2026-09-21');
  });

  it('goes back, or stays', () => {
    expect(lastWorkingDay(calendar, '2026-10-02').date).toBe('2026-09-30');
    expect(lastWorkingDay(calendar, '2026-09-20').date).toBe('2026-09-20');
    expect(workingDayBefore(calendar, '2026-09-20').date).toBe('2026-09-18');
  });

  it('lists every day passed over', () => {
    expect(brief(rollForward(calendar, '2026-06-19').steps)).toEqual([
      '2026-06-19 - holiday',
      '2026-06-20 - holiday',
      '2026-06-21 - holiday',
      '2026-06-22 + working-day',
    ]);
  });

  it('is provisional only when it had to look beyond the covered day', () => {
    expect(workingDayBefore(calendar, '2027-01-01')).toMatchObject({ date: '2026-12-31', firmness: 'firm' });
    expect(lastWorkingDay(calendar, '2027-01-01')).toMatchObject({ date: '2026-12-31', firmness: 'provisional' });
    expect(nextWorkingDay(calendar, '2026-12-31')).toMatchObject({ date: '2027-01-04', firmness: 'provisional' });
    expect(rollForward(calendar, '2026-12-31').firmness).toBe('firm');
  });
});

describe('safeDay', () => {
  it.each([
    ['2026-10-02', '2026-09-30'],
    ['2026-05-17', '2026-05-15'],
    ['2026-09-20', '2026-09-20'],
    ['2026-10-08', '2026-10-08'],
  ])('of %s is %s', (date, expected) => {
    expect(safeDay(calendar, date)).toMatchObject({ date: expected, firmness: 'firm' });
  });

  it('avoids bridge days after the covered day, which the last working day does not', () => {
    expect(lastWorkingDay(calendar, '2027-10-07').date).toBe('2027-10-07');
    expect(safeDay(calendar, '2027-10-07')).toMatchObject({ date: '2027-09-30', firmness: 'provisional' });
    expect(brief(safeDay(calendar, '2027-10-05').steps)[0]).toBe('2027-10-05 - assumed-bridge-day');
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-09-14', '2026-09-20', 5],
    ['2026-09-20', '2026-09-20', 0],
    ['2026-10-01', '2026-10-07', 0],
    ['2026-10-07', '2026-10-10', 3],
    ['2026-01-01', '2026-12-31', 248],
  ])('after %s up to %s there are %d', (from, to, days) => {
    expect(workingDaysBetween(calendar, from, to)).toEqual({ days, firmness: 'firm' });
  });

  it('refuses a period that ends before it begins', () => {
    expect(codeOf(() => workingDaysBetween(calendar, '2026-02-02', '2026-02-01'))).toBe('invalid-period');
  });

  it('is firm for an empty period after the covered day, and provisional for any other', () => {
    expect(workingDaysBetween(calendar, '2027-03-01', '2027-03-01').firmness).toBe('firm');
    expect(workingDaysBetween(calendar, '2026-12-31', '2027-01-01').firmness).toBe('provisional');
  });
});

describe('the edges of the calendar', () => {
  it('names them', () => {
    expect(coverage(calendar)).toEqual({ from: '2007-01-01', to: '2026-12-31', assumedTo: '2050-12-31' });
  });

  it.each([
    ['a day before', () => isWorkingDay(calendar, '2006-12-31')],
    ['a day after', () => isWorkingDay(calendar, '2051-01-01')],
    ['a start before', () => addWorkingDays(calendar, '2006-12-31', 1)],
    ['a count back over the first day', () => subtractWorkingDays(calendar, '2007-01-05', 2)],
    ['a result after', () => addWorkingDays(calendar, '2050-12-01', 60)],
    ['such a result without its steps', () => workingDaysLater(calendar, '2050-12-01', 60)],
    ['a way back over the first day', () => lastWorkingDay(calendar, '2007-01-03')],
    ['a way on over the last day', () => nextWorkingDay(calendar, '2050-12-31')],
    ['a period from before', () => workingDaysBetween(calendar, '2006-01-01', '2007-02-01')],
  ])('refuses %s', (_, act) => {
    expect(codeOf(act)).toBe('calendar-not-covered');
  });

  it('say which days the calendar answers for', () => {
    expect(() => isWorkingDay(calendar, '2006-12-31')).toThrow(
      expect.objectContaining({
        message: '2006-12-31 is outside calendar cn-2026.2, which answers from 2007-01-01 to 2050-12-31',
        details: expect.objectContaining({ from: '2007-01-01', to: '2050-12-31' }),
      }),
    );
  });

  it('say which way there was no working day any more', () => {
    expect(() => nextWorkingDay(calendar, '2050-12-31')).toThrow(/^the working day after 2050-12-31 is outside/);
    expect(() => lastWorkingDay(calendar, '2007-01-03')).toThrow(/^the working day before 2007-01-03 is outside/);
  });

  it('are answers themselves where offices work on them', () => {
    const [first, ...years] = latestTable.years;
    const later = loadCalendar({
      ...latestTable,
      covered: { ...latestTable.covered, from: '2007-01-04' },
      years: [{ year: 2007, arrangements: first?.arrangements.slice(1) ?? [] }, ...years],
    });
    expect(lastWorkingDay(later, '2007-01-04').date).toBe('2007-01-04');
    expect(subtractWorkingDays(later, '2007-01-05', 1).date).toBe('2007-01-04');
    expect(rollForward(calendar, '2050-12-30').date).toBe('2050-12-30');
    expect(workingDaysBetween(calendar, '2050-12-29', '2050-12-31').days).toBe(1);
    expect(brief(addWorkingDays(calendar, '2050-12-29', 1).steps)).toEqual(['2050-12-30 + assumed-working-day']);
  });

  it('refuses what is no date at all', () => {
    for (const ask of [isWorkingDay, rollForward, lastWorkingDay, safeDay, nextWorkingDay, workingDayBefore]) {
      expect(codeOf(() => ask(calendar, '2026-02-30'))).toBe('invalid-date');
    }
  });
});

describe('the calculus', () => {
  it('adding working days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 250 }), (date, n) => {
        const { date: result } = addWorkingDays(calendar, date, n);
        expect(workingDaysLater(calendar, date, n)).toBe(result);
        expect(workingDaysBetween(calendar, date, result).days).toBe(n);
        if (n > 0) expect(isWorkingDay(calendar, result).workingDay).toBe(true);
      }),
    );
  });

  it('subtracting working days undoes adding them, from a working day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 250 }), (date, n) => {
        const start = rollForward(calendar, date).date;
        const { date: result } = addWorkingDays(calendar, start, n);
        expect(subtractWorkingDays(calendar, result, n).date).toBe(start);
      }),
    );
  });

  it('a year has the working days of its halves, a leap day and the days around New Year included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2007, max: 2049 }), anyDate, (year, cut) => {
        const [from, to] = [`${year}-01-01`, `${year + 1}-01-05`];
        const middle = `${year}${cut.slice(4)}`;
        if (!isCivilDate(middle)) return;
        const whole = workingDaysBetween(calendar, from, to).days;
        expect(workingDaysBetween(calendar, from, middle).days + workingDaysBetween(calendar, middle, to).days).toBe(
          whole,
        );
        const oneByOne = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
        expect(oneByOne.filter((day) => isWorkingDay(calendar, day).workingDay)).toHaveLength(whole);
      }),
    );
  });

  it.each([
    ['forwards', addWorkingDays, 1],
    ['backwards', subtractWorkingDays, -1],
  ])('%s, steps plus Monday to Friday are enough to count again', (_, count, direction) => {
    fc.assert(
      fc.property(dateBetween('2008-01-01', '2049-06-30'), fc.integer({ min: 1, max: 120 }), (date, n) => {
        const { date: result, steps } = count(calendar, date, n);
        const known = new Map(steps.map((step) => [step.date, step.counted]));
        let counted = 0;
        for (let day = date; day !== result; ) {
          day = addDays(day, direction);
          if (known.get(day) ?? (toEpochDay(day) + 3) % 7 < 5) counted++;
        }
        expect(counted).toBe(n);
        const dates = steps.map((step) => step.date);
        expect(direction === 1 ? dates : dates.reverse()).toEqual([...new Set(dates)].sort());
      }),
    );
  });

  it('more days are never earlier, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }), (date, n, more) => {
        expect(addWorkingDays(calendar, date, n + more).date > addWorkingDays(calendar, date, n).date).toBe(true);
        expect(addWorkingDays(calendar, addDays(date, more), n).date >= addWorkingDays(calendar, date, n).date).toBe(
          true,
        );
      }),
    );
  });

  it('a safe day is never after the last working day, which is never after the day, which is never after its roll', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [safe, last, roll] = [
          safeDay(calendar, date),
          lastWorkingDay(calendar, date),
          rollForward(calendar, date),
        ];
        expect([safe.date, last.date, date, roll.date]).toEqual([safe.date, last.date, date, roll.date].sort());
        for (const found of [safe, last, roll]) expect(isWorkingDay(calendar, found.date).workingDay).toBe(true);
        expect(daysBetween(safe.date, roll.date)).toBeLessThan(25);
        expect(workingDayBefore(calendar, date).date < date && nextWorkingDay(calendar, date).date > date).toBe(true);
      }),
    );
  });

  it('is firm exactly when the days it looked at are covered', () => {
    fc.assert(
      fc.property(dateBetween('2026-11-01', '2027-02-28'), fc.integer({ min: 1, max: 40 }), (date, n) => {
        const { to } = coverage(calendar);
        const added = addWorkingDays(calendar, date, n);
        expect(added.firmness).toBe(added.date > to ? 'provisional' : 'firm');
        expect(safeDay(calendar, date).firmness).toBe(date > to ? 'provisional' : 'firm');
      }),
    );
  });
});
