import { latestTable, loadCalendar } from '../calendar/index.js';
import type { PermitRequest } from './applicant.js';
import { companionsOn, dutiesFor, dutyOn } from './duties.js';
import type { CompanionPermitRule, Condition, DutyRule } from './pack.js';
import { latestPack } from './packs.js';

const calendar = loadCalendar(latestTable);
const [someDuty] = latestPack.duties ?? [];
const [someCompanion] = latestPack.companionPermits ?? [];

function aDuty(
  duty: string,
  when: Condition | null,
  validFrom = '2020-01-01',
  validTo: string | null = null,
): DutyRule {
  return { ...(someDuty as DutyRule), id: `duty.${duty}`, duty, when, validFrom, validTo };
}

const under = (...duties: DutyRule[]) => ({ pack: { ...latestPack, duties }, calendar });
const { duties: _none, companionPermits: _noneEither, ...withoutSections } = latestPack;
const bare = { pack: withoutSections, calendar };

const request: PermitRequest = {
  company: {
    province: 'sh',
    city: null,
    freeTradeZone: false,
    registeredCapital: 1_000_000,
    foreignShare: 0,
    establishedOn: null,
    shareholders: [],
    onDishonestList: false,
    recentPenalty: false,
  },
  serviceTypes: ['B24'],
  coverage: { kind: 'nationwide' },
  on: '2026-03-02',
};
const codes = (rules: DutyRule[]) => rules.map(({ duty }) => duty);

describe('the duties of a day', () => {
  const law = under(
    aDuty('always', null),
    aDuty('in-shanghai', { eq: ['province', 'sh'] }),
    aDuty('in-beijing', { eq: ['province', 'bj'] }),
    aDuty('while-changing', { eq: ['filingKind', 'change'] }),
    aDuty('until-the-day', null, '2020-01-01', '2026-03-02'),
    aDuty('from-the-day', null, '2026-03-02'),
    aDuty('until-the-day-before', null, '2020-01-01', '2026-03-01'),
    aDuty('from-the-day-after', null, '2026-03-03'),
  );
  const standing = ['always', 'in-shanghai', 'until-the-day', 'from-the-day'];

  it('are those in force whose condition holds, in the order of the pack', () => {
    expect(codes(dutiesFor(law, request, []))).toEqual(standing);
  });

  it('are also those of the procedures under way, each once', () => {
    const expected = ['always', 'in-shanghai', 'while-changing', 'until-the-day', 'from-the-day'];
    expect(codes(dutiesFor(law, request, ['renewal', 'change']))).toEqual(expected);
    expect(codes(dutiesFor(law, request, ['renewal']))).toEqual(standing);
    const without = under(aDuty('outside-a-change', { not: { eq: ['filingKind', 'change'] } }));
    expect(codes(dutiesFor(without, request, ['change']))).toEqual(['outside-a-change']);
  });

  it('are none where the pack has no such section', () => {
    expect(dutiesFor(bare, request, ['change'])).toEqual([]);
  });
});

describe('a duty by its name', () => {
  const law = under(
    aDuty('first', null),
    aDuty('second', null, '2020-01-01', '2024-12-31'),
    aDuty('second', null, '2025-01-01'),
  );

  it('is the one in force on the day', () => {
    expect(dutyOn(law, 'second', '2024-12-31').validTo).toBe('2024-12-31');
    expect(dutyOn(law, 'second', '2025-01-01').validTo).toBeNull();
    expect(dutyOn(law, 'first', '2025-01-01').id).toBe('duty.first');
  });

  it.each([
    [law, 'third', '2026-03-02'],
    [law, 'first', '2019-12-31'],
    [bare, 'first', '2026-03-02'],
  ])('is refused where there is none (%#)', (by, duty, on) => {
    expect(() => dutyOn(by, duty, on)).toThrow(
      expect.objectContaining({
        code: 'rule-not-in-force',
        details: { pack: latestPack.id, rule: `duty.${duty}`, on },
      }),
    );
  });
});

describe('the companion permits of a day', () => {
  const companion = (validFrom: string) => ({ ...(someCompanion as CompanionPermitRule), validFrom });

  it('are those in force', () => {
    const [now, later] = [companion('2026-03-02'), companion('2026-03-03')];
    const law = { pack: { ...latestPack, companionPermits: [now, later] }, calendar };
    expect(companionsOn(law, '2026-03-02')).toEqual([now]);
    expect(companionsOn(bare, '2026-03-02')).toEqual([]);
  });
});
