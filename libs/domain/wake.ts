import { type CivilDate, formatInstant, parseInstant, shanghaiDay } from '../calendar/index.js';
import { agenda, foreseen } from './agenda.js';
import type { Context } from './context.js';
import type { LicenseState } from './license.js';
import type { PlannedRung, WakeUp } from './obligation.js';
import { type PassingLimit, passingLimits } from './passing-limits.js';
import { type PendingNotices, pendingNotices } from './pending-notices.js';
import { dueEvents } from './tick.js';
import { wakeInstant } from './wake-time.js';

/** Pause before the next try, where a tick still has something to say. */
const catchUpMs = 60_000;

/**
 * The earliest moment after `context.now` at which `tick` will have something to say, and why; null when time alone
 * changes nothing any more. Strictly in the future, so that a timer armed for it always makes progress: when something
 * is due already (the caller stopped asking the tick), it is a minute from now.
 */
export function nextWakeUp(state: LicenseState, context: Context): WakeUp | null {
  const at: Context = { ...context, today: shanghaiDay(context.now) };
  const limits = passingLimits(state, at);
  const pending = foreseen(state, at).map((obligation) => pendingNotices(state, obligation, at));
  const open = pending.filter(({ obligation }) => obligation.openedOn <= at.today);
  if (dueEvents(state, limits, open, at).length > 0) {
    const next = formatInstant(parseInstant(at.now) + catchUpMs);
    return { day: at.today, at: next, obligationId: null, why: 'catching up on what is due' };
  }
  return moments(state, limits, pending, at).reduce<WakeUp | null>(
    (first, each) => (first === null || each.at < first.at ? each : first),
    null,
  );
}

/**
 * Where the reminder ladders of the open obligations go from here, earliest first: every one-time rung, and the next
 * one of those that repeat. A planned rung whose instant has passed without a notice is silence.
 */
export function plannedRungs(state: LicenseState, context: Context): PlannedRung[] {
  return agenda(state, context)
    .flatMap((obligation) =>
      pendingNotices(state, obligation, context).rungs.map(({ rung, day }) => ({
        obligationId: obligation.id,
        rung,
        day,
        at: wakeInstant(state.licenseId, day, context.wakeWindow),
      })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

function moments(state: LicenseState, limits: PassingLimit[], pending: PendingNotices[], context: Context): WakeUp[] {
  const wake = (day: CivilDate, why: string, obligationId: string | null): WakeUp => ({
    day,
    at: wakeInstant(state.licenseId, day, context.wakeWindow),
    obligationId,
    why,
  });
  const passing = limits.map(({ day, why }) => wake(day, why, null));
  const notices = pending.flatMap(({ obligation, rungs, escalations }) => {
    const { id, kind, period } = obligation;
    const label = period === null ? kind : `${kind} ${period}`;
    return [
      ...rungs.map(({ rung, day }) => wake(day, `${label} ${rung} on ${day}`, id)),
      ...escalations.map(({ rung, role, day }) => wake(day, `${label} ${rung} to the ${role} on ${day}`, id)),
    ];
  });
  return [...passing, ...notices].filter(({ at }) => at > context.now);
}
