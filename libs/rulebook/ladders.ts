import { addDays, type Calendar, type CivilDate, lastWorkingDay, rollForward } from '../calendar/index.js';
import { RuleNotInForceError } from './errors.js';
import type { Ladder, LadderRung } from './ladder.js';
import type { Law } from './law.js';

/** The reminder ladder of an obligation kind. @throws RuleNotInForceError when the pack has none */
export function ladderFor(law: Law, obligation: string): Ladder {
  const ladder = law.pack.ladders.find((candidate) => candidate.obligation === obligation);
  if (!ladder) throw new RuleNotInForceError(law.pack.id, `ladder.${obligation}`, 'any day');
  return ladder;
}

/**
 * The civil day on which a rung leaves, given its anchor: the safe day, the opening, the half-time day, the period's
 * start, or the day of the reading that it follows. Counted back from the safe day it leaves on a working day on or
 * before; everything else leaves on a working day on or after, but for an alarm, which leaves on its very day. Half time
 * is counted back too, since it prepares.
 */
export function rungDay(calendar: Calendar, rung: LadderRung, anchor: CivilDate): CivilDate {
  const day = addDays(anchor, rung.offsetDays);
  if (rung.onRestDays) return day;
  const prepares = rung.anchor === 'safe-day' || rung.anchor === 'half-time';
  return (prepares ? lastWorkingDay(calendar, day) : rollForward(calendar, day)).date;
}
