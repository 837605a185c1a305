import { type CivilDate, shanghaiDay } from '../calendar/index.js';
import { awayInTurn } from './absences.js';
import type { Context } from './context.js';
import { dateMovedRung, isDateMoved } from './escalation.js';
import type { LicenseEvent } from './events.js';
import type { LicenseState, NoticeDue, NoticeGrounds } from './license.js';
import { type Outlook, outlookOf } from './outlook.js';
import type { PendingNotices } from './pending-notices.js';
import { wakeInstant } from './wake-time.js';

/**
 * What falls due at an instant: passed limits first (deemed acceptance, deemed renewal, expiry), one per call, since
 * each changes what else is due; then notices, at most one per obligation and call. The caller puts the events on
 * record and asks again until nothing is left.
 * @param now the license's time, UTC ISO 8601; it replaces the context's own `now` and `today`
 */
export function tick(state: LicenseState, now: string, context: Context): LicenseEvent[] {
  const at: Context = now === context.now ? context : { ...context, now, today: shanghaiDay(now) };
  return dueEvents(state, outlookOf(state, at), at);
}

/** What is due at `context.now` by an outlook of its day. */
export function dueEvents(state: LicenseState, { limits, open }: Outlook, context: Context): LicenseEvent[] {
  const passed = limits.find(({ day }) => day <= context.today);
  if (passed) return passed.events;
  const events: LicenseEvent[] = [];
  for (const each of open) {
    const notice = nextNotice(state, each, context);
    if (notice) events.push({ type: 'notice-due', v: 2, validOn: context.today, data: notice });
  }
  return events;
}

function nextNotice(state: LicenseState, pending: PendingNotices, context: Context): NoticeDue | null {
  const moved = movedDate(state, pending, context);
  if (moved || pending.earliest > context.today) return moved;
  return newestRung(state, pending, context) ?? nextEscalation(state, pending, context);
}

/** People who were told a date are told once when it moves, or when a date that was open becomes known. */
function movedDate(state: LicenseState, pending: PendingNotices, { today }: Context): NoticeDue | null {
  const { obligation, record } = pending;
  const date = obligation.deadline?.date ?? null;
  if (obligation.paused || date === null || date === record.quoted) return null;
  if (record.fired.every(({ skipped }) => skipped)) return null;
  const count = record.fired.filter(({ rung }) => isDateMoved(rung)).length;
  const told = toldAtOnce(state, pending, [], today);
  return Object.assign(noticeOf(pending, dateMovedRung(count + 1), today), told, { movedFrom: record.quoted });
}

/** Of the rungs that are due only the newest is sent; what was missed before it is recorded. */
function newestRung(state: LicenseState, pending: PendingNotices, context: Context): NoticeDue | null {
  const { obligation, rungs, alsoTells } = pending;
  const due = rungs.findLast(({ day }) => day <= obligation.openedOn || isPast(state, day, context));
  if (!due) return null;
  const told = toldAtOnce(state, pending, alsoTells, context.today);
  const late = due.day < context.today;
  return Object.assign(noticeOf(pending, due.rung, due.day), told, { late, skipped: due.skips });
}

function nextEscalation(state: LicenseState, pending: PendingNotices, context: Context): NoticeDue | null {
  const due = pending.escalations.find(({ day }) => isPast(state, day, context));
  if (!due) return null;
  const { role, person, rung, day } = due;
  return Object.assign(noticeOf(pending, rung, day), { to: [{ role, person }], late: day < context.today });
}

/** The window lies within the day, so the hour matters on the day itself only. */
function isPast(state: LicenseState, day: CivilDate, { now, today, wakeWindow }: Context): boolean {
  return day === today ? wakeInstant(state.licenseId, day, wakeWindow) <= now : day < today;
}

/** The owner and whoever is told with the owner; and for those of the chain who are away the next one in it. */
function toldAtOnce(
  state: LicenseState,
  pending: PendingNotices,
  alsoTells: PendingNotices['alsoTells'],
  today: CivilDate,
): Pick<NoticeDue, 'to' | 'grounds'> {
  const away = awayInTurn(state.absences, state.people, today);
  const told = (role: 'deputy' | 'manager') => alsoTells.includes(role) || away.includes(before[role]);
  const roles = ['owner' as const, ...(['deputy', 'manager'] as const).filter(told)];
  const to = roles.map((role) => ({ role, person: state.people[role] }));
  return {
    // Two roles in one hand are told once.
    to: to.filter(({ person }, i) => to.findIndex((other) => other.person === person) === i),
    grounds: { ...groundsOf(pending), away },
  };
}

/** Who of the chain comes before. */
const before = { deputy: 'owner', manager: 'deputy' } as const;

function groundsOf({ obligation, ladder }: PendingNotices): NoticeGrounds {
  return { ladder, preparation: obligation.preparation, away: [] };
}

function noticeOf(pending: PendingNotices, rung: string, plannedOn: CivilDate): NoticeDue {
  const { id, kind, deadline } = pending.obligation;
  const driving = deadline?.readings.find(({ date }) => date === deadline.date) ?? deadline?.readings[0];
  return {
    obligationId: id,
    kind,
    rung,
    plannedOn,
    to: [],
    date: deadline?.date ?? null,
    safeDay: deadline?.safeDay ?? null,
    firmness: deadline?.firmness ?? 'firm',
    ruleId: driving?.proof.ruleId ?? '',
    late: false,
    skipped: [],
    movedFrom: null,
    grounds: groundsOf(pending),
  };
}
