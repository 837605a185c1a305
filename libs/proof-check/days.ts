/** Days by number: 1 is Monday, 0001-01-01. Counted year by year and month by month, so that anybody can follow it. */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengthOf = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0));

/** Days before 1 January of a year. */
const before = (year: number) => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

/** The number of a day written `YYYY-MM-DD`; null where there is no such day. */
export function numberOf(date: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null;
  let days = before(year) + day;
  for (let m = 1; m < month; m++) days += lengthOf(year, m);
  return days;
}

export function dateOf(number: number): string {
  let year = Math.floor(number / 366) + 1;
  while (before(year + 1) < number) year++;
  let rest = number - before(year);
  let month = 1;
  for (; rest > lengthOf(year, month); month++) rest -= lengthOf(year, month);
  return written(year, month, rest);
}

/** Monday 1 … Sunday 7. */
export const weekdayOf = (number: number): number => ((number - 1) % 7) + 1;

/** The same day so many months on (or back), or the last day of a month that is too short. */
export function monthsFrom(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return written(newYear, newMonth, Math.min(day, lengthOf(newYear, newMonth)));
}

const written = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
