import { latestTable, loadCalendar } from '../calendar/index.js';
import { InvalidPackError } from './errors.js';
import type { RulePack } from './pack.js';
import { publishedPacks } from './packs.js';
import { allRules } from './rules.js';
import { validatePack } from './validate.js';

const calendar = loadCalendar(latestTable);

describe('published packs', () => {
  it.each(publishedPacks.map((pack) => [pack.id, pack] as const))(
    '%s passes its schema and its own examples',
    (_, pack) => {
      expect(validatePack(pack, calendar)).toBe(pack);
    },
  );

  it('hold as many rules as their subject takes', () => {
    const counts = publishedPacks.map((pack) => [pack.id, allRules(pack).length]);
    const least: Record<string, number> = { 'cn-vats-current@1': 80, 'cn-vats-current@2': 180, 'cn-vats-2009@1': 20 };
    for (const [id, count] of counts)
      expect({ id, enough: Number(count) > Number(least[String(id)]) }).toEqual({ id, enough: true });
  });

  it.each(publishedPacks.map((pack) => [pack.id, pack] as const))('%s cites, words and rates every rule', (_, pack) => {
    for (const { rule } of allRules(pack)) {
      expect(rule.wording.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.wording.en).not.toMatch(/^\s*$/);
      expect(pack.sources[rule.citation.source]).toBeDefined();
    }
  });
});

type Change = (pack: RulePack) => void;

/** The first published pack, changed. */
const changed = (change: Change): unknown => {
  const pack = structuredClone(publishedPacks[0]) as RulePack;
  change(pack);
  return pack;
};
const loose = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;
const at = <T>(items: T[], i = 0): T => items[i] as T;

const defects: [string, Change, string, RegExp][] = [
  ['an unknown field', (pack) => (loose(pack).colour = 'red'), '', /colour/],
  ['an unknown field of a rule', (pack) => (loose(at(pack.limits)).untill = '2030-01-01'), 'limits[0]', /untill/],
  ['a missing citation', (pack) => delete loose(at(pack.eligibility)).citation, 'eligibility[0].citation', /./],
  ['a missing translation', (pack) => (at(pack.capital).wording = { zh: '', en: 'x' }), 'capital[0].wording.zh', /./],
  [
    'a citation of an unknown source',
    (pack) => (at(pack.limits).citation.source = 'XYZ'),
    'limits[0].citation.source',
    /no source XYZ/,
  ],
  [
    'a reading that cites an unknown source',
    (pack) => (at(at(pack.limits).readings).citation.source = 'XYZ'),
    'limits[0].readings[0].citation.source',
    /XYZ/,
  ],
  ['an unknown confidence', (pack) => (loose(at(pack.capital)).confidence = 'sure'), 'capital[0].confidence', /./],
  ['a day that does not exist', (pack) => (at(pack.capital).validFrom = '2026-02-30'), 'capital[0].validFrom', /date/],
  [
    'a condition over an unknown fact',
    (pack) => (at(pack.eligibility).when = { eq: ['dishonest' as 'province', 'x'] }),
    'eligibility[0].when.eq[0]',
    /fact/,
  ],
  [
    'a nested condition over an unknown fact',
    (pack) => (at(pack.eligibility).when = { all: [{ not: { eq: ['x' as 'province', 'x'] } }] }),
    'eligibility[0].when.all[0].not.eq[0]',
    /fact/,
  ],
  [
    'a condition of an unknown form',
    (pack) => (at(pack.eligibility).when = { equals: ['province', 'sh'] } as never),
    'eligibility[0].when',
    /./,
  ],
  [
    'a value that its fact cannot have',
    (pack) => (at(pack.eligibility).when = { eq: ['foreignInvested', 'yes'] }),
    'eligibility[0].when.eq',
    /value/,
  ],
  ['a rule without examples', (pack) => (at(pack.eligibility).examples = []), 'eligibility[0].examples', /./],
  [
    'overlapping validity',
    (pack) => pack.capital.push({ ...at(pack.capital), validFrom: '2024-01-01' }),
    'capital[3].validFrom',
    /overlaps/,
  ],
  [
    'a rule that ends before it begins',
    (pack) => (at(pack.capital).validTo = '2010-01-01'),
    'capital[0].validTo',
    /before/,
  ],
  ['an office of an unknown authority', (pack) => (at(pack.offices).authority = 'zz'), 'offices[0].authority', /zz/],
  ['a part of an unknown type', (pack) => (at(pack.serviceTypes, 1).partOf = 'B99'), 'serviceTypes[1].partOf', /B99/],
  ['a pack without MIIT', (pack) => (pack.authorities = pack.authorities.slice(1)), 'authorities', /MIIT/],
  [
    'a duty of the company that moves later',
    (pack) => (at(at(pack.limits, 4).readings).roll = 'next-working-day'),
    'limits[4].readings[0].roll',
    /authority/,
  ],
  [
    'a failing limit',
    (pack) => (at(at(at(pack.limits).readings).examples).date = '2026-09-21'),
    'limits[0].readings[0].examples[0].date',
    /says 2026-09-21, the rule gives 2026-09-20/,
  ],
  [
    'a failing safe day',
    (pack) => (at(at(at(pack.limits, 6).readings).examples, 1).safeDay = '2024-03-31'),
    'limits[6].readings[0].examples[1].safeDay',
    /2024-03-29/,
  ],
  [
    'a limit that no day of the calendar answers',
    (pack) => (at(at(at(pack.limits).readings).examples).start = '1999-01-04'),
    'limits[0].readings[0].examples[0]',
    /1999-01-04/,
  ],
  [
    'an id that another section has',
    (pack) => (at(pack.eligibility).id = 'capital.nationwide'),
    'eligibility[0].id',
    /capital\.nationwide is the id of a rule in capital already/,
  ],
  [
    'two readings of one id',
    (pack) => (at(at(pack.limits, 1).readings, 1).id = 'calendar-days-from-first-receipt'),
    'limits[1]',
    /two readings with the id calendar-days-from-first-receipt/,
  ],
  [
    'a failing condition',
    (pack) => (at(at(pack.routing).examples).applies = false),
    'routing[0].examples[0].applies',
    /true/,
  ],
  ['a failing fine', (pack) => (at(at(pack.penalties).tiers, 1).fine.from = 2), 'penalties[0].examples[2].from', /./],
  [
    'a failing rung',
    (pack) => (at(at(pack.ladders).examples).leaves = '2026-04-04'),
    'ladders[0].examples[0].leaves',
    /./,
  ],
  [
    'an example of an unknown rung',
    (pack) => (at(at(pack.ladders).examples).rung = 'S-181'),
    'ladders[0].examples[0].rung',
    /S-181/,
  ],
  ['a failing number', (pack) => (at(pack.numbers).pattern = '^x$'), 'numbers[0].examples[0].matches', /./],
  [
    'a number form that is no expression',
    (pack) => (at(pack.numbers).pattern = '('),
    'numbers[0].pattern',
    /expression/,
  ],
  ['a failing prefix', (pack) => (at(pack.authorities, 9).prefixes = ['上']), 'authorities[9].examples[0].own', /./],
  [
    'a part torn from its whole',
    (pack) => (at(pack.serviceTypes, 2).partOf = null),
    'serviceTypes[0].examples[1].covered',
    /./,
  ],
];

describe('validatePack', () => {
  it.each(defects)('refuses %s and says where', (_, change, path, message) => {
    const found = defectsOf(changed(change));
    expect(found[0]?.path).toBe(path);
    expect(found[0]?.message).toMatch(message);
  });

  it('reports every defect at once', () => {
    const found = defectsOf(
      changed((pack) => {
        at(pack.capital).citation.source = 'XYZ';
        at(pack.offices).authority = 'zz';
      }),
    );
    expect(found.map(({ path }) => path)).toEqual(['capital[0].citation.source', 'offices[0].authority']);
  });

  it('judges the other rules to the end where some are malformed, and names each where it stands', () => {
    const found = defectsOf(
      changed((pack) => {
        loose(pack).colour = 'red';
        delete loose(at(pack.capital)).citation;
        at(pack.capital, 1).citation.source = 'XYZ';
        pack.capital.push({ ...at(pack.capital, 2), validFrom: '2024-01-01' });
        at(at(pack.penalties).tiers, 1).fine.from = 2;
      }),
    );
    expect(found.map(({ path }) => path).sort()).toEqual([
      '',
      'capital[0].citation',
      'capital[1].citation.source',
      'capital[3].validFrom',
      'penalties[0].examples[2].from',
      'penalties[0].examples[3].from',
    ]);
  });

  it('does not hold against a rule that what it refers to is malformed', () => {
    const found = defectsOf(
      changed((pack) => {
        delete loose(at(pack.authorities)).citation;
        loose(at(pack.serviceTypes)).colour = 'red';
      }),
    );
    expect(found.map(({ path }) => path)).toEqual(['serviceTypes[0]', 'authorities[0].citation']);
  });

  it.each(['title', 'sources'] as const)('can only judge the form where %s is malformed', (member) => {
    const found = defectsOf(
      changed((pack) => {
        loose(pack)[member] = 'x';
        at(pack.capital).citation.source = 'XYZ';
      }),
    );
    expect(found.map(({ path }) => path)).toEqual([member]);
  });

  it.each([[null], [[]], ['pack'], [{}]])('refuses %j', (candidate) => {
    expect(() => validatePack(candidate, calendar)).toThrow(InvalidPackError);
  });

  it('takes two versions of a rule that follow each other', () => {
    const pack = changed((candidate) => {
      const [first] = candidate.capital;
      if (!first) return;
      candidate.capital[0] = { ...first, validTo: '2026-12-31' };
      candidate.capital.push({ ...first, validFrom: '2027-01-01' });
    });
    expect(() => validatePack(pack, calendar)).not.toThrow();
  });
});

function defectsOf(candidate: unknown) {
  try {
    validatePack(candidate, calendar);
  } catch (error) {
    return (error as InvalidPackError).defects;
  }
  throw new Error('accepted');
}
