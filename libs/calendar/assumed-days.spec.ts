import { coverage, isWorkingDay, loadCalendar } from './calendar.js';
import { addDays } from './civil-date.js';
import type { CalendarTable, MovingDates, StatutoryHoliday } from './table.js';
import { latestTable } from './tables/index.js';

const movingIn = (year: number): MovingDates => ({
  year,
  springFestival: `${year}-02-06`,
  qingming: `${year}-04-05`,
  dragonBoat: `${year}-06-09`,
  midAutumn: `${year}-09-15`,
});

/** A calendar whose notices end with 2026; 1 March 2027 is a Monday. */
function aTable(statutory: StatutoryHoliday[], more: Partial<CalendarTable> = {}): CalendarTable {
  return {
    id: 'small',
    covered: { from: '2026-12-01', to: '2026-12-31' },
    holidays: { one: { zh: '甲节', en: 'One' }, two: { zh: '乙节', en: 'Two' } },
    notices: [],
    years: [],
    assumed: { law: latestTable.assumed.law, statutory, movingDates: [movingIn(2027)] },
    ...more,
  };
}

/** The days that are assumed to be, or perhaps to become, days off; `name` is a part of their English reason. */
function assumed(table: CalendarTable, code: string, name = ''): string[] {
  const calendar = loadCalendar(table);
  const { from, assumedTo } = coverage(calendar);
  const found: string[] = [];
  for (let day = from; day <= assumedTo; day = addDays(day, 1)) {
    const { reason } = isWorkingDay(calendar, day);
    if (reason.code === code && reason.en.includes(name)) found.push(day.slice(5));
  }
  return found;
}
const off = (table: CalendarTable, name?: string) => assumed(table, 'assumed-holiday', name);
const bridges = (table: CalendarTable, name?: string) => assumed(table, 'assumed-bridge-day', name);

describe('a holiday of one day', () => {
  it.each([
    ['03-01', 'a Monday', []],
    ['03-02', 'a Tuesday', ['03-01']],
    ['03-03', 'a Wednesday', []],
    ['03-04', 'a Thursday', ['03-05']],
    ['03-05', 'a Friday', []],
    ['03-06', 'a Saturday', ['03-08']],
    ['03-07', 'a Sunday', ['03-08']],
  ])('on %s, %s, may take as further days off: %p', (anchor, _, expected) => {
    const table = aTable([{ holiday: 'one', anchor, days: [0, 0] }]);
    expect(off(table)).toEqual([anchor]);
    expect(bridges(table)).toEqual(expected);
  });

  it('gives each of two holidays on one weekend a day of its own', () => {
    const table = aTable([
      { holiday: 'one', anchor: '03-06', days: [0, 0] },
      { holiday: 'two', anchor: '03-07', days: [0, 0] },
    ]);
    expect([bridges(table, 'One'), bridges(table, 'Two')]).toEqual([['03-08'], ['03-09']]);
  });

  it.each<[string, [number, number], string, string[]]>([
    ['the first day', [0, 1], '03-10', ['03-12']],
    ['the last day', [-1, 0], '03-10', ['03-11']],
    ['the last day', [0, 1], '03-11', ['03-12', '03-15']], // the Friday beside it anyway, the Monday in its place
    ['the day before the first', [0, 1], '03-09', ['03-08']], // the Monday beside it anyway
    ['the day after the last', [-1, 0], '03-11', ['03-12']],
  ])('moves out of another holiday’s usual break: %s of %j on %s', (_, usualBreak, anchor, expected) => {
    const table = aTable([
      { holiday: 'one', anchor: '03-10', days: [0, 0], usualBreak },
      { holiday: 'two', anchor, days: [0, 0] },
    ]);
    expect(bridges(table, 'Two')).toEqual(expected);
  });

  it('gives none after the last day of the calendar', () => {
    const table = aTable([{ holiday: 'one', anchor: '12-31', days: [0, 0] }], {
      assumed: {
        ...aTable([]).assumed,
        statutory: [{ holiday: 'one', anchor: '12-31', days: [0, 0] }],
        movingDates: [movingIn(2027), movingIn(2028)], // 2028 ends on a Sunday
      },
    });
    expect(off(table)).toEqual(['12-31', '12-31']);
    expect(bridges(table)).toEqual([]);
  });
});

describe('a holiday with a usual break', () => {
  it('may take the working days of the break, its weekends stay weekends, and no day is given in place', () => {
    const table = aTable([{ holiday: 'one', anchor: '03-06', days: [0, 1], usualBreak: [-1, 3] }]);
    expect(off(table)).toEqual(['03-06', '03-07']);
    expect(bridges(table)).toEqual(['03-05', '03-08', '03-09']);
    const weekend = aTable([{ holiday: 'one', anchor: '03-04', days: [0, 0], usualBreak: [0, 3] }]);
    expect([off(weekend), bridges(weekend)]).toEqual([['03-04'], ['03-05']]);
  });

  it('counts its days and its break from a moving date as well', () => {
    const table = aTable([{ holiday: 'one', anchor: 'midAutumn', days: [-1, 1], usualBreak: [-2, 2] }]);
    expect([off(table), bridges(table)]).toEqual([
      ['09-14', '09-15', '09-16'],
      ['09-13', '09-17'],
    ]);
  });

  it('never touches a day that a notice has arranged', () => {
    const table = aTable([{ holiday: 'one', anchor: '01-01', days: [-1, 0], usualBreak: [-2, 3] }]);
    expect([off(table), bridges(table)]).toEqual([['01-01'], ['01-04']]);
    const calendar = loadCalendar(table);
    for (const day of ['2026-12-30', '2026-12-31']) {
      expect(isWorkingDay(calendar, day)).toEqual({
        workingDay: true,
        firmness: 'firm',
        reason: { code: 'working-day', zh: '工作日', en: 'working day' },
      });
    }
  });
});

describe('a day of two holidays', () => {
  it('has the name of the one that the law names first', () => {
    const one: StatutoryHoliday = { holiday: 'one', anchor: '03-03', days: [0, 0] };
    const two: StatutoryHoliday = { holiday: 'two', anchor: '03-02', days: [0, 1] };
    expect(off(aTable([one, two]), 'Two')).toEqual(['03-02']);
    expect(off(aTable([two, one]), 'Two')).toEqual(['03-02', '03-03']);
  });
});

describe('the years of the assumptions', () => {
  const one: StatutoryHoliday = { holiday: 'one', anchor: '03-03', days: [0, 0] };
  const withYears = (years: number[], to = '2026-12-31') =>
    aTable([one], {
      covered: { from: '2026-12-01', to },
      assumed: { ...aTable([one]).assumed, movingDates: years.map(movingIn) },
    });

  it('follow the last covered day, and none is needed', () => {
    expect(coverage(loadCalendar(withYears([])))).toEqual({
      from: '2026-12-01',
      to: '2026-12-31',
      assumedTo: '2026-12-31',
    });
    expect(coverage(loadCalendar(withYears([2027, 2028]))).assumedTo).toBe('2028-12-31');
    expect(off(withYears([2027, 2028]))).toEqual(['03-03', '03-03']);
    expect(off(withYears([2027], '2027-03-01'))).toEqual(['03-03']);
    expect(off(withYears([2027], '2027-03-03'))).toEqual([]);
  });

  it('may all be covered by now', () => {
    const calendar = loadCalendar(withYears([2026, 2027], '2027-12-31'));
    expect(coverage(calendar).assumedTo).toBe('2027-12-31');
    expect(isWorkingDay(calendar, '2027-03-03')).toMatchObject({ workingDay: true, firmness: 'firm' });
  });

  it.each([
    [[2028], 'assumed.movingDates 2028', 'expected the year 2027'],
    [[2027, 2029], 'assumed.movingDates 2029', 'expected the year 2028'],
    [[2027, 2027], 'assumed.movingDates 2027', 'expected the year 2028'],
  ])('are refused where they are %p', (years, path, why) => {
    expect(() => loadCalendar(withYears(years))).toThrow(
      expect.objectContaining({
        name: 'InvalidCalendarTableError',
        code: 'invalid-calendar-table',
        kind: 'invalid',
        message: `calendar table small, ${path}: ${why}`,
        details: { id: 'small', path, why, remedy: 'Correct the table.' },
      }),
    );
  });
});

describe('a statutory holiday', () => {
  it.each([
    ['an anchor that names no moving date', { anchor: 'easter' }],
    ['an anchor with a year', { anchor: '2027-03-03' }],
    ['an anchor with something behind it', { anchor: '03-03-' }],
    ['an anchor that is no date', { anchor: 'year' }],
    ['a name that is not in `holidays`', { holiday: 'three' }],
  ])('is refused with %s', (_, more) => {
    const holiday = { holiday: 'one', anchor: '03-03', days: [0, 0] as const, ...more };
    const path = `assumed 2027, ${holiday.holiday}`;
    expect(() => loadCalendar(aTable([holiday]))).toThrow(
      expect.objectContaining({
        code: 'invalid-calendar-table',
        details: { id: 'small', path, why: 'no such date or name', remedy: 'Correct the table.' },
      }),
    );
  });
});
