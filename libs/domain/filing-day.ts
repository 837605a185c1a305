import type { CivilDate } from '../calendar/index.js';
import type { Filing } from './license.js';

/** The day by which a filing's papers are judged: the planned one; `on` itself where none is planned or it has passed. */
export function filingDayOf({ plannedOn }: Pick<Filing, 'plannedOn'>, on: CivilDate): CivilDate {
  return plannedOn !== null && plannedOn > on ? plannedOn : on;
}
