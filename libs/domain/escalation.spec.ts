import { LicenseStory, law, people } from '../../test/support/license-story.js';
import { correctionDue } from '../rulebook/index.js';
import type { Absence } from './absences.js';
import { obligation } from './agenda/obligation-parts.js';
import { escalationsToCome } from './escalation.js';
import type { FiredRung, People } from './license.js';

const notice = (rung: string, on: string, more: Partial<FiredRung> = {}): FiredRung => ({
  rung,
  people: [people.owner],
  on,
  skipped: false,
  acknowledgedBy: null,
  snoozedUntil: null,
  escalatedTo: [],
  seq: 3,
  ...more,
});

const told = { escalatedTo: ['deputy' as const], people: [people.owner, people.deputy] };

const away = (person: string, from: string, until: string, more: Partial<Absence> = {}): Absence => ({
  person,
  from,
  until,
  calledOff: false,
  houseSeq: 1,
  ...more,
});

function escalations(
  dueOn: string | null,
  fired: FiredRung[],
  who: Partial<People> = {},
  absent: Absence[] = [],
): string[] {
  const deadline = correctionDue(law, { noticedOn: '2026-01-05', dueOn });
  const duty = obligation({ kind: 'correction', duty: 'company', openedSeq: 2, openedOn: '2026-01-05', deadline });
  const absences = Object.fromEntries(absent.map((absence, i) => [`absence-${i}`, absence]));
  return escalationsToCome(duty, fired, { people: { ...people, ...who }, absences }, law.calendar).map(
    ({ day, role, rung }) => `${day} ${rung} ${role}`,
  );
}

describe('escalationsToCome', () => {
  it.each<[string, string | null, FiredRung[], string[]]>([
    [
      'after two and four working days',
      '2026-06-30',
      [notice('S-90', '2026-03-12')],
      ['2026-03-16 S-90 deputy', '2026-03-18 S-90 manager'],
    ],
    [
      'after two and four where there is no date',
      null,
      [notice('opened', '2026-03-12')],
      ['2026-03-16 opened deputy', '2026-03-18 opened manager'],
    ],
    [
      'not yet faster eleven days before S',
      '2026-03-27',
      [notice('S-14', '2026-03-16')],
      ['2026-03-18 S-14 deputy', '2026-03-20 S-14 manager'],
    ],
    [
      'after one and two ten days before S',
      '2026-03-27',
      [notice('S-7', '2026-03-17')],
      ['2026-03-18 S-7 deputy', '2026-03-19 S-7 manager'],
    ],
    [
      'after one and two beyond the date',
      '2026-03-12',
      [notice('weekly-1', '2026-03-19')],
      ['2026-03-20 weekly-1 deputy', '2026-03-23 weekly-1 manager'],
    ],
    [
      'after one and two though the date is over by then',
      '2026-03-27',
      [notice('S-1', '2026-03-26')],
      ['2026-03-27 S-1 deputy', '2026-03-30 S-1 manager'],
    ],
    [
      'over a holiday in working days',
      '2026-12-31',
      [notice('S-90', '2026-09-30')],
      ['2026-10-09 S-90 deputy', '2026-10-12 S-90 manager'],
    ],
    [
      'to the manager alone once the deputy is told',
      '2026-06-30',
      [notice('S-90', '2026-03-12', told)],
      ['2026-03-18 S-90 manager'],
    ],
    ['to nobody once acknowledged', '2026-06-30', [notice('S-90', '2026-03-12', { acknowledgedBy: 'x' })], []],
    [
      'to nobody for a rung that was only recorded',
      '2026-06-30',
      [notice('S-90', '2026-03-12', { skipped: true })],
      [],
    ],
    [
      'later when snoozed',
      '2026-06-30',
      [notice('S-90', '2026-03-12', { snoozedUntil: '2026-03-17' })],
      ['2026-03-17 S-90 deputy', '2026-03-18 S-90 manager'],
    ],
    [
      'for the next rung, though an older one is acknowledged',
      '2026-06-30',
      [notice('S-90', '2026-03-12', { acknowledgedBy: 'x' }), notice('S-60', '2026-04-16')],
      ['2026-04-20 S-60 deputy', '2026-04-22 S-60 manager'],
    ],
    [
      'not for older rungs than the acknowledged one',
      '2026-06-30',
      [notice('S-90', '2026-03-12'), notice('S-60', '2026-03-13', { acknowledgedBy: 'x' })],
      [],
    ],
    [
      'not for older rungs than one that has reached the same person',
      '2026-06-30',
      [notice('S-90', '2026-03-12'), notice('S-60', '2026-03-13', told)],
      ['2026-03-19 S-60 manager', '2026-03-18 S-90 manager'],
    ],
    [
      'later for older rungs too, when the newest is snoozed',
      '2026-06-30',
      [notice('S-90', '2026-03-12'), notice('S-60', '2026-03-13', { snoozedUntil: '2026-04-01' })],
      ['2026-04-01 S-60 deputy', '2026-04-01 S-90 deputy', '2026-04-01 S-60 manager', '2026-04-01 S-90 manager'],
    ],
  ])('go %s', (_case, dueOn, fired, expected) => {
    expect(escalations(dueOn, fired)).toEqual(expected);
  });

  it.each<[string, Partial<People>, string[]]>([
    ['the deputy is the owner', { deputy: people.owner }, ['2026-03-18 S-90 manager']],
    ['the manager is the owner', { manager: people.owner }, ['2026-03-16 S-90 deputy']],
    ['all three are one', { deputy: people.owner, manager: people.owner }, []],
  ])('tell nobody twice when %s', (_case, who, expected) => {
    expect(escalations('2026-06-30', [notice('S-90', '2026-03-12')], who)).toEqual(expected);
  });

  it('end when the deputy, who is the manager too, is told', () => {
    expect(escalations('2026-06-30', [notice('S-90', '2026-03-12', told)], { manager: people.deputy })).toEqual([]);
  });
});

describe('escalation while somebody is away', () => {
  const { owner, deputy } = people;
  it.each<[string, Absence[], string[]]>([
    [
      'does not wait for an owner who is away that day',
      [away(owner, '2026-03-10', '2026-03-20')],
      ['2026-03-12 S-90 deputy', '2026-03-16 S-90 manager'],
    ],
    [
      'waits until an owner leaves',
      [away(owner, '2026-03-13', '2026-03-20')],
      ['2026-03-13 S-90 deputy', '2026-03-17 S-90 manager'],
    ],
    [
      'does not wait for a deputy who is away',
      [away(deputy, '2026-03-01', '2026-03-31')],
      ['2026-03-16 S-90 deputy', '2026-03-16 S-90 manager'],
    ],
    [
      'goes to all at once when both are away',
      [away(owner, '2026-03-12', '2026-03-12'), away(deputy, '2026-03-12', '2026-03-12')],
      ['2026-03-12 S-90 deputy', '2026-03-12 S-90 manager'],
    ],
    [
      'waits as ever for an owner who is back by then',
      [away(owner, '2026-03-02', '2026-03-11')],
      ['2026-03-16 S-90 deputy', '2026-03-18 S-90 manager'],
    ],
    [
      'waits as ever where the absence was called off',
      [away(owner, '2026-03-10', '2026-03-20', { calledOff: true })],
      ['2026-03-16 S-90 deputy', '2026-03-18 S-90 manager'],
    ],
  ])('%s', (_case, absent, expected) => {
    expect(escalations('2026-06-30', [notice('S-90', '2026-03-12')], {}, absent)).toEqual(expected);
  });

  it('goes on from the safe day though a snooze was to last longer, as when the date has moved since', () => {
    const snoozed = notice('S-90', '2026-03-12', { snoozedUntil: '2026-05-20' });
    expect(escalations('2026-04-30', [snoozed])).toEqual(['2026-04-30 S-90 deputy', '2026-04-30 S-90 manager']);
  });
});

describe('escalation as time passes', () => {
  const ignored = () => LicenseStory.on('2026-03-09').files('f', 'new', null).corrects('f', '2026-04-10');

  it('goes from the owner to the deputy and the manager, rung by rung', () => {
    expect(ignored().goesTo('2026-03-27').told('correction')).toEqual([
      '2026-03-09 opened',
      '2026-03-11 opened deputy',
      '2026-03-13 opened manager',
      '2026-03-25 half-time',
      '2026-03-27 half-time deputy',
    ]);
  });

  it('stops with the acknowledgement and begins again with the next rung', () => {
    const story = ignored().goesTo('2026-03-12');
    story
      .says('notice-acknowledged', { obligationId: story.duty('correction').id, rung: 'opened' })
      .goesTo('2026-03-27');
    expect(story.told('correction')).toEqual([
      '2026-03-09 opened',
      '2026-03-11 opened deputy',
      '2026-03-25 half-time',
      '2026-03-27 half-time deputy',
    ]);
  });

  it('stops with the act', () => {
    expect(ignored().goesTo('2026-03-10').submits('f', null).goesTo('2026-06-01').told('correction')).toEqual([
      '2026-03-09 opened',
    ]);
  });
});
