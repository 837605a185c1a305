import { latestTable, loadCalendar } from '../calendar/index.js';
import type { LadderRung } from './ladder.js';
import { ladderFor, rungDay } from './ladders.js';
import { latestPack } from './packs.js';

const calendar = loadCalendar(latestTable);
const law = { pack: latestPack, calendar };

describe('the ladder of an obligation', () => {
  it('is the one of its kind', () => {
    for (const ladder of latestPack.ladders) {
      expect(ladderFor(law, ladder.obligation).obligation).toBe(ladder.obligation);
    }
  });

  it('is refused where the pack has none', () => {
    expect(() => ladderFor(law, 'none-such')).toThrow(
      expect.objectContaining({
        code: 'rule-not-in-force',
        details: { pack: latestPack.id, rule: 'ladder.none-such', on: 'any day' },
      }),
    );
  });
});

describe('the day of a rung', () => {
  const rung = (anchor: LadderRung['anchor'], offsetDays: number, onRestDays?: boolean): LadderRung => ({
    key: 'x',
    anchor,
    offsetDays,
    ...(onRestDays ? { onRestDays } : {}),
  });

  // National Day: off from Thursday 1 to Wednesday 7 October 2026.
  it.each([
    [rung('safe-day', -5), '2026-10-09', '2026-09-30'],
    [rung('half-time', 0), '2026-10-04', '2026-09-30'],
    [rung('opening', 0), '2026-10-04', '2026-10-08'],
    [rung('period-start', 0), '2026-10-04', '2026-10-08'],
    [rung('after-earlier-reading', 1), '2026-09-30', '2026-10-08'],
    [rung('after-later-reading', 1), '2026-10-07', '2026-10-08'],
    [rung('after-later-reading', 1, true), '2026-09-30', '2026-10-01'],
    [rung('safe-day', 0, true), '2026-10-04', '2026-10-04'],
    [rung('safe-day', 0), '2026-09-30', '2026-09-30'],
  ])('%j from %s is %s', (each, anchor, day) => {
    expect(rungDay(calendar, each, anchor)).toBe(day);
  });
});
