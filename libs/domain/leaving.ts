import {
  addDays,
  type Calendar,
  type CivilDate,
  instantAt,
  isWorkingDay,
  parseInstant,
  shanghaiDay,
} from '../calendar/index.js';
import { knownDate } from './agenda/obligation-parts.js';
import type { NoticeDue, People } from './license.js';

/** Hours of each day in which a person wants no mail: minutes after midnight, Asia/Shanghai; may span midnight. */
export interface QuietHours {
  fromMinute: number;
  untilMinute: number;
}

/** What one person asks of reminders. */
export interface NoticePreferences {
  /** Off: each reminder leaves by itself. */
  digest: boolean;
  /** Null: none. */
  quietHours: QuietHours | null;
  /** Kinds of obligations of which the person wants no reminders. */
  mutedKinds: readonly string[];
}

export const defaultPreferences: NoticePreferences = {
  digest: true,
  quietHours: { fromMinute: 20 * 60, untilMinute: 8 * 60 },
  mutedKinds: [],
};

/** A message that is ready to leave. */
export interface Leaving {
  notice: Pick<NoticeDue, 'date' | 'safeDay'>;
  statutory: boolean;
  simulated: boolean;
}

/** Now, not before an instant (UTC), or with the next digest. */
export type Departure = { kind: 'now' } | { kind: 'not-before'; at: string } | { kind: 'digest' };

/**
 * When a message may leave. On its safe day and past it nothing is held back, and nothing of a simulated license, whose
 * hours are nobody's. In quiet hours it waits for their end; what is no duty also waits for a working day.
 * @param now UTC instant
 */
export function departureOf(
  { notice, statutory, simulated }: Leaving,
  { quietHours }: NoticePreferences,
  now: string,
  calendar: Calendar,
): Departure {
  const today = shanghaiDay(now);
  const date = notice.safeDay ?? notice.date;
  if (simulated || (date !== null && date <= today)) return { kind: 'now' };
  const at = quietHours && quietUntil(quietHours, now);
  if (!statutory && isRestDay(calendar, shanghaiDay(at ?? now))) return { kind: 'digest' };
  return at === null ? { kind: 'now' } : { kind: 'not-before', at };
}

/** When the quiet hours that run at an instant end; null where none run. Both are UTC instants. */
export function quietUntil({ fromMinute, untilMinute }: QuietHours, now: string): string | null {
  const today = shanghaiDay(now);
  const minute = Math.floor((parseInstant(now) - parseInstant(instantAt(today, 0))) / 60_000);
  const spansMidnight = fromMinute > untilMinute;
  const quiet = spansMidnight
    ? minute >= fromMinute || minute < untilMinute
    : minute >= fromMinute && minute < untilMinute;
  if (!quiet) return null;
  return instantAt(spansMidnight && minute >= fromMinute ? addDays(today, 1) : today, untilMinute);
}

/** A day that the calendar does not know holds nothing back. */
export function isRestDay(calendar: Calendar, day: CivilDate): boolean {
  return knownDate(() => isWorkingDay(calendar, day).workingDay) === false;
}

/** One person's message of a notice, and what bears on who else may hear of it. */
export interface MutedMessage {
  recipient: string;
  statutory: boolean;
  /** Whom the notice addresses, the owner first. */
  to: NoticeDue['to'];
  people: People;
  hasMuted: (person: string) => boolean;
  isAway: (person: string) => boolean;
}

/**
 * Who is told of a duty whose reminder this recipient muted; null: nobody, the recipient too. Of a duty by law somebody
 * who is there hears at its time. It hangs on the first of those told who is not away; in that one's place hears the
 * next person of the license who has neither muted it nor is away, and where there is none, that one all the same.
 */
export function toldInstead(message: MutedMessage): { role: Role; person: string } | null {
  const { recipient, statutory, to, people, hasMuted, isAway } = message;
  if (!statutory || to.every(({ role }) => role !== 'owner')) return null;
  const answering = to.find(({ person }) => !isAway(person)) ?? to[0];
  if (answering?.person !== recipient) return null;
  const role = roles.find((each) => people[each] !== recipient && !hasMuted(people[each]) && !isAway(people[each]));
  return role ? { role, person: people[role] } : answering;
}

const roles = ['owner', 'deputy', 'manager'] as const;
type Role = (typeof roles)[number];
