import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  type CivilDate,
  compareDates,
  daysBetween,
  formatInstant,
  fromEpochDay,
  instantAt,
  isCivilDate,
  lastDayOfTerm,
  maxDate,
  minDate,
  parseCivilDate,
  parseInstant,
  shanghaiDay,
  toEpochDay,
  weekday,
} from './civil-date.js';
import { CalendarError, InvalidDateError } from './errors.js';

const anyDate = fc.integer({ min: toEpochDay('1900-01-01'), max: toEpochDay('2199-12-31') }).map(fromEpochDay);
const hostDay = (epochDay: number): CivilDate => new Date(epochDay * 86_400_000).toISOString().slice(0, 10);

function refusal(act: () => unknown): CalendarError {
  try {
    act();
  } catch (error) {
    if (error instanceof CalendarError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseCivilDate', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([
    ['2026-02-30', '2026-02 has the days 01 to 28'],
    ['2024-02-30', '2024-02 has the days 01 to 29'],
    ['1900-02-29', '1900-02 has the days 01 to 28'],
    ['2026-04-31', '2026-04 has the days 01 to 30'],
    ['2026-01-00', '2026-01 has the days 01 to 31'],
    ['2026-13-01', 'months go from 01 to 12'],
    ['2026-00-01', 'months go from 01 to 12'],
    ['0000-01-01', 'years begin with 0001'],
    ['2026/2/3', 'write it as YYYY-MM-DD, for example 2026-02-03'],
    ['2026-2-3', 'write it as YYYY-MM-DD, for example 2026-02-03'],
    ['2026-02-03T00:00', 'write it as YYYY-MM-DD, for example 2026-02-03'],
    ['２０２６-02-03', 'write it as YYYY-MM-DD, for example 2026-02-03'],
    [' 2026-02-3', 'write it as YYYY-MM-DD, for example 2026-02-03'],
    ['', 'write it as YYYY-MM-DD, for example 2026-02-03'],
  ])('refuses %p and says what would be right', (text, why) => {
    const error = refusal(() => parseCivilDate(text));
    expect(error).toBeInstanceOf(InvalidDateError);
    expect(error).toMatchObject({
      code: 'invalid-date',
      kind: 'invalid',
      details: { value: `"${text}"`, why, remedy: expect.stringContaining('YYYY-MM-DD') },
    });
    expect(isCivilDate(text)).toBe(false);
  });

  it.each([undefined, null, 20260203, { year: 2026 }])('refuses %p, which is no text', (value) => {
    expect(refusal(() => parseCivilDate(value)).code).toBe('invalid-date');
  });

  it('names the field and cuts long input', () => {
    const error = refusal(() => parseCivilDate('x'.repeat(500), 'permit.validFrom'));
    expect(error.details).toMatchObject({ where: 'permit.validFrom', value: `"${'x'.repeat(38)}…` });
    expect(error.message).toMatch(/^permit\.validFrom: /);
  });
});

describe('day arithmetic', () => {
  it('agrees with the host calendar on every day from 1899 to 2200', () => {
    for (let day = toEpochDay('1899-01-01'); day <= toEpochDay('2200-12-31'); day++) {
      const date = fromEpochDay(day);
      if (date !== hostDay(day) || toEpochDay(date) !== day) throw new Error(`${day}: ${date} is not ${hostDay(day)}`);
    }
  });

  it('knows the weekdays', () => {
    expect(['2026-11-22', '2026-11-23', '1970-01-01', '1969-12-31', '2000-02-29'].map(weekday)).toEqual([
      7, 1, 4, 3, 2,
    ]);
  });

  it('keeps to the years 0001 to 9999', () => {
    expect(fromEpochDay(toEpochDay('0001-01-01'))).toBe('0001-01-01');
    for (const act of [
      () => addDays('9999-12-31', 1),
      () => addDays('0001-01-01', -1),
      () => addYears('9999-01-01', 1),
      () => addMonths('0001-01-01', -1),
    ]) {
      expect(refusal(act).code).toBe('invalid-date');
    }
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to add %p days, months or years', (n) => {
    for (const add of [addDays, addMonths, addYears])
      expect(refusal(() => add('2026-01-01', n)).code).toBe('invalid-count');
    expect(refusal(() => fromEpochDay(n)).code).toBe('invalid-count');
  });

  it('adding days and counting them are inverse, and strings order as days do', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, n) => {
        const other = addDays(date, n);
        expect(daysBetween(date, other)).toBe(n);
        expect(Math.sign(compareDates(date, other))).toBe(date < other ? -1 : date > other ? 1 : 0);
        expect([minDate(date, other), maxDate(date, other)]).toEqual([date, other].sort());
        expect(weekday(addDays(date, 7 * n))).toBe(weekday(date));
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ['2021-03-15', 5, '2026-03-14'],
    ['2020-02-29', 5, '2025-02-28'],
    ['2020-02-29', 4, '2024-02-28'],
    ['2020-03-01', 5, '2025-02-28'],
    ['2019-03-01', 5, '2024-02-29'],
    ['2022-01-01', 5, '2026-12-31'],
  ])('a term from %s of %d years ends on %s', (start, years, last) => {
    expect(lastDayOfTerm(start, years)).toBe(last);
  });

  it('a term always ends on the day before or at the clamped anniversary', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 10 }), (start, years) => {
        expect(addDays(lastDayOfTerm(start, years), 1) >= addYears(start, years)).toBe(true);
        expect(lastDayOfTerm(start, years) <= addYears(start, years)).toBe(true);
      }),
    );
  });
});

describe('instants', () => {
  it.each([
    ['2026-03-31T15:59:59.999Z', '2026-03-31'],
    ['2026-03-31T16:00:00.000Z', '2026-04-01'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2026-01-01T00:00:00+08:00', '2026-01-01'],
    ['2026-01-01T00:00:00-11:30', '2026-01-01'],
    ['1969-12-31T15:59:59Z', '1969-12-31'],
  ])('%s is %s in Shanghai', (instant, day) => {
    expect(shanghaiDay(instant)).toBe(day);
  });

  it.each([
    ['2026-01-01', '00:00', '2025-12-31T16:00:00.000Z'],
    ['2026-01-01', '08:30', '2026-01-01T00:30:00.000Z'],
    ['2026-01-01', 510, '2026-01-01T00:30:00.000Z'],
    ['2026-01-01', '24:00', '2026-01-01T16:00:00.000Z'],
    ['1970-01-01', 0, '1969-12-31T16:00:00.000Z'],
  ])('%s at %s is %s', (date, time, instant) => {
    expect(instantAt(date, time)).toBe(instant);
  });

  it.each(['8:30', '24:01', '12:60', 1441, -1, 0.5, 'noon'])('refuses the time %p', (time) => {
    expect(refusal(() => instantAt('2026-01-01', time))).toMatchObject({ code: 'invalid-count', kind: 'invalid' });
  });

  it.each([
    '2026-01-01',
    '2026-01-01T00:00Z',
    '2026-01-01T00:00:00',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-02-30T00:00:00.000Z',
    '2026-01-01T24:00:00.000Z',
    '2026-01-01T00:60:00.000Z',
    '2026-01-01T00:00:60.000Z',
    '2026-01-01T0a:00:00.000Z',
    '2026-01-01 00:00:00.000Z',
    '2026-01-01T00:00:00,000Z',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00+15:00',
    '2026-01-01T00:00:00+08:60',
  ])('refuses the instant %s', (text) => {
    expect(refusal(() => parseInstant(text))).toMatchObject({ code: 'invalid-instant', kind: 'invalid' });
  });

  it('refuses to format a fraction of a millisecond', () => {
    expect(refusal(() => formatInstant(0.5)).code).toBe('invalid-instant');
  });

  it('reads and writes instants as the host does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 7e12 }), (ms) => {
        const text = new Date(ms).toISOString();
        expect(formatInstant(ms)).toBe(text);
        expect(parseInstant(text)).toBe(ms);
        expect(shanghaiDay(text)).toBe(hostDay(Math.floor((ms + 8 * 3_600_000) / 86_400_000)));
      }),
    );
  });

  it('reads instants with an offset, without milliseconds or with fewer digits of them, as the host does', () => {
    const offset = fc
      .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 59 }))
      .map(([sign, ...parts]) => sign + parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const texts = fc.tuple(
      fc.integer({ min: -2e9, max: 7e9 }).map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19)),
      fc.constantFrom('', '.7', '.07', '.123'),
      fc.oneof(fc.constant('Z'), offset),
    );
    const edges = ['2026-01-01T23:59:59Z', '2026-01-01T00:00:00+14:00', '2026-01-01T00:00:00-00:59'];
    fc.assert(
      fc.property(
        texts.map((parts) => parts.join('')),
        (text) => {
          expect(parseInstant(text)).toBe(Date.parse(text));
        },
      ),
      { examples: edges.map((text) => [text] as [string]) },
    );
  });

  it('cuts off what is finer than a millisecond', () => {
    expect(parseInstant('2026-01-01T00:00:00.123999Z') % 1000).toBe(123);
    expect(parseInstant('2026-01-01T00:00:00.5Z') % 1000).toBe(500);
  });

  it('a time of a Shanghai day lies on that day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
        expect(shanghaiDay(instantAt(date, minutes))).toBe(date);
      }),
    );
  });
});
