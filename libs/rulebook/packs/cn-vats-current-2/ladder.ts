import type { LadderRung } from '../../ladder.js';
import type { LadderRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

/** A reminder ladder of the house: a habit, not law. */
export function ladder(
  obligation: string,
  wording: LadderRule['wording'],
  rest: Pick<LadderRule, 'rungs' | 'repeats' | 'examples'>,
): LadderRule {
  return {
    ...since2017,
    id: `ladder.${obligation}`,
    obligation,
    wording,
    citation: { source: 'HOUSE', article: 'reminders' },
    confidence: 'verified',
    ...rest,
  };
}

/** The day on which a duty becomes known. */
export const opened: LadderRung = { key: 'opened', anchor: 'opening', offsetDays: 0 };

/** So many days before the safe day. */
export const back = (...days: number[]): LadderRung[] =>
  days.map((day) => ({ key: day === 0 ? 'S' : `S-${day}`, anchor: 'safe-day', offsetDays: day === 0 ? 0 : -day }));
