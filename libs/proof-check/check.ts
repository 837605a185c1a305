/**
 * Computes an explained date again, from the explanation alone: no rule, no calendar, and no line of code shared with
 * what gave the date. What it can say is that the date follows from the steps; whether the State Council arranged the
 * days as the steps say is for the notices that the explanation names.
 */
import type { Claim, ClaimedReading, ClaimedStep, Difference } from './claim.js';
import { dateOf, monthsFrom, numberOf, weekdayOf } from './days.js';

type Report = (where: string, claimed: unknown, computed: unknown) => void;

/** No duty counts longer; a longer count is a mistake and not worth the time. */
const mostDays = 40_000;

/** Everything in which the claim and the second computation differ; empty for a proof that holds. */
export function check(claim: Claim): Difference[] {
  const differences: Difference[] = [];
  const report: Report = (where, claimed, computed) => {
    if (claimed !== computed) differences.push({ where, claimed: shown(claimed), computed: shown(computed) });
  };
  const { readings, duty, drivenBy, date, safeDay } = claim;
  const covered = claim.calendar.coveredTo;
  for (const [i, reading] of readings.entries()) checkReading(reading, `readings[${i}]`, covered, report);

  const dates = readings.map((reading) => (duty === null ? (reading.moved?.date ?? reading.date) : reading.date));
  const driving = drivenBy === 'earliest' ? [...dates].sort()[0] : dates[0];
  report('date', date, driving);
  report('drivenBy', duty === 'authority' ? drivenBy : 'default', 'default');
  report('readings.drives', place(readings.map(({ drives }) => drives)), place(dates.map((one) => one === driving)));
  if (duty === 'authority') report('safeDay', safeDay === null ? 'none' : safeDay.date, 'none');
  if (safeDay !== null) checkWalk(safeDay, date, -1, 'safeDay', covered, report);
  const provisional = readings[dates.indexOf(date)]?.firmness === 'provisional' || (safeDay !== null && date > covered);
  report('firmness', claim.firmness, provisional ? 'provisional' : 'firm');
  return differences;
}

/** A claim can hold anything that JSON can say, an object without `toString` too. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : String(JSON.stringify(value)));

const place = (marks: boolean[]) => marks.indexOf(true) + 1;

function checkReading(reading: ClaimedReading, where: string, covered: string, report: Report): void {
  const { steps, count, date, moved } = reading;
  checkSteps(steps, `${where}.steps`, covered, report);
  const reviewed = steps.filter(({ reason }) => reason.code === 'expert-review').length;
  report(`${where}.pausedDays`, reading.pausedDays, reviewed);
  report(`${where}.date`, date, computed(reading, where, report) ?? 'none');
  if (moved !== null) {
    checkWalk(moved, date, moved.to === 'next-working-day' ? 1 : -1, `${where}.moved`, covered, report);
  }
  const counted = count.kind === 'length' && count.unit === 'working-day' && count.length > 0 && date > covered;
  const latest = moved === null ? '' : [date, moved.date].sort()[1];
  const firmness = counted || (latest ?? '') > covered ? 'provisional' : 'firm';
  report(`${where}.firmness`, reading.firmness, firmness);
}

/** The day that the count gives; null where the start or the count is none. */
function computed({ start, count, steps }: ClaimedReading, where: string, report: Report): string | null {
  const { value } = start;
  if (count.kind === 'day-of-year') return `${value.slice(0, 4)}-${count.monthDay}`;
  const first = numberOf(value);
  if (first === null) return null;
  if (count.kind === 'same-day') return value;
  if (count.kind === 'term') {
    const anniversary = monthsFrom(value, count.years * 12);
    // The twenty-ninth of February has no anniversary in a common year: the term ends on the day that stands for it.
    const eve = count.end === 'eve' && anniversary.slice(8) === value.slice(8);
    return eve ? dateOf((numberOf(anniversary) ?? 0) - 1) : anniversary;
  }
  const sign = count.direction === 'before' ? -1 : 1;
  if (!Number.isInteger(count.length) || count.length < 0 || count.length > mostDays) return null;
  if (!['day', 'working-day', 'month'].includes(count.unit)) return null;
  if (count.unit === 'month') return monthsFrom(value, sign * count.length);
  return counted(first, sign, count.length, count.unit === 'working-day', { steps, where, report });
}

/** Day by day from the start, which is not counted: the steps say of each listed day, the weekday of every other. */
function counted(
  first: number,
  sign: 1 | -1,
  length: number,
  working: boolean,
  { steps, where, report }: { steps: ClaimedStep[]; where: string; report: Report },
): string {
  const foreign = steps.filter(({ reason }) => !working && reason.code !== 'expert-review').map(({ date }) => date);
  report(`${where}.steps`, foreign.join(' '), '');
  const listed = new Map(steps.map((step) => [step.date, step.counted]));
  const passed = new Set<string>();
  let [day, left, ends] = [first, length, [] as string[]];
  for (let walked = 0; left > 0 && walked <= mostDays * 2; walked++) {
    day += sign;
    const date = dateOf(day);
    passed.add(date);
    if (!(listed.get(date) ?? (working ? weekdayOf(day) < 6 : true))) continue;
    left -= 1;
    ends = [ends[0] ?? date, date];
  }
  const strays = [...listed.keys()].filter((date) => !passed.has(date));
  report(`${where}.steps`, strays.length === 0 ? 'all inside the count' : strays.join(' '), 'all inside the count');
  // A count of working days lists both its ends, so that a step which was taken out is missed; an expert review that
  // comes before the first counted day stands in for it.
  const begun = steps.some(({ date, reason }) => reason.code === 'expert-review' && date < (ends[0] ?? ''));
  const unlisted = ends.slice(begun ? 1 : 0).filter((date) => working && !listed.has(date));
  report(`${where}.steps`, unlisted.length === 0 ? 'both ends' : `without ${unlisted.join(' ')}`, 'both ends');
  return dateOf(day);
}

/** A walk to the nearest working day lists every day from the date on, all but the last one not usable. */
function checkWalk(
  { date, steps }: { date: string; steps: ClaimedStep[] },
  from: string,
  direction: 1 | -1,
  where: string,
  covered: string,
  report: Report,
): void {
  const inOrder = direction === 1 ? steps : [...steps].reverse();
  checkSteps(inOrder, `${where}.steps`, covered, report);
  const start = numberOf(from) ?? 0;
  const expected = steps.map((_, i) => `${dateOf(start + i * direction)}${i === steps.length - 1 ? '+' : '-'}`);
  report(
    `${where}.steps`,
    steps.map((step) => `${step.date}${step.counted ? '+' : '-'}`).join(' '),
    expected.join(' '),
  );
  report(`${where}.date`, date, steps.at(-1)?.date ?? 'none');
}

/** Whether the days are in order, may have their reasons, and count where the reason lets them. */
function checkSteps(steps: ClaimedStep[], where: string, covered: string, report: Report): void {
  for (const [i, step] of steps.entries()) {
    const at = `${where}[${i}]`;
    if (i > 0) report(at, step.date > (steps[i - 1]?.date ?? '') ? 'in order' : 'out of order', 'in order');
    checkStep(step, at, covered, report);
  }
}

function checkStep(
  { date, counted: counts, reason: { code } }: ClaimedStep,
  at: string,
  covered: string,
  report: Report,
) {
  const number = numberOf(date);
  const weekend = weekdayOf(number ?? 1) > 5;
  const kind = code.replace(/^assumed-/, '');
  const fits = new Map([
    ['working-day', !weekend && counts],
    ['make-up-working-day', weekend && counts],
    ['weekend', weekend && !counts],
    ['holiday', !counts],
    ['bridge-day', !weekend],
    ['expert-review', !counts],
  ]);
  report(at, `${code} ${number !== null && fits.get(kind) ? 'fits' : 'does not fit'} ${date}`, `${code} fits ${date}`);
  if (kind === 'expert-review') return;
  report(at, code.startsWith('assumed-') ? 'assumed' : 'arranged', date > covered ? 'assumed' : 'arranged');
}
