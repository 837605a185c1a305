import { latestTable, loadCalendar } from '../calendar/index.js';
import type { Facts } from './facts.js';
import type { ScopeRule } from './pack.js';
import { latestPack } from './packs.js';
import type { SettledReadings } from './readings.js';
import { scopeOf } from './scope.js';

const calendar = loadCalendar(latestTable);
const citation = { source: 'TR', article: 'art. 1' };
const wording = { zh: '某规则。', en: 'A rule.' };
const company = {
  province: 'sh',
  city: null,
  freeTradeZone: null,
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: null,
  shareholders: [],
  onDishonestList: null,
  recentPenalty: null,
};

function aRule(code: string, some: Partial<ScopeRule>): ScopeRule {
  const rule = { id: `scope.${code}`, wording, citation, confidence: 'verified', validFrom: '2020-01-01' } as const;
  return { ...rule, validTo: null, when: null, examples: [], code, needed: 'yes', serviceTypes: [], ...some };
}

const centers = aRule('centers', { when: { eq: ['servesOthers', true] }, serviceTypes: ['B24'] });
const differs = aRule('differs', { when: { eq: ['matchesDescription', false] }, needed: 'ask' });
const fits = aRule('fits', { when: { eq: ['matchesDescription', true] } });

function ask(rules: ScopeRule[], serviceTypes: string[], stated: Partial<Facts>, readings?: SettledReadings) {
  const law = { pack: { ...latestPack, scope: rules }, calendar, ...(readings ? { readings } : {}) };
  return scopeOf(law, { company, serviceTypes, coverage: { kind: 'nationwide' }, on: '2026-03-02', stated });
}
const codes = (...asked: Parameters<typeof ask>) => ask(...asked).findings.map(({ code }) => code);

describe('types that are asked for by name', () => {
  const elsewhere = aRule('elsewhere', { when: { eq: ['province', 'bj'] }, serviceTypes: ['B24-1'] });
  const rules = [centers, differs, fits, elsewhere];
  const described = { serviceDescribed: true, servesOthers: true };

  it.each<[string, string[], Partial<Facts>, string[]]>([
    ['fit the description', ['B24'], described, ['centers', 'fits']],
    ['fit as a part of what is described', ['B24-1'], described, ['centers', 'fits']],
    ['differ from it', ['B21'], described, ['centers', 'differs']],
    ['fit beside one of which no description speaks', ['B24', 'B21'], described, ['centers', 'fits']],
    ['are compared with nothing where nothing is described', ['B21'], { servesOthers: true }, ['centers']],
    ['are compared with nothing where no rule knows the service', ['B24'], { ...described, servesOthers: false }, []],
  ])('%s', (_, asked, stated, expected) => {
    expect(codes(rules, asked, stated)).toEqual(expected);
    expect(ask(rules, asked, stated).serviceTypes).toEqual(asked);
  });
});

describe('types that nobody named', () => {
  it('are those described, each once, in order, without the whole of a part', () => {
    const rules = [aRule('a', { serviceTypes: ['B25', 'B24'] }), aRule('b', { serviceTypes: ['B24-1', 'B21', 'B25'] })];
    expect(ask(rules, [], { serviceDescribed: true }).serviceTypes).toEqual(['B21', 'B24-1', 'B25']);
  });
});

describe('whether a permit is needed', () => {
  it.each<[ScopeRule['needed'][], ScopeRule['needed']]>([
    [[], 'ask'],
    [['no'], 'no'],
    [['no', 'ask'], 'ask'],
    [['ask', 'no', 'yes'], 'yes'],
  ])('by answers %j: %s', (answers, needed) => {
    const rules = answers.map((answer, i) => aRule(`r${i}`, { needed: answer }));
    expect(ask(rules, [], {}).needed).toBe(needed);
    expect(ask(rules, [], {}).findings.map(({ level }) => level)).toEqual(
      answers.map((answer) => (answer === 'ask' ? 'warning' : 'info')),
    );
  });

  it('is said by rules in force alone, and by nobody in a pack without them', () => {
    const rules = [aRule('past', { validTo: '2026-03-01' }), aRule('coming', { validFrom: '2026-03-03' })];
    expect(ask(rules, [], {})).toEqual({ needed: 'ask', serviceTypes: [], findings: [] });
    const { scope: _, ...bare } = latestPack;
    const question = { company, serviceTypes: ['B21'], coverage: { kind: 'nationwide' }, on: '2026-03-02' } as const;
    expect(scopeOf({ pack: bare, calendar }, question)).toEqual({ needed: 'ask', serviceTypes: ['B21'], findings: [] });
  });
});

describe('another reading on which the house has settled', () => {
  const said = { zh: '另一种理解。', en: 'Another reading.' };
  const other = {
    id: 'other',
    wording: said,
    citation: { source: 'O42', article: 'art. 2' },
    confidence: 'secondary',
  } as const;
  const settledOn = (rule: string, reading: string): SettledReadings => ({
    [rule]: { reading, scope: 'installation', houseSeq: 1 },
  });
  const open = (needed?: ScopeRule['needed']) =>
    aRule('open', {
      needed: 'ask',
      serviceTypes: ['B24'],
      otherReadings: [{ ...other, ...(needed ? { needed } : {}) }],
    });

  it.each([
    ['no', []],
    ['yes', ['B24']],
  ] as const)('that answers %s takes the rule’s place', (needed, serviceTypes) => {
    const found = ask([open(needed)], [], {}, settledOn('scope.open', 'other'));
    expect(found).toMatchObject({
      needed,
      serviceTypes,
      findings: [{ code: 'open', level: 'info', wording: said, citation: other.citation, confidence: 'secondary' }],
    });
  });

  it.each<[string, ScopeRule, SettledReadings | undefined]>([
    ['has no answer of its own', open(), settledOn('scope.open', 'other')],
    ['is of another rule', open('no'), settledOn('scope.closed', 'other')],
    ['is the rule’s own', open('no'), settledOn('scope.open', 'default')],
    ['is none', open('no'), undefined],
    [
      'is of a rule that has no others',
      aRule('open', { needed: 'ask', serviceTypes: ['B24'] }),
      settledOn('scope.open', 'other'),
    ],
  ])('leaves the rule as it is where it %s', (_, rule, readings) => {
    expect(ask([rule], [], {}, readings)).toMatchObject({
      needed: 'ask',
      serviceTypes: ['B24'],
      findings: [{ level: 'warning', wording, citation, confidence: 'verified' }],
    });
  });
});
