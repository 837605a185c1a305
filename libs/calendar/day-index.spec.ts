import {
  addWorkingDays,
  coverage,
  isWorkingDay,
  loadCalendar,
  subtractWorkingDays,
  workingDaysBetween,
} from './calendar.js';
import { addDays, weekday } from './civil-date.js';
import type { Arrangement, CalendarTable } from './table.js';
import { latestTable } from './tables/index.js';

/** December 2026 begins on a Tuesday and ends on a Thursday. */
function december(...arrangements: Partial<Arrangement>[]): CalendarTable {
  const whole = { holiday: 'one', from: '2026-12-10', to: '2026-12-11', makeUpWorkingDays: [] };
  return {
    id: 'december',
    covered: { from: '2026-12-01', to: '2026-12-31' },
    holidays: { one: { zh: '甲节', en: 'One' } },
    notices: [],
    years: [{ year: 2026, arrangements: arrangements.map((some) => ({ ...whole, ...some })) }],
    assumed: { law: latestTable.assumed.law, statutory: [], movingDates: [] },
  };
}

describe('the days of a calendar', () => {
  it('are Monday to Friday, but for the holidays and the make-up working days', () => {
    const calendar = loadCalendar(december({ makeUpWorkingDays: ['2026-12-13'] }));
    const { from, to } = coverage(calendar);
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const special = { '2026-12-10': false, '2026-12-11': false, '2026-12-13': true }[day];
      expect([day, isWorkingDay(calendar, day).workingDay]).toEqual([day, special ?? weekday(day) < 6]);
    }
  });

  it('are counted to the last one, and not beyond', () => {
    const calendar = loadCalendar(december({ makeUpWorkingDays: ['2026-12-13'] }));
    expect(workingDaysBetween(calendar, '2026-12-01', '2026-12-31').days).toBe(21);
    expect(workingDaysBetween(calendar, '2026-12-09', '2026-12-14').days).toBe(2);
    expect(addWorkingDays(calendar, '2026-12-01', 21).date).toBe('2026-12-31');
    expect(() => addWorkingDays(calendar, '2026-12-01', 22)).toThrow(
      'working day 22 after 2026-12-01 is outside calendar december, which answers from 2026-12-01 to 2026-12-31',
    );
    expect(subtractWorkingDays(calendar, '2026-12-31', 21).date).toBe('2026-12-01');
    expect(() => subtractWorkingDays(calendar, '2026-12-31', 22)).toThrow(
      expect.objectContaining({
        code: 'calendar-not-covered',
        kind: 'invalid',
        details: {
          date: 'working day 22 before 2026-12-31',
          calendar: 'december',
          from: '2026-12-01',
          to: '2026-12-31',
          remedy: 'Ask about days which the calendar knows.',
        },
      }),
    );
  });

  it('are listed where they differ from Monday to Friday, and only there', () => {
    const calendar = loadCalendar(december({ makeUpWorkingDays: ['2026-12-13'] }));
    const listed = addWorkingDays(calendar, '2026-12-01', 21).steps.map(({ date, counted }) => [date, counted]);
    expect(listed).toEqual([
      ['2026-12-02', true],
      ['2026-12-10', false],
      ['2026-12-11', false],
      ['2026-12-13', true],
      ['2026-12-31', true],
    ]);
  });
});

describe('questions that are wrong', () => {
  it('ask for a part of a working day, or fewer than none', () => {
    const calendar = loadCalendar(december());
    for (const [ask, n] of [
      [addWorkingDays, -1],
      [subtractWorkingDays, 0.5],
    ] as const) {
      expect(() => ask(calendar, '2026-12-01', n)).toThrow(
        `${n} is not usable here: expected a whole number of working days, 0 or more`,
      );
    }
  });

  it('ask for a period that ends before it begins', () => {
    expect(() => workingDaysBetween(loadCalendar(december()), '2026-12-02', '2026-12-01')).toThrow(
      expect.objectContaining({
        name: 'InvalidPeriodError',
        code: 'invalid-period',
        kind: 'invalid',
        message: '2026-12-01 lies before 2026-12-02: give the earlier day first',
        details: { from: '2026-12-02', to: '2026-12-01', remedy: 'Give the earlier day first.' },
      }),
    );
  });
});

describe('an arrangement that contradicts its table', () => {
  const outOfOrder = 'its days are not in order inside the covered days';

  it.each<[Partial<Arrangement>, string]>([
    [{ holiday: 'two' }, 'the holiday has no name in `holidays`'],
    [{ from: '2026-11-30', to: '2026-12-01' }, outOfOrder],
    [{ from: '2026-12-31', to: '2027-01-01' }, outOfOrder],
    [{ from: '2026-12-11', to: '2026-12-10' }, outOfOrder],
    [{ makeUpWorkingDays: ['2026-11-29'] }, 'make-up day 2026-11-29 is outside the covered days'],
    [{ makeUpWorkingDays: ['2027-01-02'] }, 'make-up day 2027-01-02 is outside the covered days'],
    [{ makeUpWorkingDays: ['2026-12-14'] }, 'make-up day 2026-12-14 is no free weekend day'],
    [{ makeUpWorkingDays: ['2026-12-12', '2026-12-12'] }, 'make-up day 2026-12-12 is no free weekend day'],
    [{ to: '2026-12-12', makeUpWorkingDays: ['2026-12-12'] }, 'make-up day 2026-12-12 is no free weekend day'],
  ])('%j: %s', (some, why) => {
    const path = `years 2026, ${some.holiday ?? 'one'} ${some.from ?? '2026-12-10'}`;
    expect(() => loadCalendar(december(some))).toThrow(
      expect.objectContaining({
        message: `calendar table december, ${path}: ${why}`,
        details: { id: 'december', path, why, remedy: 'Correct the table.' },
      }),
    );
  });

  it('names a day that another one has named', () => {
    expect(() => loadCalendar(december({}, { from: '2026-12-11', to: '2026-12-12' }))).toThrow(
      'years 2026, one 2026-12-11: 2026-12-11 is named twice',
    );
  });
});
