import type { CivilDate } from '../../libs/calendar/index.js';
import { agenda } from '../../libs/domain/agenda.js';
import type { Context } from '../../libs/domain/context.js';
import type { RecordedEvent } from '../../libs/domain/events.js';
import type { LicenseState } from '../../libs/domain/license.js';
import type { Obligation } from '../../libs/domain/obligation.js';
import { tick } from '../../libs/domain/tick.js';
import { nextWakeUp, plannedRungs } from '../../libs/domain/wake.js';

type NoticeEvent = Extract<RecordedEvent, { type: 'notice-due' }>;

/**
 * What holds for every notice: it is about something that is still open, it names the license's one owner unless it
 * goes on to the next person, nobody has had it before, and after the safe day it prepares nobody any more.
 * @param before the license as the notice found it, on the notice's day
 */
export function expectNoticeInPlace(before: LicenseState, { data, validOn }: NoticeEvent, context: Context): void {
  const { obligationId, rung, to, safeDay } = data;
  const about = { obligationId, rung, day: validOn };
  const open = agenda(before, context).some(({ id }) => id === obligationId);
  const fired = before.notices[obligationId]?.fired.find((each) => each.rung === rung);
  const had = [...(fired?.people ?? []), ...(fired?.escalatedTo ?? []).map((role) => before.people[role])];
  const again = to.filter(({ person }) => had.includes(person));
  const owners = to.filter(({ role }) => role === 'owner').map(({ person }) => person);
  expect({ ...about, open, again, owners }).toEqual({
    ...about,
    open: true,
    again: [],
    owners: fired ? [] : [before.people.owner],
  });
  const prepares = /^S-\d+$/.test(rung) && !fired && safeDay !== null;
  expect({ ...about, after: prepares && validOn > safeDay }).toEqual({ ...about, after: false });
}

/**
 * What holds whenever nothing is left to be done: each open duty is there once and is somebody's, whatever is planned
 * lies ahead, and what is past its date, or never had one, comes again until an act ends it.
 */
export function expectRemindingGoesOn(state: LicenseState, context: Context): void {
  const { today, now } = context;
  expect({ today, unsaid: tick(state, now, context) }).toEqual({ today, unsaid: [] });
  const open = agenda(state, context);
  const planned = plannedRungs(state, context);
  expect(new Set(open.map(({ id }) => id)).size).toBe(open.length);
  expect(state.people.owner).toMatch(/./);
  expect(planned.filter(({ at }) => at <= now)).toEqual([]);
  const ahead = new Set(planned.map(({ obligationId }) => obligationId));
  const silent = open.filter((duty) => mustGoOn(duty, today) && !ahead.has(duty.id)).map(({ id }) => id);
  expect({ today, silent }).toEqual({ today, silent: [] });
  const [next] = planned;
  const wake = next ? nextWakeUp(state, context) : null;
  expect({ today, next, woken: !next || (wake !== null && wake.at > now && wake.at <= next.at) }).toMatchObject({
    woken: true,
  });
}

/**
 * A duty without a date, or past it; but a right lapses by itself, and so does a span such as a bar. A public notice is
 * one as soon as it has been published: what goes on behind it is the decision, a duty of its own.
 */
export function mustGoOn({ kind, duty, deadline, paused }: Obligation, today: CivilDate): boolean {
  if (paused || duty === 'right' || kind.endsWith('-bar')) return false;
  if (deadline === null) return true;
  return kind !== 'termination-notice' && deadline.date < today;
}
