import { holds } from './conditions.js';
import { type Facts, factsFrom } from './facts.js';
import type { Condition } from './pack.js';

const facts = factsFrom({
  province: 'sh',
  serviceTypes: ['B22', 'B24'],
  registeredCapital: 1_000_000,
  freeTradeZone: false,
});

describe('holds', () => {
  it.each<[Condition | null, boolean]>([
    [null, true],
    [{ eq: ['province', 'sh'] }, true],
    [{ eq: ['province', 'gd'] }, false],
    [{ eq: ['freeTradeZone', false] }, true],
    [{ eq: ['serviceTypes', 'B24'] }, true],
    [{ eq: ['serviceTypes', 'B25'] }, false],
    [{ in: ['province', ['gd', 'sh']] }, true],
    [{ in: ['province', []] }, false],
    [{ in: ['serviceTypes', ['B25', 'B24']] }, true],
    [{ in: ['serviceTypes', ['B25', 'B26']] }, false],
    [{ gte: ['registeredCapital', 1_000_000] }, true],
    [{ gte: ['registeredCapital', 1_000_001] }, false],
    [{ all: [{ eq: ['province', 'sh'] }, { eq: ['serviceTypes', 'B22'] }] }, true],
    [{ all: [{ eq: ['province', 'sh'] }, { eq: ['province', 'gd'] }] }, false],
    [{ any: [{ eq: ['province', 'gd'] }, { eq: ['province', 'sh'] }] }, true],
    [{ any: [{ eq: ['province', 'gd'] }, { eq: ['province', 'js'] }] }, false],
    [{ not: { eq: ['province', 'gd'] } }, true],
    [{ not: { eq: ['province', 'sh'] } }, false],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it.each<[Condition]>([
    [{ eq: ['city', 'x'] }],
    [{ in: ['city', ['x']] }],
    [{ gte: ['companyAgeMonths', 0] }],
    [{ eq: ['shareholderKinds', 'company'] }],
  ])('an unknown fact answers no to %j', (condition) => {
    expect(holds(condition, factsFrom({}))).toBe(false);
    expect(holds({ not: condition }, factsFrom({}))).toBe(true);
  });

  it('knows every fact by name, those not given as unknown', () => {
    expect(Object.values(factsFrom({})).every((value) => value === null)).toBe(true);
    expect(factsFrom({ province: 'sh' } satisfies Partial<Facts>).province).toBe('sh');
  });
});
