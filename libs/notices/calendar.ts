import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Language, LegalBasis, NoticeContent } from './content.js';
import { basisOf, datesOf, facts, isAlarm, type ObligationDates } from './dates.js';
import { oneLine } from './one-line.js';
import { type Words, wordsOf } from './words/index.js';

/** A date of a license as calendars show it: an event on the safe day, or on the date where there is no safe day. */
export interface CalendarDate extends ObligationDates {
  obligationId: string;
  /** Year, where the duty recurs. */
  period: string | null;
  license: { id: string; name: string; url: string };
  company: string;
  authority: string | null;
  basis: LegalBasis | null;
  next: { zh: string; en: string } | null;
  firmness: 'firm' | 'provisional' | null;
  simulated: boolean;
  /** How often the event has changed since it was first published. */
  sequence: number;
  /** The obligation is closed. */
  cancelled: boolean;
  /** UTC instant of the newest change. */
  stamp: string;
}

/**
 * The dates as iCalendar (RFC 5545): all-day events, so that no time zone moves them, with an id that stays while the
 * obligation is the same. The same dates always give the same text.
 */
export function calendarOf(dates: readonly CalendarDate[], language: Language): string {
  return calendarAround([eventsOf(dates, language)], language);
}

/** The events alone: writing many of them takes its time, so a large calendar is written in pieces. */
export function eventsOf(dates: readonly CalendarDate[], language: Language): string {
  const say = wordsOf(language);
  const calendar = ical();
  for (const each of dates) {
    const day = dayOf(each);
    if (day === null) continue;
    calendar.createEvent({
      id: `${each.obligationId.replaceAll(':', '-')}.${each.license.id}@paizhao`,
      sequence: each.sequence,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(each.stamp),
      summary: summaryOf(each, say),
      description: descriptionOf(each, language, say),
      url: each.license.url,
      status: statusOf(each),
      // A date takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  const text = calendar.toString();
  const begin = text.indexOf('BEGIN:VEVENT');
  return begin < 0 ? '' : text.slice(begin, text.lastIndexOf(end));
}

/**
 * One calendar of events that `eventsOf` wrote.
 * @param options.leftOut there was no room for some licenses: the calendar says so
 */
export function calendarAround(events: readonly string[], language: Language, { leftOut = false } = {}): string {
  const say = wordsOf(language);
  const empty = ical({
    prodId: { company: 'Paizhao', product: 'dates', language: language === 'zh' ? 'ZH' : 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: say.calendar.name,
    description: leftOut ? say.calendar.leftOut : null,
    ttl: 6 * 3600,
  }).toString();
  return [empty.slice(0, empty.lastIndexOf(end)), ...events, end].join('');
}

const end = 'END:VCALENDAR';

/** The date that a letter is about; null where it has none, or where what counts is to stop at once. */
export function letterCalendar(content: NoticeContent, stamp: string): string | null {
  const { notice, kind, cureEnd, simulated, language, next, basis, company, license, period, dateMoves } = content;
  const { obligationId, date, safeDay, firmness } = notice;
  const dates = { kind, date, safeDay, cureEnd };
  if (dayOf(dates) === null) return null;
  const about = { obligationId, period, license, company, authority: null, basis, next, firmness, simulated };
  return calendarOf([{ ...dates, ...about, sequence: dateMoves, cancelled: false, stamp }], language);
}

function dayOf({ kind, safeDay, date }: ObligationDates): string | null {
  return isAlarm(kind) ? null : (safeDay ?? date);
}

function summaryOf({ kind, period, license, firmness, simulated }: CalendarDate, say: Words): string {
  const title = period === null ? say.kind[kind] : `${say.kind[kind]} ${period}`;
  const marks = [simulated && say.calendar.simulated, firmness === 'provisional' && say.calendar.provisional];
  return [...marks.filter(Boolean), `${title} — ${oneLine(license.name)}`].join('');
}

function descriptionOf(date: CalendarDate, language: Language, say: Words): string {
  const { labels } = say;
  const lines = [
    ...datesOf(date, say),
    ...facts([
      [labels.next, date.next?.[language] ?? null],
      [labels.basis, basisOf(date.basis, language, say)],
      [labels.license, oneLine(date.license.name)],
      [labels.company, oneLine(date.company)],
      [labels.authority, date.authority],
      [labels.open, date.license.url],
    ]),
  ].map(({ label, value }) => `${label}${say.colon}${value}`);
  const marks = [date.simulated && say.simulated, date.firmness === 'provisional' && say.provisional];
  return [...marks.filter((mark) => mark !== false), ...lines].join('\n');
}

function statusOf({ cancelled, firmness }: CalendarDate): ICalEventStatus {
  if (cancelled) return ICalEventStatus.CANCELLED;
  return firmness === 'provisional' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
