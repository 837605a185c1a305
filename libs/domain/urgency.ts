import type { Calendar, CivilDate } from '../calendar/index.js';
import { rungDay } from '../rulebook/index.js';
import { knownDate } from './agenda/obligation-parts.js';
import { isDateMoved } from './escalation.js';
import type { NoticeDue } from './license.js';

/** Why a notice leaves at once instead of waiting for the daily digest. */
export type Urgency =
  | 'operating-alarm'
  | 'escalation'
  | 'correction-received'
  | 'authority-late'
  | 'date-earlier'
  | 'past-date'
  | 'near-date';

/** A notice on the day on which it falls due. */
interface Question {
  notice: NoticeDue;
  today: CivilDate;
  calendar: Calendar;
}

/** The habit of this product, not law; the first rule that holds gives the reason. */
const rules: readonly { why: Urgency; holds: (question: Question) => boolean }[] = [
  { why: 'operating-alarm', holds: ({ notice }) => notice.kind === 'operating-without-permit' },
  { why: 'escalation', holds: ({ notice: { to } }) => to.length > 0 && to.every(({ role }) => role !== 'owner') },
  { why: 'correction-received', holds: ({ notice }) => notice.rung === 'opened' && corrections.includes(notice.kind) },
  { why: 'authority-late', holds: ({ notice }) => authorityLate.includes(notice.rung) },
  { why: 'date-earlier', holds: ({ notice }) => isDateMoved(notice.rung) && isEarlier(notice) },
  { why: 'past-date', holds: ({ notice, today }) => (notice.safeDay ?? notice.date ?? today) < today },
  { why: 'near-date', holds: isNear },
];

const corrections: readonly string[] = ['correction', 'report-return'];

/** The rungs that ask the authority and complain about it. */
const authorityLate: readonly string[] = ['ask', 'complaint'];

/**
 * Why a notice must leave at once; null where it may wait for the next digest. In the last days before the safe day S,
 * from the working day of the rung S-3 on, nothing waits; nor does what tells of a date that has passed.
 * @param today the civil day (Asia/Shanghai) on which the notice falls due
 */
export function urgencyOf(notice: NoticeDue, today: CivilDate, calendar: Calendar): Urgency | null {
  return rules.find(({ holds }) => holds({ notice, today, calendar }))?.why ?? null;
}

function isEarlier({ date, movedFrom }: NoticeDue): boolean {
  return date !== null && movedFrom !== null && date < movedFrom;
}

const threeDaysBefore = { key: 'S-3', anchor: 'safe-day', offsetDays: -3 } as const;

/** A day beyond the calendar is not near. */
function isNear({ notice: { safeDay }, today, calendar }: Question): boolean {
  const from = safeDay === null ? null : knownDate(() => rungDay(calendar, threeDaysBefore, safeDay));
  return from !== null && from <= today;
}
