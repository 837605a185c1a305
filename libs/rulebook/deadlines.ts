import { type CivilDate, minDate, rollForward, safeDay } from '../calendar/index.js';
import { countFrom, daysOf, type PausedDays } from './count.js';
import { RuleNotInForceError } from './errors.js';
import type { Law } from './law.js';
import type { LimitReading, LimitRule } from './pack.js';
import type { Deadline, DeadlineReading } from './proof.js';
import { remembered } from './remembered.js';
import { ruleOn } from './rules.js';

/** The days of expert reviews under either reading, laid out once for all readings of a limit. */
export interface Pauses {
  bothEndsExcluded: PausedDays;
  endDayCounts: PausedDays;
}

/** @param periods first and last day; no last day while a review is going on, which then reaches to `today` */
export function pausesOf(periods: { from: CivilDate; to: CivilDate | null }[], today: CivilDate): Pauses {
  return { bothEndsExcluded: daysOf(periods, today, false), endDayCounts: daysOf(periods, today, true) };
}

/** The limit of that name in force on a day. @throws RuleNotInForceError */
export function limitOn(law: Law, id: string, on: CivilDate): LimitRule {
  return ruleOn(law.pack, law.pack.limits, id, on);
}

/** The reading of that name. @throws RuleNotInForceError */
export function readingOf(law: Law, rule: LimitRule, id: string): LimitReading {
  const reading = rule.readings.find((candidate) => candidate.id === id);
  if (!reading) throw new RuleNotInForceError(law.pack.id, `${rule.id}/${id}`, rule.validFrom);
  return reading;
}

/** The day that one reading of a limit gives, with its proof. */
export function measure(
  law: Law,
  rule: LimitRule,
  reading: LimitReading,
  start: string,
  pauses?: Pauses,
): DeadlineReading {
  const { calendar, pack } = law;
  const paused = pausedDays(reading, pauses);
  const counted = countFrom(calendar, reading.count, start, paused);
  const roll =
    rule.duty === 'authority' && reading.roll === 'next-working-day' ? rollForward(calendar, counted.date) : null;
  const moved = roll !== null && roll.date !== counted.date;
  return {
    id: reading.id,
    ...settledBy(law, rule, reading),
    date: counted.date,
    rolled: roll?.date ?? counted.date,
    proof: {
      ruleId: rule.id,
      pack: pack.id,
      calendar: calendar.id,
      citation: reading.citation,
      confidence: reading.confidence,
      wording: reading.wording,
      inputs: { [reading.from]: start, ...inputsOf(reading, paused) },
      steps: moved ? [...counted.steps, ...roll.steps] : counted.steps,
      result: counted.date,
      firmness: roll?.firmness === 'provisional' ? 'provisional' : counted.firmness,
    },
  };
}

function settledBy({ readings }: Law, rule: LimitRule, reading: LimitReading): Pick<DeadlineReading, 'settled'> {
  const settled = readings?.[rule.id];
  if (settled?.reading !== reading.id) return {};
  return { settled: { scope: settled.scope, houseSeq: settled.houseSeq } };
}

function pausedDays(reading: LimitReading, pauses: Pauses | undefined): PausedDays {
  if (reading.pauses === 'none' || pauses === undefined) return [];
  return reading.pauses === 'end-day-counts' ? pauses.endDayCounts : pauses.bothEndsExcluded;
}

function inputsOf({ count }: LimitReading, paused: PausedDays): Record<string, string | number> {
  const left: Record<string, number> = paused.length > 0 ? { pausedDays: paused.length } : {};
  switch (count.kind) {
    case 'length':
      return { length: count.length, unit: count.unit, direction: count.direction, ...left };
    case 'day-of-year':
      return { monthDay: count.monthDay };
    case 'term':
      return { years: count.years, end: count.end };
    case 'same-day':
      return {};
    default:
      return count satisfies never;
  }
}

/**
 * Puts readings together, the default first, or before it the one on which the house has settled. The company's own
 * duties and rights follow the earliest date whatever is settled, and are met on the safe day; an authority's duty
 * follows the first reading.
 */
export function deadlineOf(law: Law, duty: LimitRule['duty'], given: Readings): Deadline {
  const readings = settledFirst(given);
  const [first, ...others] = readings;
  if (duty === 'authority') {
    return { date: first.date, safeDay: null, safeDaySteps: [], firmness: first.proof.firmness, readings };
  }
  const date = minDate(first.date, ...others.map((reading) => reading.date));
  const driving = readings.find((reading) => reading.date === date) ?? first;
  const safe = safeDay(law.calendar, date);
  return {
    date,
    safeDay: safe.date,
    safeDaySteps: safe.date === date ? [] : safe.steps,
    firmness: driving.proof.firmness === 'provisional' ? 'provisional' : safe.firmness,
    readings,
  };
}

/** At least one, in the order in which they count. */
export type Readings = [DeadlineReading, ...DeadlineReading[]];

export function settledFirst(readings: Readings): Readings {
  const chosen = readings.find(({ settled }) => settled !== undefined);
  if (!chosen) return readings;
  return [chosen, ...readings.filter((reading) => reading !== chosen)];
}

/** The date that one reading of a limit gives. @param on the day whose law counts */
export function only(law: Law, ruleId: string, readingId: string, start: string, on: CivilDate = start): Deadline {
  return remembered(law, `${ruleId}/${readingId} ${start} ${on}`, () => {
    const rule: LimitRule = limitOn(law, ruleId, on);
    return deadlineOf(law, rule.duty, [measure(law, rule, readingOf(law, rule, readingId), start)]);
  });
}
