import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkingDay, loadCalendar } from '../calendar.js';
import { addDays, weekday } from '../civil-date.js';
import { CalendarError } from '../errors.js';
import type { Arrangement, CalendarTable, MovingDates } from '../table.js';
import { cn2026v1 } from './cn-2026-1.js';
import { cn2026v2 } from './cn-2026-2.js';
import { publishedTables } from './index.js';

const calendar = loadCalendar(cn2026v1);

/** chinese-days reads a date string in the host's zone, so it runs in a process of its own, in Shanghai's. */
function askChineseDays<Answer>(body: string): Answer {
  const script = `const days = require('chinese-days'); console.log(JSON.stringify((() => { ${body} })()))`;
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8', cwd: join(__dirname, '../../..') }),
  ) as Answer;
}

function* daysOf(from: string, to: string): Generator<string> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

describe.each(publishedTables.map((table) => ({ id: table.id, table })))('$id', ({ table }) => {
  const { from, to } = table.covered;
  const published = loadCalendar(table);

  it('agrees with chinese-days on every covered day', () => {
    const working = new Set(
      askChineseDays<string[]>(`return days.getWorkdaysInRange('${from}', '${to}', true).map((d) => d.slice(0, 10))`),
    );
    const differing = [...daysOf(from, to)].filter(
      (day) => isWorkingDay(published, day).workingDay !== working.has(day),
    );
    expect(working.size).toBeGreaterThan(240 * table.years.length);
    expect(differing).toEqual([]);
  });

  it('agrees with chinese-days on every moving date', () => {
    const theirs = askChineseDays<MovingDates[]>(`
      const lunar = (year, date) => days.getSolarDateFromLunar(year + '-' + date).date;
      return Array.from({ length: 24 }, (_, i) => 2027 + i).map((year) => ({
        year, springFestival: lunar(year, '1-1'), qingming: days.getSolarTermDate(year, 4, 'pure_brightness'),
        dragonBoat: lunar(year, '5-5'), midAutumn: lunar(year, '8-15') }));`);
    expect(table.assumed.movingDates).toEqual(theirs);
  });

  it.each([
    [2027, { springFestival: '2027-02-06' }], // new moon at 23:56
    [2030, { springFestival: '2030-02-03' }], // new moon at 00:07
    [2033, { midAutumn: '2033-09-08' }], // the year whose leap month is the eleventh, not the seventh
    [2034, { springFestival: '2034-02-19' }],
  ])('has the dates of %d that are easy to get wrong', (year, dates) => {
    expect(table.assumed.movingDates.find((row) => row.year === year)).toMatchObject(dates);
  });

  it('has every year that it covers, once and in order', () => {
    const first = Number(from.slice(0, 4));
    const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i);
    expect(table.years.map(({ year }) => year)).toEqual(years);
  });

  it('names a notice for every year and every exception, published before the year or while it ran', () => {
    const keys = table.notices.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { year, arrangements } of table.years) {
      expect(keys).toContain(`holiday notice ${year}`);
      for (const { notice } of arrangements) if (notice) expect(keys).toContain(notice);
    }
    for (const { published: on, number, key } of table.notices) {
      const year = Number(key.slice(15, 19));
      expect(on.slice(0, 4)).toBe(String(key.includes('/') ? year : year - 1));
      expect(number).toContain(`〔${on.slice(0, 4)}〕`);
    }
  });
});

describe('cn-2026.2', () => {
  it.each([
    [2007, 6],
    [2008, 6],
    [2009, 6],
    [2010, 8],
    [2011, 5],
    [2012, 7],
    [2013, 12],
    [2014, 5],
    [2015, 5],
    [2016, 6],
    [2017, 5],
    [2018, 6],
    [2019, 7],
    [2020, 6],
    [2021, 7],
    [2022, 7],
    [2023, 7],
    [2024, 8],
    [2025, 5],
    [2026, 6],
  ])('the notices of %d name %d make-up working days, all on weekends', (year, count) => {
    const days =
      cn2026v2.years.find((row) => row.year === year)?.arrangements.flatMap((row) => row.makeUpWorkingDays) ?? [];
    expect(days).toHaveLength(count);
    expect(days.filter((day) => weekday(day) < 6)).toEqual([]);
  });

  it('answers every question that cn-2026.1 answers, and as it does', () => {
    const newer = loadCalendar(cn2026v2);
    const differing = [...daysOf('2015-01-01', '2050-12-31')].filter(
      (day) => JSON.stringify(isWorkingDay(calendar, day)) !== JSON.stringify(isWorkingDay(newer, day)),
    );
    expect(differing).toEqual([]);
  });
});

describe('the days assumed after the covered one', () => {
  const moving = askChineseDays<MovingDates[]>(`
    const lunar = (year, date) => days.getSolarDateFromLunar(year + '-' + date).date;
    return Array.from({ length: 11 }, (_, i) => 2016 + i).map((year) => ({
      year, springFestival: lunar(year, '1-1'), qingming: days.getSolarTermDate(year, 4, 'pure_brightness'),
      dragonBoat: lunar(year, '5-5'), midAutumn: lunar(year, '8-15') }));`);

  /** The calendar as somebody had it at the end of the year before. */
  function asKnownBefore(year: number): CalendarTable {
    const to = `${year - 1}-12-31`;
    const known = cn2026v1.years.map((row) => ({ ...row, arrangements: row.arrangements.filter((a) => a.to <= to) }));
    return {
      ...cn2026v1,
      covered: { from: cn2026v1.covered.from, to },
      years: known,
      assumed: { ...cn2026v1.assumed, movingDates: moving.filter((row) => row.year >= year) },
    };
  }

  it.each(moving.map(({ year }) => year))('never took a day for safe that the notice of %d made a day off', (year) => {
    const before = loadCalendar(asKnownBefore(year));
    const surprises = [...daysOf(`${year}-01-01`, `${year}-12-31`)].filter((day) => {
      const assumed = isWorkingDay(before, day);
      return (
        !isWorkingDay(calendar, day).workingDay && assumed.workingDay && assumed.reason.code !== 'assumed-bridge-day'
      );
    });
    expect(surprises).toEqual([]);
  });

  it.each([
    // New Year on a Friday, Labor Day on a Saturday, Dragon Boat and Mid-Autumn on Wednesdays
    [
      2027,
      '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
      '02-04 02-09 02-10 02-11 02-12 05-03 05-04 05-05 10-04 10-05 10-06 10-07',
    ],
    // New Year on a Saturday, Dragon Boat on a Sunday, Mid-Autumn inside National Day
    [
      2028,
      '01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03',
      '01-03 01-24 01-31 02-01 02-02 04-03 05-03 05-04 05-05 05-29 10-04 10-05 10-06 10-09',
    ],
    // Qingming on a Saturday, Dragon Boat on a Tuesday, Mid-Autumn on the first of October
    [
      2031,
      '01-01 01-22 01-23 01-24 01-25 04-05 05-01 05-02 06-24 10-01 10-02 10-03',
      '01-21 01-27 01-28 01-29 01-30 04-07 05-05 06-23 10-06 10-07 10-08',
    ],
  ])('are these of %d: holidays %s, bridge days %s', (year, holidays, bridges) => {
    const having = (code: string) =>
      [...daysOf(`${year}-01-01`, `${year}-12-31`)]
        .filter((day) => isWorkingDay(calendar, day).reason.code === code)
        .map((day) => day.slice(5))
        .join(' ');
    expect(having('assumed-holiday')).toBe(holidays);
    expect(having('assumed-bridge-day')).toBe(bridges);
  });

  it.each([2019, 2023, 2026])('end where the notice of %d begins, which changes nothing before New Year', (year) => {
    const before = loadCalendar(asKnownBefore(year));
    const earlier = [...daysOf(cn2026v1.covered.from, `${year - 1}-12-28`)];
    expect(
      earlier.filter((day) => isWorkingDay(before, day).workingDay !== isWorkingDay(calendar, day).workingDay),
    ).toEqual([]);
    for (const day of daysOf(`${year}-01-01`, `${year}-12-31`)) {
      expect([isWorkingDay(before, day).firmness, isWorkingDay(calendar, day).firmness]).toEqual([
        'provisional',
        'firm',
      ]);
    }
  });

  it.each([2025, 2026])(
    'took every statutory day off as in %d, and at most twenty working days for bridge days',
    (year) => {
      const before = loadCalendar(asKnownBefore(year));
      const days = [...daysOf(`${year}-01-01`, `${year}-12-31`)].map((day) => ({
        day,
        ...isWorkingDay(before, day).reason,
      }));
      const off = days.filter(({ code, day }) => code === 'assumed-holiday' && isWorkingDay(calendar, day).workingDay);
      expect(off).toEqual([]);
      expect(days.filter(({ code }) => code === 'assumed-holiday')).toHaveLength(13);
      expect(days.filter(({ code }) => code === 'assumed-bridge-day').length).toBeLessThanOrEqual(20);
    },
  );
});

describe('published tables', () => {
  const lock = JSON.parse(readFileSync(join(__dirname, 'lock.json'), 'utf8')) as Record<string, string>;

  /** Members sorted by name at every depth, no space: the canonical form of RFC 8785 for text, whole numbers and lists. */
  function canonical(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }

  it('are those of the lock file, unchanged', () => {
    const hashes = publishedTables.map((table) => [
      table.id,
      createHash('sha256').update(canonical(table)).digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(lock);
  });
});

describe('loadCalendar', () => {
  const change = (table: Partial<CalendarTable>) => () => loadCalendar({ ...cn2026v1, ...table });
  const arrangement = (more: object) => ({
    years: [
      {
        year: 2026,
        arrangements: [{ holiday: 'new-year', from: '2026-01-01', to: '2026-01-03', makeUpWorkingDays: [], ...more }],
      },
    ],
  });

  const only2023 = (arrangement: Omit<Arrangement, 'holiday'>) =>
    loadCalendar({
      ...cn2026v1,
      covered: { from: '2023-01-07', to: '2023-12-31' }, // a Saturday and a Sunday
      years: [{ year: 2023, arrangements: [{ holiday: 'new-year', ...arrangement }] }],
      assumed: { ...cn2026v1.assumed, movingDates: [] },
    });

  it('takes arrangements up to the first and the last covered day', () => {
    const worked = only2023({ from: '2023-12-29', to: '2023-12-30', makeUpWorkingDays: ['2023-01-07', '2023-12-31'] });
    const off = only2023({ from: '2023-12-29', to: '2023-12-31', makeUpWorkingDays: [] });
    for (const day of ['2023-01-07', '2023-12-31']) {
      expect(isWorkingDay(worked, day).reason.code).toBe('make-up-working-day');
      expect(isWorkingDay(off, day).workingDay).toBe(false);
    }
    expect(isWorkingDay(off, '2023-12-31').reason.code).toBe('holiday');
  });

  it('says which day is named twice', () => {
    const again = change({ years: [...cn2026v1.years, ...arrangement({}).years] });
    expect(again).toThrow(/2026-01-01 is named twice$/);
  });

  it.each([
    ['a holiday without a name', change(arrangement({ holiday: 'leap-day' })), 'years 2026, leap-day 2026-01-01'],
    ['days in the wrong order', change(arrangement({ to: '2025-12-31' })), 'years 2026, new-year 2026-01-01'],
    [
      'days after the covered one',
      change(arrangement({ from: '2026-12-31', to: '2027-01-03' })),
      'years 2026, new-year 2026-12-31',
    ],
    [
      'a make-up day in the week',
      change(arrangement({ makeUpWorkingDays: ['2026-01-05'] })),
      'years 2026, new-year 2026-01-01',
    ],
    [
      'a make-up day that is off',
      change(arrangement({ makeUpWorkingDays: ['2026-01-03'] })),
      'years 2026, new-year 2026-01-01',
    ],
    [
      'a make-up day outside',
      change(arrangement({ makeUpWorkingDays: ['2027-01-02'] })),
      'years 2026, new-year 2026-01-01',
    ],
    [
      'a day named twice',
      change({ years: [...cn2026v1.years, ...arrangement({}).years] }),
      'years 2026, new-year 2026-01-01',
    ],
    [
      'a gap in the moving dates',
      change({
        assumed: { ...cn2026v1.assumed, movingDates: cn2026v1.assumed.movingDates.filter(({ year }) => year !== 2030) },
      }),
      'assumed.movingDates 2031',
    ],
    [
      'no moving dates for the first year after',
      change({ assumed: { ...cn2026v1.assumed, movingDates: cn2026v1.assumed.movingDates.slice(1) } }),
      'assumed.movingDates 2028',
    ],
    [
      'a moving date of another year',
      change({
        assumed: {
          ...cn2026v1.assumed,
          movingDates: cn2026v1.assumed.movingDates.map((row) => ({ ...row, qingming: '2028-04-05' })),
        },
      }),
      'assumed 2027, qingming',
    ],
  ])('refuses %s', (_, load, path) => {
    expect(load).toThrow(CalendarError);
    expect(load).toThrow(
      expect.objectContaining({ code: 'invalid-calendar-table', details: expect.objectContaining({ path }) }),
    );
  });
});
