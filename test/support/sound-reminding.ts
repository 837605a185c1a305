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
 * What is wrong with a notice, in words: it is about something that is still open, it names the license's one owner
 * unless it goes on to the next person, nobody has had it before, and after the safe day it prepares nobody any more.
 * @param before the license as the notice found it, on the notice's day
 */
export function faultsOfNotice(before: LicenseState, { data, validOn }: NoticeEvent, context: Context): string[] {
  const { obligationId, rung, to, safeDay } = data;
  const fired = before.notices[obligationId]?.fired.find((each) => each.rung === rung);
  const had = [...(fired?.people ?? []), ...(fired?.escalatedTo ?? []).map((role) => before.people[role])];
  const owners = to.filter(({ role }) => role === 'owner').map(({ person }) => person);
  const faults = [
    !agenda(before, context).some(({ id }) => id === obligationId) && 'is about nothing open',
    to.some(({ person }) => had.includes(person)) && 'tells somebody again',
    fired === undefined && owners.join() !== before.people.owner && 'does not tell the one owner',
    fired !== undefined && owners.length > 0 && 'tells the owner again',
    fired === undefined && /^S-\d+$/.test(rung) && (safeDay ?? validOn) < validOn && 'prepares after the safe day',
  ];
  return faults.flatMap((fault) => (fault ? [`${validOn} ${obligationId} ${rung} ${fault}`] : []));
}

/**
 * What is wrong with a license that has nothing left to do now, in words: each open duty is there once and is
 * somebody's, whatever is planned lies ahead and the license wakes for it, and what is past its date, or never had one,
 * comes again until an act ends it.
 */
export function faultsOfReminding(state: LicenseState, context: Context): string[] {
  const { today, now } = context;
  const open = agenda(state, context);
  const planned = plannedRungs(state, context);
  const ahead = new Set(planned.map(({ obligationId }) => obligationId));
  const silent = open.filter((duty) => mustGoOn(duty, today) && !ahead.has(duty.id));
  const [next] = planned;
  const wake = next ? nextWakeUp(state, context) : null;
  const faults = [
    ...tick(state, now, context).map(({ type }) => `${type} is left undone`),
    ...silent.map(({ id }) => `${id} has no next rung`),
    ...planned.filter(({ at }) => at <= now).map(({ obligationId, rung }) => `${obligationId} ${rung} was left out`),
    new Set(open.map(({ id }) => id)).size < open.length && 'a duty is open twice',
    state.people.owner === '' && 'nobody owns the license',
    next &&
      (wake === null || wake.at <= now || wake.at > next.at) &&
      `nothing wakes it for ${next.rung} on ${next.day}`,
  ];
  return faults.flatMap((fault) => (fault ? [`${today} ${fault}`] : []));
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
