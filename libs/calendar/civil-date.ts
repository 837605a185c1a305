/**
 * Civil dates of Asia/Shanghai and their arithmetic, on whole numbers only: no clock, no time zone of the host.
 * Shanghai has kept UTC+8 without summer time since 1991, so a day is the instant plus eight hours.
 */
import { InvalidCountError, InvalidDateError, InvalidInstantError } from './errors.js';

/** A day in Asia/Shanghai as `YYYY-MM-DD` (Gregorian, years 0001 to 9999). Strings compare as the days do. */
export type CivilDate = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const SHANGHAI_OFFSET_MS = 8 * 60 * MS_PER_MINUTE;
const FIRST_EPOCH_DAY = -719_162; // 0001-01-01
const LAST_EPOCH_DAY = 2_932_896; // 9999-12-31

/**
 * Reads a date strictly: four digits, two, two, with hyphens, and a day that exists.
 * @param where names the field in the message, for example `permit.validFrom`
 * @throws InvalidDateError (`invalid-date`) with what was given, why it is wrong and the form that is right
 */
export function parseCivilDate(text: unknown, where?: string): CivilDate {
  partsOf(text, where);
  return text as CivilDate;
}

/** True when the text is a civil date. */
export function isCivilDate(text: unknown): text is CivilDate {
  return typeof text === 'string' && readParts(text) !== undefined;
}

/** Days since 1970-01-01. @throws InvalidDateError */
export function toEpochDay(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return epochDayOf(year, month, day);
}

/** The date so many days after 1970-01-01. @throws InvalidDateError outside the years 0001 to 9999 */
export function fromEpochDay(epochDay: number): CivilDate {
  if (!Number.isInteger(epochDay)) throw new InvalidCountError(epochDay, 'a whole number of days');
  if (epochDay < FIRST_EPOCH_DAY || epochDay > LAST_EPOCH_DAY) throw outside(`day ${epochDay}`);
  // Days are counted in years that begin on 1 March, so that the leap day comes last.
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day `days` days later, or earlier when negative. @throws InvalidDateError, InvalidCountError */
export function addDays(date: CivilDate, days: number): CivilDate {
  const day = toEpochDay(date) + whole(days, 'days');
  if (day < FIRST_EPOCH_DAY || day > LAST_EPOCH_DAY) throw outside(`${date} and ${days} days`);
  return fromEpochDay(day);
}

/**
 * The corresponding day `months` months later (earlier when negative); where that month is too short, its last day.
 * 2026-01-31 plus one month is 2026-02-28.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const parts = partsOf(date);
  const index = parts.year * 12 + (parts.month - 1) + whole(months, 'months');
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (year < 1 || year > 9999) throw outside(`${date} and ${months} months`);
  return format(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** The same day `years` years later; 29 February becomes 28 February where there is none. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, whole(years, 'years') * 12);
}

/**
 * The last day of a term of whole years that begins on `start`: the day before the anniversary.
 * A term that begins on 29 February and ends in a common year has no anniversary there and ends on 28 February:
 * 2021-03-15 for five years → 2026-03-14; 2020-02-29 → 2025-02-28; 2019-03-01 → 2024-02-29.
 */
export function lastDayOfTerm(start: CivilDate, years: number): CivilDate {
  const anniversary = addYears(start, years);
  return anniversary.slice(8) === start.slice(8) ? addDays(anniversary, -1) : anniversary;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Negative when `a` is earlier than `b`, 0 when they are the same day, positive when later; fits `Array.sort`. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return toEpochDay(a) - toEpochDay(b);
}

/** The earliest of the dates. */
export function minDate(first: CivilDate, ...others: CivilDate[]): CivilDate {
  let earliest = parseCivilDate(first);
  for (const date of others) if (parseCivilDate(date) < earliest) earliest = date;
  return earliest;
}

/** The latest of the dates. */
export function maxDate(first: CivilDate, ...others: CivilDate[]): CivilDate {
  let latest = parseCivilDate(first);
  for (const date of others) if (parseCivilDate(date) > latest) latest = date;
  return latest;
}

/** Monday 1 … Sunday 7. */
export function weekday(date: CivilDate): Weekday {
  return weekdayOfEpochDay(toEpochDay(date));
}

/** Monday 1 … Sunday 7, of a day counted from 1970-01-01, which was a Thursday. */
export function weekdayOfEpochDay(epochDay: number): Weekday {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The civil day in Shanghai on which an instant falls. @throws InvalidInstantError */
export function shanghaiDay(instant: string): CivilDate {
  return fromEpochDay(Math.floor((parseInstant(instant) + SHANGHAI_OFFSET_MS) / MS_PER_DAY));
}

/**
 * The instant at which a clock in Shanghai shows a time on a day.
 * @param time `HH:MM` (00:00 to 24:00, where 24:00 is the end of the day) or minutes since midnight, 0 to 1440
 * @returns a UTC ISO 8601 string with milliseconds
 */
export function instantAt(date: CivilDate, time: string | number): string {
  return formatInstant(toEpochDay(date) * MS_PER_DAY + minutesOf(time) * MS_PER_MINUTE - SHANGHAI_OFFSET_MS);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Milliseconds since 1970-01-01T00:00Z of an ISO 8601 instant with seconds and `Z` or an offset.
 * What is finer than a millisecond is cut off.
 * @throws InvalidInstantError (`invalid-instant`)
 */
export function parseInstant(text: string): number {
  const form = 'write it like 2026-03-01T01:30:00.000Z';
  if (typeof text !== 'string') throw new InvalidInstantError(text, form);
  const own = readOwnInstant(text);
  if (own !== undefined) return own;
  const match = INSTANT.exec(text);
  if (!match) throw new InvalidInstantError(text, form);
  const [, date = '', hour, minute, second, fraction = '', sign, offsetHour = 0, offsetMinute = 0] = match;
  if (!isCivilDate(date)) throw new InvalidInstantError(text, `${date} does not exist`);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    throw new InvalidInstantError(text, 'hours go to 23, minutes and seconds to 59');
  }
  if (Number(offsetHour) > 14 || Number(offsetMinute) > 59)
    throw new InvalidInstantError(text, 'no zone has this offset');
  const offset = Number(offsetHour) * 60 + Number(offsetMinute);
  const minutes = Number(hour) * 60 + Number(minute) + (sign === '-' ? offset : -offset);
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return toEpochDay(date) * MS_PER_DAY + minutes * MS_PER_MINUTE + Number(second) * 1000 + milliseconds;
}

/** Reads the form that `formatInstant` writes, which most instants have, without a pattern; leaves every other one. */
function readOwnInstant(text: string): number | undefined {
  const separated = text.length === 24 && text[10] === 'T' && text[13] === ':' && text[16] === ':';
  if (!separated || text[19] !== '.' || text[23] !== 'Z') return undefined;
  const date = readDate(text);
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const ms = digits(text, 20, 23);
  const exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && ms >= 0;
  if (!date || !exists) return undefined;
  const day = epochDayOf(date.year, date.month, date.day);
  return day * MS_PER_DAY + (hour * 60 + minute) * MS_PER_MINUTE + second * 1000 + ms;
}

/** The UTC ISO 8601 string, with milliseconds and `Z`, of milliseconds since 1970-01-01T00:00Z. */
export function formatInstant(epochMs: number): string {
  if (!Number.isInteger(epochMs)) throw new InvalidInstantError(epochMs, 'expected whole milliseconds');
  const epochDay = Math.floor(epochMs / MS_PER_DAY);
  const ms = epochMs - epochDay * MS_PER_DAY;
  if (ms % MS_PER_MINUTE === 0) return `${fromEpochDay(epochDay)}${wholeMinutes[ms / MS_PER_MINUTE]}`;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${fromEpochDay(epochDay)}T${time}.${String(ms % 1000).padStart(3, '0')}Z`;
}

function outside(what: string): InvalidDateError {
  return new InvalidDateError(what, 'it lies outside the years 0001 to 9999');
}

type Parts = { year: number; month: number; day: number };

function partsOf(date: unknown, where?: string): Parts {
  const parts = typeof date === 'string' ? readParts(date) : undefined;
  if (!parts) throw new InvalidDateError(date, whyNoDate(date), where);
  return parts;
}

function epochDayOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Reads by character codes: this runs for every date of every question, and a pattern is several times slower. */
function readParts(text: string): Parts | undefined {
  return text.length === 10 ? readDate(text) : undefined;
}

/** The date with which a text begins. */
function readDate(text: string): Parts | undefined {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** The number written between two places, or -1 when something there is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function whyNoDate(date: unknown): string {
  const match = typeof date === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) : null;
  if (!match) return 'write it as YYYY-MM-DD, for example 2026-02-03';
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (year < 1) return 'years begin with 0001';
  if (month < 1 || month > 12) return 'months go from 01 to 12';
  return `${match[1]}-${match[2]} has the days 01 to ${daysInMonth(year, month)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function minutesOf(time: string | number): number {
  const match = typeof time === 'number' ? null : /^(\d{2}):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : (time as number);
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1440) {
    throw new InvalidCountError(time, 'HH:MM from 00:00 to 24:00, or 0 to 1440 minutes');
  }
  return minutes;
}

function whole(value: number, unit: string): number {
  if (!Number.isSafeInteger(value)) throw new InvalidCountError(value, `a whole number of ${unit}`);
  return value;
}

function format(year: number, month: number, day: number): CivilDate {
  return `${two(Math.floor(year / 100))}${two(year % 100)}${monthDays[month * 32 + day]}`;
}

const twoDigits: readonly string[] = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** A number from 0 to 99 in two digits. */
function two(value: number): string {
  return twoDigits[value] as string;
}

/** `-MM-DD`, at the place `month * 32 + day`: dates are written all the time, and joining two parts is quicker. */
const monthDays: readonly string[] = Array.from({ length: 13 * 32 }, (_, i) => `-${two(i >> 5)}-${two(i & 31)}`);

/** What follows the date in an instant on a whole minute of its day, as most are. */
const wholeMinutes: readonly string[] = Array.from(
  { length: 1440 },
  (_, i) => `T${two(Math.floor(i / 60))}:${two(i % 60)}:00.000Z`,
);
