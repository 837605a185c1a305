/** Why a day counts or does not, for people and for scripts. */
import { type CivilDate, type Weekday, weekdayOfEpochDay } from './civil-date.js';
import { DayKind, type DayMarks } from './day-kind.js';
import type { CalendarTable } from './table.js';

export type ReasonCode =
  | 'working-day'
  | 'weekend'
  | 'holiday'
  | 'make-up-working-day'
  | 'assumed-working-day'
  | 'assumed-weekend'
  | 'assumed-holiday'
  | 'assumed-bridge-day';

export type Reason = { readonly code: ReasonCode; readonly zh: string; readonly en: string };

/**
 * The reason of every day, by position. Days with the same reason share one object, which nobody can change.
 * @param dates of all positions
 */
export function reasonsOf(
  holidays: CalendarTable['holidays'],
  marks: DayMarks,
  lastCovered: number,
  dates: readonly CivilDate[],
): Reason[] {
  const shared = new Map<string, Reason>();
  return dates.map((date, position) => {
    const kind = marks.kinds[position] as DayKind;
    const weekday = weekdayOfEpochDay(marks.firstEpochDay + position);
    const name = marks.holidayOf[position] as number;
    const year = position <= lastCovered ? 0 : Number(date.slice(0, 4));
    const key = `${year} ${name} ${weekday} ${kind}`;
    const known = shared.get(key);
    if (known) return known;
    // Undefined on days without a holiday, whose reasons name none.
    const holiday = holidays[marks.holidayKeys[name - 1] as string] as { zh: string; en: string };
    const published = publishedReason(kind, weekday, holiday);
    const reason = Object.freeze(year === 0 ? published : assumed(published, year));
    shared.set(key, reason);
    return reason;
  });
}

function publishedReason(kind: DayKind, weekday: Weekday, holiday: { zh: string; en: string }): Reason {
  switch (kind) {
    case DayKind.working:
      return { code: 'working-day', zh: '工作日', en: 'working day' };
    case DayKind.weekend:
      return weekday === 6
        ? { code: 'weekend', zh: '星期六', en: 'Saturday' }
        : { code: 'weekend', zh: '星期日', en: 'Sunday' };
    case DayKind.holiday:
      return { code: 'holiday', zh: `${holiday.zh}放假`, en: `${holiday.en} holiday` };
    case DayKind.makeUp:
      return { code: 'make-up-working-day', zh: `${holiday.zh}调休上班`, en: `make-up working day for ${holiday.en}` };
    case DayKind.bridge:
      return {
        code: 'assumed-bridge-day',
        zh: `工作日，但${holiday.zh}可能调休放假`,
        en: `working day, but may be off around ${holiday.en}`,
      };
    default:
      return kind satisfies never;
  }
}

const ASSUMED_CODE: Partial<Record<ReasonCode, ReasonCode>> = {
  'working-day': 'assumed-working-day',
  weekend: 'assumed-weekend',
  holiday: 'assumed-holiday',
};

function assumed(reason: Reason, year: number): Reason {
  return {
    code: ASSUMED_CODE[reason.code] ?? reason.code,
    zh: `${reason.zh}（推定：本日历无${year}年放假安排）`,
    en: `${reason.en} (assumed: this calendar lacks the arrangements of ${year})`,
  };
}
