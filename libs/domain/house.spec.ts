import { law, refusal } from '../../test/support/builders.js';
import { told } from '../../test/support/refused.js';
import { readingsOfRule, review } from '../rulebook/index.js';
import {
  type ConfirmedReading,
  checkProposedReading,
  effectiveReadings,
  type HouseScope,
  proposerOf,
  secondPerson,
} from './house.js';
import { latestPins, lawOf } from './pinned-law.js';

const on = '2026-11-25';
const settled = (reading: Partial<ConfirmedReading>): ConfirmedReading => ({
  rule: 'limit.review',
  reading: 'working-days-from-acceptance',
  scope: { kind: 'installation' },
  houseSeq: 1,
  ...reading,
});

describe('a proposed reading', () => {
  it.each([
    ['limit.review', 'working-days-from-acceptance'],
    ['limit.review', null],
    ['eligibility.dishonest-list', 'three-years-without-violation'],
    ['eligibility.dishonest-list', 'default'],
    ['routing.foreign-invested', 'shanghai-free-trade-zone'],
  ])('of %s may be %s', (rule, reading) => {
    expect(() => checkProposedReading(law, { rule, reading, scope: { kind: 'installation' } }, on)).not.toThrow();
  });

  it.each([
    ['unknown-rule', { rule: 'limit.unheard-of' }],
    ['unknown-reading', { reading: 'a-third-way' }],
    ['unknown-authority', { scope: { kind: 'authority' as const, authority: 'xx' } }],
  ])('is refused with %s', (code, change) => {
    expect(() => checkProposedReading(law, settled(change), on)).toThrow(expect.objectContaining({ code }));
  });

  it('may be for an authority that the rules know, or for a license, whatever its id', () => {
    const scopes: HouseScope[] = [
      { kind: 'authority', authority: 'MIIT' },
      { kind: 'authority', authority: 'sh' },
      { kind: 'license', licenseId: 'xx' },
    ];
    for (const scope of scopes) expect(() => checkProposedReading(law, settled({ scope }), on)).not.toThrow();
  });

  it('is refused with what would be right', () => {
    const refused = (change: Partial<ConfirmedReading>) =>
      told(refusal(() => checkProposedReading(law, settled(change), on)));
    expect(refused({ rule: 'limit.unheard-of' })).toEqual([
      'invalid',
      'unknown-rule',
      `The rules of ${law.pack.id} have no limit.unheard-of`,
      {
        pointer: '/rule',
        remedy: 'Name the id of a rule in force, as docs/law.md and `paizhao rules list` show them.',
      },
    ]);
    const known = readingsOfRule(law.pack, 'limit.review', on) ?? [];
    expect(known.length).toBeGreaterThan(1);
    expect(refused({ reading: 'a-third-way' })).toEqual([
      'invalid',
      'unknown-reading',
      'limit.review has no reading a-third-way',
      {
        pointer: '/reading',
        known,
        remedy: `Name one of: ${known.join(', ')}; or null to leave it open again.`,
      },
    ]);
    expect(refused({ scope: { kind: 'authority', authority: 'xx' } })).toEqual([
      'invalid',
      'unknown-authority',
      'There is no authority xx',
      {
        pointer: '/scope/authority',
        known: law.pack.authorities.map(({ code }) => code),
        remedy: 'Use MIIT or the code of a provincial administration, such as sh.',
      },
    ]);
  });

  it('can be any that the pack has for the rule, the default first', () => {
    expect(readingsOfRule(law.pack, 'limit.review', on)?.slice(0, 2)).toEqual([
      'calendar-days-from-first-receipt',
      'working-days-from-acceptance',
    ]);
    expect(readingsOfRule(law.pack, 'limit.review', '2016-01-01')).toBeNull();
  });
});

describe('the second person', () => {
  it('is a person, and another one', () => {
    expect(secondPerson({ kind: 'person', id: 'b' }, 'a')).toBe('b');
    expect(() => secondPerson({ kind: 'person', id: 'a' }, 'a')).toThrow(
      expect.objectContaining({ code: 'second-person-needed', kind: 'forbidden' }),
    );
    expect(() => secondPerson({ kind: 'integration', id: 'erp' }, 'a')).toThrow(
      expect.objectContaining({ code: 'person-required' }),
    );
  });

  it('is to be another approver', () => {
    expect(told(refusal(() => secondPerson({ kind: 'person', id: 'a' }, 'a')))).toEqual([
      'forbidden',
      'second-person-needed',
      'Whoever proposed it does not confirm it',
      { remedy: 'Ask another approver.' },
    ]);
  });

  it('and the first one are persons, neither an integration nor the system', () => {
    expect(proposerOf({ kind: 'person', id: 'a' })).toBe('a');
    for (const actor of [
      { kind: 'integration', id: 'a' },
      { kind: 'system', id: 'fan-out' },
    ] as const)
      expect(refusal(() => proposerOf(actor))).toMatchObject({ code: 'person-required', kind: 'forbidden' });
  });
});

describe('effective readings', () => {
  const license = { licenseId: 'l-1', authority: 'sh' };

  it('are those of the narrowest scope', () => {
    const all = [
      settled({ reading: 'license', scope: { kind: 'license', licenseId: 'l-1' }, houseSeq: 1 }),
      settled({ reading: 'authority', scope: { kind: 'authority', authority: 'sh' }, houseSeq: 2 }),
      settled({ reading: 'installation', houseSeq: 3 }),
    ];
    expect(effectiveReadings(all, license)).toEqual({
      'limit.review': { reading: 'license', scope: 'license', houseSeq: 1 },
    });
    expect(effectiveReadings(all, { ...license, licenseId: 'l-2' })).toMatchObject({
      'limit.review': { reading: 'authority' },
    });
    expect(effectiveReadings(all, { licenseId: 'l-3', authority: 'gd' })).toMatchObject({
      'limit.review': { reading: 'installation' },
    });
  });

  it('are of one scope the newest, and stand in the order of the rules', () => {
    const all = [
      settled({ rule: 'limit.renewal-window', reading: 'b', houseSeq: 1 }),
      settled({ rule: 'limit.annual-report', reading: 'a', houseSeq: 2 }),
      settled({ rule: 'limit.review', reading: 'first', houseSeq: 3 }),
      settled({ rule: 'limit.review', reading: 'second', houseSeq: 4 }),
      settled({ rule: 'limit.change', reading: 'c', houseSeq: 5 }),
    ];
    const holds = effectiveReadings(all, license);
    expect(Object.keys(holds)).toEqual(['limit.annual-report', 'limit.change', 'limit.renewal-window', 'limit.review']);
    expect(holds['limit.review']).toEqual({ reading: 'second', scope: 'installation', houseSeq: 4 });
  });

  it('leave a rule to the wider scope where it was left open again', () => {
    const all = [settled({}), settled({ reading: null, scope: { kind: 'authority', authority: 'sh' }, houseSeq: 2 })];
    expect(effectiveReadings(all, license)).toMatchObject({ 'limit.review': { scope: 'installation' } });
    expect(effectiveReadings([settled({ reading: null })], license)).toEqual({});
  });
});

describe('a settled reading', () => {
  const facts = {
    firstReceivedOn: '2026-11-02',
    completeReceivedOn: '2026-11-02',
    acceptedOn: '2026-11-06',
    pauses: [],
    today: '2026-11-25',
  };
  const readings = {
    'limit.review': { reading: 'working-days-from-acceptance', scope: 'authority', houseSeq: 7 },
  } as const;

  it('is the one that an authority is held to, and names who settled it', () => {
    const [open, chosen] = [review(lawOf(latestPins), facts), review(lawOf(latestPins, readings), facts)];
    expect(chosen.readings[0]).toMatchObject({
      id: 'working-days-from-acceptance',
      settled: { scope: 'authority', houseSeq: 7 },
    });
    expect(chosen.date).toBe(open.readings.find(({ id }) => id === 'working-days-from-acceptance')?.date);
    expect(chosen.readings.map(({ id }) => id).sort()).toEqual(open.readings.map(({ id }) => id).sort());
  });
});
