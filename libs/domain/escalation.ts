import { addDays, addWorkingDays, type Calendar, type CivilDate, maxDate } from '../calendar/index.js';
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

/** Working days without an acknowledgement: as a rule, and from ten days before the date on. */
const patience = { deputy: { usual: 2, urgent: 1 }, manager: { usual: 4, urgent: 2 } } as const;

const urgentDays = 10;

/**
 * The escalations of an obligation's notices that are still to come or due, per role the newest notice first. An
 * acknowledgement ends them for that notice and all older ones, and so does a newer notice that has reached the same
 * role. A snooze puts them off. Who had the notice already is not told twice. A moved date is news, not a reminder.
 */
export function escalationsToCome(
  obligation: Obligation,
  fired: readonly FiredRung[],
  people: People,
  calendar: Calendar,
): Escalation[] {
  return [
    ...escalationsTo('deputy', obligation, fired, people.deputy, calendar),
    ...escalationsTo('manager', obligation, fired, people.manager, calendar),
  ];
}

function escalationsTo(
  role: Escalation['role'],
  obligation: Obligation,
  fired: readonly FiredRung[],
  person: string,
  calendar: Calendar,
): Escalation[] {
  const escalations: Escalation[] = [];
  let quietUntil: CivilDate | null = null;
  for (const notice of fired.toReversed()) {
    if (notice.acknowledgedBy !== null || notice.escalatedTo.includes(role)) break;
    if (notice.snoozedUntil !== null) quietUntil = maxDate(notice.snoozedUntil, quietUntil ?? notice.snoozedUntil);
    if (notice.skipped || isDateMoved(notice.rung) || notice.people.includes(person)) continue;
    const patient = patienceEnd(role, obligation, notice, calendar);
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

function patienceEnd(
  role: Escalation['role'],
  { deadline }: Obligation,
  { on }: FiredRung,
  calendar: Calendar,
): CivilDate {
  const date = deadline?.safeDay ?? deadline?.date ?? null;
  const urgent = date !== null && on >= addDays(date, -urgentDays);
  const days = patience[role][urgent ? 'urgent' : 'usual'];
  return knownDate(() => addWorkingDays(calendar, on, days).date) ?? addDays(on, days);
}
