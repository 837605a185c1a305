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
import type { NoticeDue } from './license.js';

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

/**
 * Who is told of a duty whose reminder this recipient muted; null: nobody. Of a duty by law somebody hears at its time:
 * the next person of the license who has not muted it, and where all have, the owner all the same.
 */
export function toldInstead(
  recipient: string,
  statutory: boolean,
  people: { owner: string; deputy: string; manager: string },
  hasMuted: (person: string) => boolean,
): 'owner' | 'deputy' | 'manager' | null {
  if (!statutory || recipient !== people.owner) return null;
  const others = (['deputy', 'manager'] as const).filter((role) => people[role] !== recipient);
  return others.find((role) => !hasMuted(people[role])) ?? 'owner';
}
