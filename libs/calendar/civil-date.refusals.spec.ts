import {
  addDays,
  addMonths,
  addYears,
  formatInstant,
  fromEpochDay,
  instantAt,
  isCivilDate,
  parseCivilDate,
  parseInstant,
} from './civil-date.js';
import { CalendarError } from './errors.js';

function refusal(act: () => unknown): CalendarError {
  try {
    act();
  } catch (error) {
    if (error instanceof CalendarError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const form = 'write it as YYYY-MM-DD, for example 2026-02-03';
const dateRemedy = 'Give a day that exists as YYYY-MM-DD, for example 2026-02-03.';
const instantForm = 'write it like 2026-03-01T01:30:00.000Z';

describe('a date that is none', () => {
  it.each([
    ['0001-13-01', 'months go from 01 to 12'],
    ['2026-12-32', '2026-12 has the days 01 to 31'],
    ['2026-06-31', '2026-06 has the days 01 to 30'],
    ['2026-09-31', '2026-09 has the days 01 to 30'],
    ['2026-11-31', '2026-11 has the days 01 to 30'],
    ['0001-02-29', '0001-02 has the days 01 to 28'],
    ['2026/02-03', form],
    ['2026-02/03', form],
    ['2 26-02-03', form],
    ['2026-02-1/', form],
    ['2026-02-1:', form],
    ['on 2026-02-30', form],
  ])('%s: %s', (text, why) => {
    const error = refusal(() => parseCivilDate(text));
    expect(error).toMatchObject({ name: 'InvalidDateError', message: `"${text}" is not a date: ${why}` });
    expect(error.details).toStrictEqual({ value: `"${text}"`, why, remedy: dateRemedy });
    expect(isCivilDate(text)).toBe(false);
  });

  it.each([[undefined], [null], [20260203], [['2026-02-30']], [{}]])('%p is no text, and shown as it is', (value) => {
    expect(refusal(() => parseCivilDate(value)).message).toBe(`${String(value)} is not a date: ${form}`);
    expect(isCivilDate(value)).toBe(false);
  });

  it('is named by its field', () => {
    const error = refusal(() => parseCivilDate('soon', 'permit.validFrom'));
    expect(error.message).toBe(`permit.validFrom: "soon" is not a date: ${form}`);
    expect(error.details).toStrictEqual({ value: '"soon"', where: 'permit.validFrom', why: form, remedy: dateRemedy });
  });

  it('is shown whole up to forty characters, quotes included', () => {
    expect(refusal(() => parseCivilDate('x'.repeat(38))).details.value).toBe(`"${'x'.repeat(38)}"`);
    expect(refusal(() => parseCivilDate('x'.repeat(39))).details.value).toBe(`"${'x'.repeat(38)}…`);
  });
});

describe('the years 0001 to 9999', () => {
  const why = 'it lies outside the years 0001 to 9999';

  it.each([
    ['day 2932897', () => fromEpochDay(2_932_897)],
    ['day -719163', () => fromEpochDay(-719_163)],
    ['9999-12-31 and 1 days', () => addDays('9999-12-31', 1)],
    ['0001-01-01 and -1 days', () => addDays('0001-01-01', -1)],
    ['9999-12-31 and 1 months', () => addMonths('9999-12-31', 1)],
    ['0001-01-31 and -1 months', () => addMonths('0001-01-31', -1)],
    ['9999-01-01 and 12 months', () => addYears('9999-01-01', 1)],
  ])('do not hold %s', (what, act) => {
    expect(refusal(act)).toMatchObject({
      code: 'invalid-date',
      kind: 'invalid',
      message: `"${what}" is not a date: ${why}`,
      details: { value: `"${what}"`, why, remedy: dateRemedy },
    });
  });

  it.each([
    ['0001-01-01', () => fromEpochDay(-719_162)],
    ['9999-12-31', () => fromEpochDay(2_932_896)],
    ['9999-12-31', () => addDays('9999-12-30', 1)],
    ['0001-01-01', () => addDays('0001-01-02', -1)],
    ['9999-12-30', () => addMonths('9999-11-30', 1)],
    ['0001-01-28', () => addMonths('0001-02-28', -1)],
    ['9999-02-28', () => addYears('9996-02-29', 3)],
    ['0001-06-30', () => addYears('0002-06-30', -1)],
  ])('hold %s', (expected, act) => {
    expect(act()).toBe(expected);
  });
});

describe('a count that is none', () => {
  it.each([
    ['a whole number of days', () => fromEpochDay(0.5)],
    ['a whole number of days', () => addDays('2026-01-01', 0.5)],
    ['a whole number of months', () => addMonths('2026-01-01', 0.5)],
    ['a whole number of years', () => addYears('2026-01-01', 0.5)],
    ['HH:MM from 00:00 to 24:00, or 0 to 1440 minutes', () => instantAt('2026-01-01', 0.5)],
  ])('is told: expected %s', (expected, act) => {
    const error = refusal(act);
    expect(error).toMatchObject({ name: 'InvalidCountError', code: 'invalid-count', kind: 'invalid' });
    expect(error.message).toBe(`0.5 is not usable here: expected ${expected}`);
    expect(error.details).toStrictEqual({ value: '0.5', remedy: `Give ${expected}.` });
  });

  it.each(['x08:30', '08:30x', '510', ''])('takes no time like "%s"', (time) => {
    expect(refusal(() => instantAt('2026-01-01', time)).details.value).toBe(`"${time}"`);
  });
});

describe('an instant that is none', () => {
  const seconds = 'hours go to 23, minutes and seconds to 59';

  it.each([
    ['2026-02-30T00:00:00Z', '2026-02-30 does not exist'],
    ['2026-02-30T00:00:00.000Z', '2026-02-30 does not exist'],
    ['2026-01-01T24:00:00Z', seconds],
    ['2026-01-01T00:60:00.000Z', seconds],
    ['2026-01-01T00:00:60Z', seconds],
    ['2026-01-01T00:00:00+15:00', 'no zone has this offset'],
    ['2026-01-01T00:00:00-08:60', 'no zone has this offset'],
    ['2026-01-01T00-00:00.000Z', instantForm],
    ['2026-01-01T00:00-00.000Z', instantForm],
    ['2026-01-01T00:00:00.000X', instantForm],
    ['2026-01-01T00:0x:00.000Z', instantForm],
    ['2026-01-01T00:00:0x.000Z', instantForm],
    ['2026-01-01T00:00:00.00xZ', instantForm],
    ['2026-01-01T00:00:00.000Z, or so', instantForm],
    ['at 2026-01-01T00:00:00Z', instantForm],
  ])('%s: %s', (text, why) => {
    const error = refusal(() => parseInstant(text));
    expect(error).toMatchObject({ name: 'InvalidInstantError', code: 'invalid-instant', kind: 'invalid' });
    expect(error.message).toBe(`"${text}" is not an instant: ${why}`);
    expect(error.details).toStrictEqual({
      value: `"${text}"`,
      why,
      remedy: 'Give an instant in UTC like 2026-03-01T01:30:00.000Z.',
    });
  });

  it.each([undefined, null, 0, ['2026-01-01T00:00:00Z']])('%p is no text', (value) => {
    expect(refusal(() => parseInstant(value as never))).toMatchObject({
      code: 'invalid-instant',
      details: { value: String(value), why: instantForm },
    });
  });

  it('is a fraction of a millisecond, and what lies outside the years that dates have', () => {
    expect(refusal(() => formatInstant(0.5)).details).toMatchObject({
      value: '0.5',
      why: 'expected whole milliseconds',
    });
    expect(refusal(() => formatInstant(2_932_897 * 86_400_000)).code).toBe('invalid-date');
  });
});
