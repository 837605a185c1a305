import { addDays, type CivilDate } from '../calendar/index.js';
import type { People } from './license.js';

/** Days on which a person of the license does not answer, both included. */
export interface Absence {
  person: string;
  from: CivilDate;
  until: CivilDate;
  calledOff: boolean;
  /** Entry of the house's stream that last told of it. */
  houseSeq: number;
}

/** By the absence's id. */
export type Absences = Record<string, Absence>;

export function isAway(absences: Absences, person: string, day: CivilDate): boolean {
  return Object.values(absences).some(
    (absence) => !absence.calledOff && absence.person === person && absence.from <= day && day <= absence.until,
  );
}

/** The first day from `from` on, and before `until`, on which the person is away; null where there is none. */
export function firstDayAway(absences: Absences, person: string, from: CivilDate, until: CivilDate): CivilDate | null {
  let first: CivilDate | null = null;
  for (const absence of Object.values(absences)) {
    if (absence.calledOff || absence.person !== person || absence.until < from) continue;
    const day = absence.from > from ? absence.from : from;
    if (day < until && (first === null || day < first)) first = day;
  }
  return first;
}

/** Those of the chain who are away while the next one in it must act for them at once. */
export function awayInTurn(absences: Absences, people: People, day: CivilDate): ('owner' | 'deputy')[] {
  if (!isAway(absences, people.owner, day)) return [];
  return isAway(absences, people.deputy, day) ? ['owner', 'deputy'] : ['owner'];
}

/** Beyond this an absence that is over matters to nothing that is still to come. */
const keptDays = 60;

/** What is worth knowing on a day, with one more that was told; an older telling of it does not undo a newer one. */
export function absencesWith(absences: Absences, id: string, told: Absence, day: CivilDate): Absences {
  const known = Object.hasOwn(absences, id) ? absences[id] : undefined;
  if (known && known.houseSeq > told.houseSeq) return absences;
  const kept = Object.entries(absences).filter(([, { until }]) => until >= addDays(day, -keptDays));
  return Object.fromEntries([...kept.filter(([other]) => other !== id), [id, told]]);
}
