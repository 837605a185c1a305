import {
  addDays,
  type Calendar,
  type CivilDate,
  isWorkingDay,
  maxDate,
  rollForward,
  shanghaiDay,
} from '../../libs/calendar/index.js';
import {
  agenda,
  type Context,
  evolve,
  type LicenseState,
  type Obligation,
  type RecordedEvent,
} from '../../libs/domain/index.js';
import { ladderFor, latestDay } from '../../libs/rulebook/index.js';
import type { LifeRecord } from '../support/life-record.js';
import { faultsOfNotice, faultsOfReminding, mustGoOn } from '../support/sound-reminding.js';
import { at } from './told.js';

/**
 * Lives a record once more, day by day, and asks at each notice and at the end of each day what must always hold.
 * @returns how many days were looked at, and in words what was wrong on them
 */
export function dayByDay({ licenseId, events, lastDay }: LifeRecord): { days: number; faults: string[] } {
  const faults: string[] = [];
  let state: LicenseState | null = null;
  let next = 0;
  let days = 0;
  for (let day = dayOf(events[0]); day < lastDay; day = addDays(day, 1)) {
    for (; next < events.length && dayOf(events[next]) === day; next++) {
      const event = events[next] as RecordedEvent;
      if (state && event.type === 'notice-due') faults.push(...faultsOfNotice(state, event, at(state, day)));
      state = evolve(licenseId, state, event);
    }
    if (state) faults.push(...faultsOfEvening(state, at(state, day)));
    days += 1;
  }
  return { days, faults };
}

function faultsOfEvening(state: LicenseState, context: Context): string[] {
  const running = agenda(state, context).filter(({ paused }) => !paused);
  return [...faultsOfReminding(state, context), ...running.flatMap((duty) => faultsOfLadder(state, duty, context))];
}

/** What the house's ladder puts on this very day, counted here by hand, has been told today. */
function faultsOfLadder(state: LicenseState, duty: Obligation, context: Context): string[] {
  const { today } = context;
  const told = state.notices[duty.id]?.fired.filter(({ skipped }) => !skipped) ?? [];
  const last = told.at(-1)?.on ?? null;
  const faults = [
    last !== today && isCountedBackTo(duty, context) && 'has a rung today that nobody was told',
    last !== today && isCureDay(duty, context) && 'can still be made good, and nobody was told today',
    last !== null && last < today && isSilent(state, duty, last, context) && `is silent since ${last}`,
  ];
  return faults.flatMap((fault) => (fault ? [`${today} ${duty.id} ${fault}`] : []));
}

/** The day a duty opens has rules of its own. */
function isCountedBackTo({ kind, deadline, openedOn }: Obligation, { law, today }: Context): boolean {
  const safe = deadline?.safeDay ?? null;
  if (safe === null || openedOn >= today) return false;
  const rungs = ladderFor(law, kind).rungs.filter(({ anchor }) => anchor === 'safe-day');
  return rungs.some(({ offsetDays }) => workingDayBefore(law.calendar, addDays(safe, offsetDays)) === today);
}

function workingDayBefore(calendar: Calendar, day: CivilDate): CivilDate {
  return isWorkingDay(calendar, day).workingDay ? day : workingDayBefore(calendar, addDays(day, -1));
}

function isCureDay({ cureEnd, deadline }: Obligation, { law, today }: Context): boolean {
  if (cureEnd === null || deadline === null || today <= deadline.date || today > cureEnd) return false;
  return isWorkingDay(law.calendar, today).workingDay;
}

/**
 * Past its date a duty is not silent for longer than a week and the rest days behind it; the week begins anew with the
 * next part of the ladder, at the end of the cure month and of the permit. The authority is asked after the earlier
 * reading, and then not before the later one.
 */
function isSilent(state: LicenseState, duty: Obligation, last: CivilDate, { law, today }: Context): boolean {
  const { deadline, cureEnd, kind } = duty;
  const wellPast = deadline === null || latestDay(deadline) < today;
  if (!mustGoOn(duty, today) || !wellPast || ladderFor(law, kind).repeats.length === 0) return false;
  const ends = [cureEnd, state.permit?.terms.at(-1)?.lastDay ?? null].filter((end) => end !== null && end < today);
  const from = maxDate(last, ...(ends as CivilDate[]));
  return rollForward(law.calendar, addDays(from, 7)).date < today;
}

const dayOf = (event: RecordedEvent | undefined): CivilDate => shanghaiDay(event?.recordedAt ?? '');
