import { addDays, type Calendar, type CivilDate, maxDate, minDate, workingDaysLater } from '../calendar/index.js';
import { type Absences, firstDayAway } from './absences.js';
import { knownDate } from './agenda/obligation-parts.js';
import type { FiredRung, People } from './license.js';
import type { Obligation } from './obligation.js';

/** A notice that nobody acknowledged, on its way to the next person. */
export interface Escalation {
  rung: string;
  role: 'deputy' | 'manager';
  person: string;
  day: CivilDate;
}

/** Working days that owner and deputy have to acknowledge, one after the other: as a rule, and from ten days before the date on. */
const patience = { usual: 2, urgent: 1 } as const;

const urgentDays = 10;

/** Who is waited for before somebody is told. */
const waitedFor = { deputy: ['owner'], manager: ['owner', 'deputy'] } as const;

/** The people of a license, and when they are away. */
export interface Reachable {
  people: People;
  absences: Absences;
}

/**
 * The escalations of an obligation's notices that are still to come or due, per role the newest notice first. An
 * acknowledgement ends them for that notice and all older ones, and so does a newer notice that has reached the same
 * role. A snooze puts them off, but never beyond the safe day. Nobody is waited for who is away. Who had the notice already
 * is not told twice. A moved date is news, not a reminder.
 */
export function escalationsToCome(
  obligation: Obligation,
  fired: readonly FiredRung[],
  reachable: Reachable,
  calendar: Calendar,
): Escalation[] {
  return [
    ...escalationsTo('deputy', obligation, fired, reachable, calendar),
    ...escalationsTo('manager', obligation, fired, reachable, calendar),
  ];
}

function escalationsTo(
  role: Escalation['role'],
  obligation: Obligation,
  fired: readonly FiredRung[],
  reachable: Reachable,
  calendar: Calendar,
): Escalation[] {
  const person = reachable.people[role];
  const latest = dateOf(obligation);
  const escalations: Escalation[] = [];
  let quietUntil: CivilDate | null = null;
  for (const notice of fired.toReversed()) {
    if (notice.acknowledgedBy !== null || notice.escalatedTo.includes(role)) break;
    if (notice.snoozedUntil !== null) {
      const until = minDate(notice.snoozedUntil, latest ?? notice.snoozedUntil);
      quietUntil = maxDate(until, quietUntil ?? until);
    }
    if (notice.skipped || isDateMoved(notice.rung) || notice.people.includes(person)) continue;
    const patient = patienceEnd(role, latest, notice, reachable, calendar);
    escalations.push({ rung: notice.rung, role, person, day: maxDate(patient, quietUntil ?? patient) });
  }
  return escalations;
}

/** Key of the n-th notice that an obligation's date has moved. */
export function dateMovedRung(count: number): string {
  return `date-moved-${count}`;
}

export function isDateMoved(rung: string): boolean {
  return rung.startsWith('date-moved-');
}

/** The day by which an obligation should be done, safely where that is known. */
function dateOf({ deadline }: Obligation): CivilDate | null {
  return deadline?.safeDay ?? deadline?.date ?? null;
}

function patienceEnd(
  role: Escalation['role'],
  date: CivilDate | null,
  { on }: FiredRung,
  { people, absences }: Reachable,
  calendar: Calendar,
): CivilDate {
  const days = patience[date !== null && on >= addDays(date, -urgentDays) ? 'urgent' : 'usual'];
  return waitedFor[role].reduce((from, waited) => {
    const until = knownDate(() => workingDaysLater(calendar, from, days)) ?? addDays(from, days);
    return firstDayAway(absences, people[waited], from, until) ?? until;
  }, on);
}
