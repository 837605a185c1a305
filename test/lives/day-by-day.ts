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
import { expectNoticeInPlace, expectRemindingGoesOn, mustGoOn } from '../support/sound-reminding.js';
import { at } from './told.js';

/**
 * Lives a record once more, day by day, and asks at each notice and at the end of each day what must always hold.
 * @returns the days that were looked at
 */
export function expectSoundDays({ licenseId, events, lastDay }: LifeRecord): number {
  let state: LicenseState | null = null;
  let next = 0;
  let days = 0;
  for (let day = dayOf(events[0]); day < lastDay; day = addDays(day, 1)) {
    for (; next < events.length && dayOf(events[next]) === day; next++) {
      const event = events[next] as RecordedEvent;
      if (state && event.type === 'notice-due') expectNoticeInPlace(state, event, at(state, day));
      state = evolve(licenseId, state, event);
    }
    if (state) expectSoundEvening(state, at(state, day));
    days += 1;
  }
  return days;
}

function expectSoundEvening(state: LicenseState, context: Context): void {
  expectRemindingGoesOn(state, context);
  for (const duty of agenda(state, context)) if (!duty.paused) expectLadderKept(state, duty, context);
}

/** The authority is asked after the earlier reading, and then not before the later one. */
const isWellPast = ({ deadline }: Obligation, today: CivilDate): boolean =>
  deadline === null || latestDay(deadline) < today;

/** What the house's ladder puts on this very day, counted here by hand, has been told today. */
function expectLadderKept(state: LicenseState, duty: Obligation, { law, today }: Context): void {
  const { calendar } = law;
  const fired = state.notices[duty.id]?.fired.filter(({ skipped }) => !skipped) ?? [];
  const last = fired.at(-1)?.on ?? null;
  const safe = duty.deadline?.safeDay ?? null;
  const { rungs, repeats } = ladderFor(law, duty.kind);
  const counted = rungs.filter(({ anchor }) => anchor === 'safe-day').map(({ offsetDays }) => offsetDays);
  const dueToday =
    safe !== null && counted.some((offset) => workingDayBefore(calendar, addDays(safe, offset)) === today);
  if (dueToday && duty.openedOn < today)
    expect({ today, id: duty.id, last }).toEqual({ today, id: duty.id, last: today });
  // Past its date a duty is not silent for longer than a week and the rest days behind it; the week begins anew with the
  // next part of the ladder, at the end of the cure month and of the permit.
  const goesOn = repeats.length > 0 && mustGoOn(duty, today) && isWellPast(duty, today);
  if (goesOn && last !== null) {
    const parts = [duty.cureEnd, state.permit?.terms.at(-1)?.lastDay ?? null].filter(
      (end) => end !== null && end < today,
    );
    const next = rollForward(calendar, addDays(maxDate(last, ...(parts as CivilDate[])), 7)).date;
    expect({ today, id: duty.id, toldBy: next >= today ? 'then' : next }).toMatchObject({ toldBy: 'then' });
  }
  const inCure = duty.cureEnd !== null && duty.deadline && duty.deadline.date < today && today <= duty.cureEnd;
  if (inCure && isWorkingDay(calendar, today).workingDay)
    expect({ today, id: duty.id, last }).toMatchObject({ last: today });
}

function workingDayBefore(calendar: Calendar, day: CivilDate): CivilDate {
  return isWorkingDay(calendar, day).workingDay ? day : workingDayBefore(calendar, addDays(day, -1));
}

const dayOf = (event: RecordedEvent | undefined): CivilDate => shanghaiDay(event?.recordedAt ?? '');
