import { type CivilDate, formatInstant, instantAt, parseInstant, shanghaiDay } from '../calendar/index.js';
import type { Actor } from './actor.js';
import { leavesAgenda } from './agenda/aftermath-obligations.js';
import { agenda } from './agenda.js';
import { type Context, defaultWakeWindow } from './context.js';
import type { LicenseState } from './license.js';
import type { Obligation, PlannedRung, WakeUp } from './obligation.js';
import { type Outlook, outlookOf } from './outlook.js';
import { pendingNotices } from './pending-notices.js';
import { hasEnded, isFormallyOver } from './status.js';
import { dueEvents } from './tick.js';
import { wakeInstant } from './wake-time.js';

/** Pause before the next try, where a tick still has something to say. */
const catchUpMs = 60_000;
const clockwork: Actor = { kind: 'system', id: 'tick' };

/**
 * The earliest moment after `context.now` at which `tick` will have something to say, and why; null when time alone
 * changes nothing any more. Of a permit that is formally over also the day on which its last right or bar lapses: the
 * license ends then (see `hasEnded`). Strictly in the future, so that a timer armed for it always makes progress: when something
 * is due already (the caller stopped asking the tick), it is a minute from now.
 */
export function nextWakeUp(state: LicenseState, context: Context): WakeUp | null {
  const today = shanghaiDay(context.now);
  const at: Context = today === context.today ? context : { ...context, today };
  const outlook = outlookOf(state, at);
  if (dueEvents(state, outlook, at).length > 0) {
    const next = formatInstant(parseInstant(at.now) + catchUpMs);
    return { day: at.today, at: next, obligationId: null, why: 'catching up on what is due' };
  }
  return firstMoment(state, outlook, at);
}

/** Whether a license has ended, as of a day that is taken whole: when somebody is woken on it says nothing then. */
export function hasEndedOn(state: LicenseState, { law, today }: Pick<Context, 'law' | 'today'>): boolean {
  if (!hasEnded(state, null)) return false;
  const atNight = { law, today, now: instantAt(today, '23:59'), actor: clockwork, wakeWindow: defaultWakeWindow };
  return hasEnded(state, nextWakeUp(state, atNight));
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

interface Moment {
  day: CivilDate;
  obligationId: string | null;
  why: string;
}

/** The first moment that has not passed; of several on one day the one named first. */
function firstMoment(
  state: LicenseState,
  { limits, foreseen }: Outlook,
  { now, today, wakeWindow }: Context,
): WakeUp | null {
  const isOver = () => wakeInstant(state.licenseId, today, wakeWindow) <= now;
  let first: Moment | null = null;
  const comesFirst = (day: CivilDate) =>
    (first === null || day < first.day) && (day > today || (day === today && !isOver()));
  for (const { day, why } of limits) if (comesFirst(day)) first = { day, obligationId: null, why };
  for (const { obligation, rungs, escalations } of foreseen) {
    for (const { rung, day } of rungs) if (comesFirst(day)) first = about(obligation, day, `${rung} on ${day}`);
    for (const { rung, role, day } of escalations) {
      if (comesFirst(day)) first = about(obligation, day, `${rung} to the ${role} on ${day}`);
    }
    const gone = isFormallyOver(state) ? leavesAgenda(obligation) : null;
    if (gone !== null && comesFirst(gone)) first = about(obligation, gone, `is over on ${gone}`);
  }
  if (first === null) return null;
  const { day, obligationId, why } = first as Moment;
  return { day, obligationId, why, at: wakeInstant(state.licenseId, day, wakeWindow) };
}

function about({ id, kind, period }: Obligation, day: CivilDate, what: string): Moment {
  return { day, obligationId: id, why: `${period === null ? kind : `${kind} ${period}`} ${what}` };
}
