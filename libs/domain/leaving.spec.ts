import { law } from '../../test/support/license-story.js';
import { isStatutory } from '../rulebook/index.js';
import { type Departure, defaultPreferences, departureOf, type Leaving, quietUntil, toldInstead } from './leaving.js';

/** On Shanghai's clock. */
const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

const message = (over: Partial<Leaving> = {}, safeDay: string | null = '2026-12-31'): Leaving => ({
  notice: { safeDay, date: safeDay },
  statutory: true,
  simulated: false,
  ...over,
});

const notBefore = (day: string, time: string): Departure => ({ kind: 'not-before', at: at(day, time) });

describe('when a message may leave', () => {
  // 2026-11-21 is a Saturday, 2026-11-23 a Monday.
  it.each<[string, Leaving, string, Departure]>([
    ['by day it leaves', message(), at('2026-11-20', '12:00'), { kind: 'now' }],
    [
      'at eight in the evening it waits for the morning',
      message(),
      at('2026-11-20', '20:00'),
      notBefore('2026-11-21', '08:00'),
    ],
    ['after midnight too', message(), at('2026-11-20', '00:30'), notBefore('2026-11-20', '08:00')],
    ['at eight in the morning it leaves', message(), at('2026-11-20', '08:00'), { kind: 'now' }],
    ['a duty by law leaves on a rest day', message(), at('2026-11-21', '12:00'), { kind: 'now' }],
    ['a right waits for a working day', message({ statutory: false }), at('2026-11-21', '12:00'), { kind: 'digest' }],
    [
      'so does one whose quiet hours end on a rest day',
      message({ statutory: false }),
      at('2026-11-20', '22:00'),
      { kind: 'digest' },
    ],
    ['on its safe day nothing waits', message({}, '2026-11-20'), at('2026-11-20', '23:00'), { kind: 'now' }],
    ['past it nothing waits', message({ statutory: false }, '2026-11-19'), at('2026-11-21', '23:00'), { kind: 'now' }],
    ['what has no date waits', message({}, null), at('2026-11-20', '23:00'), notBefore('2026-11-21', '08:00')],
    [
      'what has no safe day waits until its date',
      message({ notice: { safeDay: null, date: '2026-11-21' } }),
      at('2026-11-20', '23:00'),
      notBefore('2026-11-21', '08:00'),
    ],
    [
      'and not on it',
      message({ notice: { safeDay: null, date: '2026-11-20' } }),
      at('2026-11-20', '23:00'),
      { kind: 'now' },
    ],
    [
      'the safe day counts, though the date comes later',
      message({ notice: { safeDay: '2026-11-20', date: '2026-11-22' } }),
      at('2026-11-20', '23:00'),
      { kind: 'now' },
    ],
    [
      'the day before its safe day it waits',
      message({}, '2026-11-21'),
      at('2026-11-20', '23:00'),
      notBefore('2026-11-21', '08:00'),
    ],
    [
      'a right in quiet hours before a working day waits for their end',
      message({ statutory: false }),
      at('2026-11-22', '22:00'),
      notBefore('2026-11-23', '08:00'),
    ],
    [
      'a simulated right leaves on a rest day',
      message({ statutory: false, simulated: true }),
      at('2026-11-21', '12:00'),
      { kind: 'now' },
    ],
    ['nobody lives by simulated hours', message({ simulated: true }), at('2026-11-21', '23:00'), { kind: 'now' }],
    [
      'a day beyond the calendar holds nothing back',
      message({ statutory: false }, null),
      at('2099-11-21', '12:00'),
      { kind: 'now' },
    ],
  ])('%s', (_, leaving, now, departure) => {
    expect(departureOf(leaving, defaultPreferences, now, law.calendar)).toEqual(departure);
  });

  it('goes by the hours of the person: none, or within one day', () => {
    const midday = { fromMinute: 12 * 60, untilMinute: 13 * 60 };
    expect(
      departureOf(message(), { ...defaultPreferences, quietHours: null }, at('2026-11-20', '23:00'), law.calendar),
    ).toEqual({ kind: 'now' });
    expect(quietUntil(midday, at('2026-11-20', '12:59'))).toBe(at('2026-11-20', '13:00'));
    expect(quietUntil(midday, at('2026-11-20', '13:00'))).toBeNull();
    expect(quietUntil(midday, at('2026-11-20', '11:59'))).toBeNull();
  });

  it('counts whole minutes of the day, the first one in and the last one out', () => {
    const midday = { fromMinute: 12 * 60, untilMinute: 13 * 60 };
    const seconds = (time: string) => new Date(`2026-11-20T${time}+08:00`).toISOString();
    expect(quietUntil(midday, seconds('11:59:59'))).toBeNull();
    expect(quietUntil(midday, seconds('12:00:00'))).toBe(at('2026-11-20', '13:00'));
    expect(quietUntil(midday, seconds('12:59:59'))).toBe(at('2026-11-20', '13:00'));
    const night = { fromMinute: 20 * 60, untilMinute: 8 * 60 };
    expect(quietUntil(night, seconds('19:59:59'))).toBeNull();
    expect(quietUntil(night, seconds('07:59:59'))).toBe(at('2026-11-20', '08:00'));
    expect(quietUntil(night, seconds('08:00:00'))).toBeNull();
  });

  it('has no quiet hours that begin when they end', () => {
    const none = { fromMinute: 9 * 60, untilMinute: 9 * 60 };
    for (const time of ['08:59', '09:00', '09:01']) expect(quietUntil(none, at('2026-11-20', time))).toBeNull();
  });

  it('is, unless a person asks otherwise, with the digest, by day, and of every kind', () => {
    expect(defaultPreferences).toEqual({
      digest: true,
      quietHours: { fromMinute: 1200, untilMinute: 480 },
      mutedKinds: [],
    });
  });
});

describe('a reminder that its recipient muted', () => {
  const people = { owner: 'o', deputy: 'd', manager: 'm' };
  const notice = {
    o: [{ role: 'owner', person: 'o' }],
    od: [
      { role: 'owner', person: 'o' },
      { role: 'deputy', person: 'd' },
    ],
    odm: [
      { role: 'owner', person: 'o' },
      { role: 'deputy', person: 'd' },
      { role: 'manager', person: 'm' },
    ],
    d: [{ role: 'deputy', person: 'd' }],
  } as const;
  const among = (who: string) => (person: string) => who.split(' ').includes(person);

  it.each<[string, string, keyof typeof notice, string, string, string | null]>([
    // who is asked about, whom the notice addresses, who muted it, who is away, who is told instead
    ['of a duty goes to the deputy', 'o', 'o', 'o', '', 'd'],
    ['to the manager, where the deputy muted it too', 'o', 'o', 'o d', '', 'm'],
    ['to the manager, where the deputy is away', 'o', 'o', 'o', 'd', 'm'],
    ['to the owner all the same, where all have', 'o', 'o', 'o d m', '', 'o'],
    ['to the owner all the same, where the others muted it or are away', 'o', 'o', 'o m', 'd', 'o'],
    ['to the owner all the same, where all are away', 'o', 'o', 'o', 'o d m', 'o'],
    ['of an owner who is away lets the deputy, who is told, have it', 'o', 'od', 'o', 'o', null],
    ['of who acts for an absent owner goes to the manager', 'd', 'od', 'd', 'o', 'm'],
    ['of who acts for an absent owner, where all muted it, stays', 'd', 'od', 'o d m', 'o', 'd'],
    ['of the manager who acts for both stays', 'm', 'odm', 'm', 'o d', 'm'],
    ['of an absence that began after the notice goes to the deputy', 'o', 'o', 'o', 'o', 'd'],
    ['of a deputy who is told beside an owner who is there is muted', 'd', 'od', 'd', '', null],
    ['on its way up goes on with the next step of the ladder', 'd', 'd', 'd', '', null],
  ])('%s', (_, recipient, to, muted, away, told) => {
    const message = { recipient, statutory: true, to: [...notice[to]], people };
    const instead = toldInstead({ ...message, hasMuted: among(muted), isAway: among(away) });
    expect(instead?.person ?? null).toBe(told);
  });

  it('comes with the role in which it is told', () => {
    const asked = (to: keyof typeof notice, muted: string, away: string) =>
      toldInstead({
        recipient: 'o',
        statutory: true,
        to: [...notice[to]],
        people,
        hasMuted: among(muted),
        isAway: among(away),
      });
    expect(asked('o', 'o', '')).toEqual({ role: 'deputy', person: 'd' });
    expect(asked('o', 'o', 'd')).toEqual({ role: 'manager', person: 'm' });
    expect(asked('o', 'o d m', '')).toEqual({ role: 'owner', person: 'o' });
  });

  it('goes to nobody twice: who holds two roles is passed over', () => {
    const same = { owner: 'o', deputy: 'o', manager: 'm' };
    const message = { recipient: 'o', statutory: true, to: [...notice.o], people: same };
    expect(toldInstead({ ...message, hasMuted: () => false, isAway: () => false })).toEqual({
      role: 'manager',
      person: 'm',
    });
  });

  it('that addressed nobody goes to nobody', () => {
    const message = { recipient: 'o', statutory: true, to: [], people };
    expect(toldInstead({ ...message, hasMuted: among('o'), isAway: among('') })).toBeNull();
  });

  it('of a right goes to nobody', () => {
    const message = { recipient: 'o', statutory: false, to: [...notice.o], people };
    expect(toldInstead({ ...message, hasMuted: among('o'), isAway: among('') })).toBeNull();
  });

  it('goes to the owner where one person holds all roles', () => {
    const alone = { owner: 'o', deputy: 'o', manager: 'o' };
    const message = { recipient: 'o', statutory: true, to: [...notice.o], people: alone };
    expect(toldInstead({ ...message, hasMuted: among('o'), isAway: among('') })).toEqual(notice.o[0]);
  });
});

describe('what is a duty by law', () => {
  const limits = Object.fromEntries(law.pack.limits.map(({ id, duty }) => [id, duty]));

  it('says the rule pack: every limit but those of rights', () => {
    for (const [id, duty] of Object.entries(limits)) expect([id, isStatutory(law, id)]).toEqual([id, duty !== 'right']);
    expect(Object.values(limits)).toContain('right');
  });

  it('is also what no rule is known for', () => {
    expect(isStatutory(law, '')).toBe(true);
  });
});
