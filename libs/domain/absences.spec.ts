import { people } from '../../test/support/license-story.js';
import { addDays } from '../calendar/index.js';
import { type Absence, absencesWith, awayInTurn, firstDayAway, isAway } from './absences.js';

const away = (from: string, until: string, more: Partial<Absence> = {}): Absence => ({
  person: people.owner,
  from,
  until,
  calledOff: false,
  houseSeq: 5,
  ...more,
});

const byId = (absences: readonly Absence[]) => Object.fromEntries(absences.map((each, i) => [`absence-${i}`, each]));

describe('a person is away', () => {
  const owner = (day: string, ...absences: Absence[]) => isAway(byId(absences), people.owner, day);
  const march = away('2026-03-10', '2026-03-12');

  it.each([
    ['2026-03-09', false],
    ['2026-03-10', true],
    ['2026-03-11', true],
    ['2026-03-12', true],
    ['2026-03-13', false],
  ])('on %s: %s', (day, expected) => {
    expect(owner(day, march)).toBe(expected);
  });

  it('by any absence that is theirs and was not called off', () => {
    expect(owner('2026-03-11')).toBe(false);
    expect(owner('2026-03-11', away('2026-01-01', '2026-01-02'), march)).toBe(true);
    expect(owner('2026-03-11', { ...march, calledOff: true })).toBe(false);
    expect(owner('2026-03-11', { ...march, person: people.deputy })).toBe(false);
  });
});

describe('the first day on which a person is away', () => {
  it.each<[string, Absence[], string | null]>([
    ['is none without an absence', [], null],
    ['is the first of the days where the absence goes on', [away('2026-03-01', '2026-03-31')], '2026-03-10'],
    ['is the last day of an absence that ends then', [away('2026-03-01', '2026-03-10')], '2026-03-10'],
    ['is none where it ended the day before', [away('2026-03-01', '2026-03-09')], null],
    ['is the day on which it begins', [away('2026-03-12', '2026-03-31')], '2026-03-12'],
    ['is none where it begins on the day at which nobody waits any more', [away('2026-03-14', '2026-03-31')], null],
    [
      'is that of the earliest of several',
      [away('2026-03-13', '2026-03-13'), away('2026-03-11', '2026-03-11')],
      '2026-03-11',
    ],
    [
      'is that of the earliest, whatever their order',
      [away('2026-03-11', '2026-03-11'), away('2026-03-13', '2026-03-13')],
      '2026-03-11',
    ],
    ['is none of what was called off', [away('2026-03-12', '2026-03-31', { calledOff: true })], null],
    ['is none of somebody else', [away('2026-03-12', '2026-03-31', { person: people.deputy })], null],
  ])('%s', (_case, absences, expected) => {
    expect(firstDayAway(byId(absences), people.owner, '2026-03-10', '2026-03-14')).toBe(expected);
  });
});

describe('who must be acted for', () => {
  const day = '2026-03-10';
  const gone = (...persons: string[]) =>
    awayInTurn(byId(persons.map((person) => away(day, day, { person }))), people, day);
  const { owner, deputy, manager } = people;

  it.each<[string, string[], string[]]>([
    ['nobody while all are there', [], []],
    ['the owner', [owner], ['owner']],
    ['owner and deputy', [owner, deputy], ['owner', 'deputy']],
    ['not the deputy while the owner is there', [deputy], []],
    ['not the manager, who is the last', [owner, deputy, manager], ['owner', 'deputy']],
  ])('%s', (_case, persons, expected) => {
    expect(gone(...persons)).toEqual(expected);
  });
});

describe('what is told of an absence', () => {
  const march = away('2026-03-10', '2026-03-12');

  it('takes the place of what was told before, and stands last', () => {
    const longer = away('2026-03-10', '2026-03-20', { houseSeq: 6 });
    const known = absencesWith(absencesWith({}, 'a', march, '2026-03-10'), 'b', march, '2026-03-10');
    expect(Object.entries(absencesWith(known, 'a', longer, '2026-03-10'))).toEqual([
      ['b', march],
      ['a', longer],
    ]);
  });

  it('is nothing where something newer was told; the same entry says it again', () => {
    const known = { a: march };
    expect(absencesWith(known, 'a', away('2026-04-01', '2026-04-02', { houseSeq: 4 }), '2026-03-10')).toBe(known);
    const again = away('2026-04-01', '2026-04-02');
    expect(absencesWith(known, 'a', again, '2026-03-10')).toEqual({ a: again });
  });

  it('lets go of what has been over for more than sixty days, whoever it was about', () => {
    const other = away('2026-06-01', '2026-06-02', { person: people.deputy });
    const kept = (day: string) => Object.keys(absencesWith({ old: march }, 'new', other, day));
    expect(kept(addDays('2026-03-12', 60))).toEqual(['old', 'new']);
    expect(kept(addDays('2026-03-12', 61))).toEqual(['new']);
  });

  it('is kept for an absence of whatever id', () => {
    expect(absencesWith({}, 'constructor', march, '2026-03-10')).toEqual({ constructor: march });
  });
});
