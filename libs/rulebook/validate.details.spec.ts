import { latestTable, loadCalendar } from '../calendar/index.js';
import type { InvalidPackError, PackDefect } from './errors.js';
import type { RulePack } from './pack.js';
import { packById } from './packs.js';
import { validatePack } from './validate.js';

const calendar = loadCalendar(latestTable);
const loose = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;
const at = <T>(items: readonly T[], i = 0): T => items[i] as T;

function refusal(candidate: unknown): InvalidPackError {
  try {
    validatePack(candidate, calendar);
  } catch (error) {
    return error as InvalidPackError;
  }
  throw new Error('accepted');
}

/** What the first pack is refused for after a change. */
function defectsAfter(change: (pack: RulePack) => void): PackDefect[] {
  const pack = structuredClone(packById('cn-vats-current@1')) as RulePack;
  change(pack);
  return refusal(pack).defects;
}

it('a condition asks of a fact only what the fact can be', () => {
  const told = (when: unknown) => defectsAfter((pack) => (loose(at(pack.eligibility)).when = when));
  expect(told({ eq: ['foreignInvested', 'yes'] })).toContainEqual({
    path: 'eligibility[0].when.eq',
    message: 'not a value of that fact',
  });
  expect(told({ in: ['registeredCapital', ['much']] })).toContainEqual({
    path: 'eligibility[0].when.in',
    message: 'not values of that fact',
  });
  expect(told({ gte: ['province', 1] })).toContainEqual({
    path: 'eligibility[0].when.gte',
    message: 'not a fact with a number',
  });
  expect(told({ eq: ['nothing', 'x'] })).toContainEqual({
    path: 'eligibility[0].when.eq[0]',
    message: 'not a fact that conditions may ask about',
  });
  expect(told({ eq: ['province', {}] })).toContainEqual({
    path: 'eligibility[0].when.eq[1]',
    message: 'Invalid input: expected string, received object',
  });
  expect(told({ equals: ['province', 'sh'] })).toContainEqual({
    path: 'eligibility[0].when',
    message: 'of no known form',
  });
});

describe('a defect of form', () => {
  it('names what is not known, or missing', () => {
    expect(
      defectsAfter((pack) => {
        Object.assign(pack, { colour: 'red', shape: 'round' });
        delete loose(at(pack.capital)).citation;
      }),
    ).toEqual([
      { path: 'capital[0].citation', message: 'is missing' },
      { path: '', message: 'unknown field colour, shape' },
    ]);
  });

  it.each([
    [{ id: 'x'.repeat(61) }, 'x'.repeat(60)],
    [{ id: 5 }, 'without id'],
    [{}, 'without id'],
    [null, 'without id'],
    ['text', 'without id'],
  ])('of %j is of the pack by its id, or of one without', (candidate, name) => {
    const error = refusal(candidate);
    expect(error.details.pack).toBe(name);
    expect(error.message).toMatch(new RegExp(`^rule pack ${name}, `));
  });
});

describe('examples', () => {
  const failing = (pack: RulePack) => (at(at(pack.penalties).tiers, 1).fine.from = 2);

  it.each(['serviceTypes', 'authorities', 'numbers'] as const)('are not run where %s are malformed', (section) => {
    const found = defectsAfter((pack) => {
      failing(pack);
      delete loose(at<unknown>(pack[section])).citation;
    });
    expect(found).toEqual([{ path: `${section}[0].citation`, message: 'is missing' }]);
  });

  it('of the other rules are run where another section has a malformed one', () => {
    const found = defectsAfter((pack) => {
      failing(pack);
      delete loose(at(pack.capital)).citation;
    });
    expect(found.map(({ path }) => path)).toEqual([
      'capital[0].citation',
      'penalties[0].examples[2].from',
      'penalties[0].examples[3].from',
    ]);
  });

  it('that state a safe day where there is none are told so', () => {
    const found = defectsAfter((pack) => (at(at(at(pack.limits).readings).examples).safeDay = '2026-09-18'));
    expect(found).toEqual([
      {
        path: 'limits[0].readings[0].examples[0].safeDay',
        message: 'says 2026-09-18, the rule gives none',
      },
    ]);
  });
});

describe('a rule behind a malformed one', () => {
  it('is named where it stands in the whole pack', () => {
    const found = defectsAfter((pack) => {
      delete loose(at(pack.requirements)).citation;
      at(pack.requirements, 12).citation.source = 'XYZ';
    });
    expect(found).toEqual([
      { path: 'requirements[0].citation', message: 'is missing' },
      { path: 'requirements[12].citation.source', message: 'no source XYZ' },
    ]);
  });

  it('keeps the id of a requirement to what it asks for', () => {
    const found = defectsAfter((pack) => (at(pack.requirements).id = 'material.other'));
    const { requirement } = at(packById('cn-vats-current@1').requirements);
    expect(found).toContainEqual({ path: 'requirements[0].id', message: `is not material.${requirement}` });
  });
});

describe('two rules of one id', () => {
  type Span = [from: string, to: string | null];
  const accepting = (first: Span, second: Span) => {
    const pack = structuredClone(packById('cn-vats-current@1')) as RulePack;
    const rule = at(pack.capital);
    pack.capital[0] = { ...rule, validFrom: first[0], validTo: first[1] };
    pack.capital.push({ ...rule, validFrom: second[0], validTo: second[1] });
    return () => validatePack(pack, calendar);
  };

  it.each<[Span, Span]>([
    [
      ['2020-01-01', '2024-12-31'],
      ['2025-01-01', null],
    ],
    [
      ['2025-01-01', null],
      ['2020-01-01', '2024-12-31'],
    ],
    [
      ['2020-01-01', '2020-12-31'],
      ['2024-01-01', '2024-01-01'],
    ],
  ])('may follow each other: %j, %j', (first, second) => {
    expect(accepting(first, second)).not.toThrow();
  });

  it.each<[Span, Span]>([
    [
      ['2020-01-01', '2024-12-31'],
      ['2024-12-31', null],
    ],
    [
      ['2024-12-31', null],
      ['2020-01-01', '2024-12-31'],
    ],
    [
      ['2020-01-01', '2024-12-31'],
      ['2022-01-01', '2022-12-31'],
    ],
    [
      ['2022-01-01', '2022-12-31'],
      ['2020-01-01', '2024-12-31'],
    ],
    [
      ['2020-01-01', null],
      ['2022-01-01', null],
    ],
  ])('may not share a day: %j, %j', (first, second) => {
    const index = packById('cn-vats-current@1').capital.length;
    expect(accepting(first, second)).toThrow(
      expect.objectContaining({
        defects: expect.arrayContaining([
          {
            path: `capital[${index}].validFrom`,
            message: `${at(packById('cn-vats-current@1').capital).id} overlaps in time with capital[0]`,
          },
        ]),
      }),
    );
  });
});
