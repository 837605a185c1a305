import type { LimitReading, LimitRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

type GivenReading = Omit<LimitReading, 'pauses' | 'roll'> & Partial<Pick<LimitReading, 'pauses' | 'roll'>>;
type Given = Omit<LimitRule, 'validFrom' | 'validTo' | 'readings'> &
  Partial<Pick<LimitRule, 'validFrom' | 'validTo'>> & { readings: GivenReading[] };

/** A limit in force since the measures of 2017; its readings neither pause nor roll, unless it says otherwise. */
export function limit(given: Given): LimitRule {
  return {
    ...since2017,
    ...given,
    readings: given.readings.map((reading) => ({ pauses: 'none', roll: 'none', ...reading })),
  };
}

/** So many calendar days after the starting day, which is not counted. */
export const daysAfter = (length: number) => ({ kind: 'length', length, unit: 'day', direction: 'after' }) as const;
export const daysBefore = (length: number) => ({ kind: 'length', length, unit: 'day', direction: 'before' }) as const;
export const workingDaysAfter = (length: number) =>
  ({ kind: 'length', length, unit: 'working-day', direction: 'after' }) as const;
export const monthsAfter = (length: number) => ({ kind: 'length', length, unit: 'month', direction: 'after' }) as const;
export const sameDay = { kind: 'same-day' } as const;
