import {
  addDays,
  type CivilDate,
  daysBetween,
  formatInstant,
  instantAt,
  parseInstant,
} from '../../../libs/calendar/index.js';
import type { AsOf } from '../../../libs/domain/index.js';
import type { AskedLicense, SamplePast } from './sample-past.js';

/** Printed with the figures: the same seed asks the same. */
export const seed = 20_261_126;

/** Numbers from 0 to 1 (mulberry32). */
export function rolls(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface LicenseQuestion extends AsOf {
  license: AskedLicense;
}

/**
 * Random days of the five years, as known on a random later one; every other question as known at the end, which has the
 * most entries to look at and knows all corrections.
 */
export function licenseQuestions({ asked, days }: SamplePast, count: number): LicenseQuestion[] {
  const roll = rolls(seed);
  return Array.from({ length: count }, (_, i) => {
    const license = asked[i % asked.length] as AskedLicense;
    const validOn = randomDay(days, roll);
    const known = i % 2 === 0 ? days.end : randomDay({ begin: validOn, end: days.end }, roll);
    return { license, validOn, knownOn: endOf(known) };
  });
}

function randomDay({ begin, end }: { begin: CivilDate; end: CivilDate }, roll: () => number): CivilDate {
  return addDays(begin, 1 + Math.floor(roll() * daysBetween(begin, end)));
}

const endOf = (day: CivilDate): string => formatInstant(parseInstant(instantAt(day, '24:00')) - 1);

export const timesOf = ({ validOn, knownOn }: AsOf): string => `validOn=${validOn}&knownOn=${knownOn}`;
