import type { CivilDate } from '../calendar/index.js';
import type { Coverage } from './company.js';
import type { OperatingPeriod } from './conduct.js';
import type { AskedItem } from './license.js';

/**
 * What a correction may put in the place of what an entry says: a day, a number, a filing, a list of things, the days on
 * which a service ran, or yes or no.
 */
export type CorrectedValue = CivilDate | string | boolean | string[] | Coverage | AskedItem[] | OperatingPeriod | null;

export function isPeriod(value: unknown): value is OperatingPeriod {
  return typeof value === 'object' && value !== null && 'startedOn' in value && 'stoppedOn' in value;
}

/** Whether two values say the same, whatever the order of their members. */
export function sameValue(a: CorrectedValue, b: CorrectedValue): boolean {
  return written(a) === written(b);
}

function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  const members = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return `{${members.map(([name, part]) => `${name}:${written(part)}`).join()}}`;
}
