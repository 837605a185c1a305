import { latestTable, loadCalendar } from '../calendar/index.js';
import type { PenaltyRule } from './pack.js';
import { latestPack } from './packs.js';
import { exposure, fineOf } from './penalties.js';

const some = latestPack.penalties[0] as PenaltyRule;
const tiered: PenaltyRule = {
  ...some,
  act: 'tiered',
  confiscation: true,
  tiers: [
    { incomeFrom: 0, fine: { kind: 'amount', from: 100_000, to: 1_000_000 } },
    { incomeFrom: 500_000, fine: { kind: 'multiple', from: 5, to: 10 } },
    { incomeFrom: 50_000, fine: { kind: 'multiple', from: 3, to: 5 } },
  ],
};
const flat: PenaltyRule = { ...tiered, act: 'flat', confiscation: false, tiers: tiered.tiers.slice(0, 1) };
const law = { pack: { ...latestPack, penalties: [flat, tiered] }, calendar: loadCalendar(latestTable) };

describe('a fine', () => {
  it.each([
    [0, 100_000, 1_000_000],
    [49_999, 100_000, 1_000_000],
    [50_000, 150_000, 250_000],
    [499_999, 1_499_997, 2_499_995],
    [500_000, 2_500_000, 5_000_000],
    [800_000, 4_000_000, 8_000_000],
  ])('on an income of %d yuan is that of the highest tier it reaches: %d to %d', (income, from, to) => {
    expect(fineOf(tiered, income)).toEqual({ from, to });
  });
});

describe('what an act may cost', () => {
  it('is the fine and, where the rule has it, the income', () => {
    const fine = { from: 150_000, to: 250_000 };
    expect(exposure(law, 'tiered', 50_000)).toEqual({ ...fine, confiscated: 50_000, rule: tiered });
    expect(exposure(law, 'flat', 50_000)).toEqual({ from: 100_000, to: 1_000_000, confiscated: 0, rule: flat });
  });

  it('is unknown for an act that the pack does not name', () => {
    expect(() => exposure(law, 'none-such', 0)).toThrow(
      expect.objectContaining({
        code: 'rule-not-in-force',
        details: { pack: latestPack.id, rule: 'penalty.none-such', on: 'any day' },
      }),
    );
  });
});
