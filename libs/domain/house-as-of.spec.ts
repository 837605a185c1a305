import type { PlainEntry } from './company-as-of.js';
import { houseAsOf, houseChangesBetween } from './house-as-of.js';

const installation = { kind: 'installation' } as const;
const ofSh = { kind: 'authority', authority: 'sh' } as const;

const entries = (
  [
    ['2026-01-01', 'role-given', { personId: 'anna', role: 'officer' }],
    ['2026-01-02', 'reading-proposed', { readingId: 'r1', rule: 'x', reading: 'one', scope: installation }],
    ['2026-01-03', 'reading-proposed', { readingId: 'r2', rule: 'x', reading: 'two', scope: ofSh }],
    ['2026-01-04', 'reading-confirmed', { readingId: 'r1' }],
    ['2026-01-05', 'reading-confirmed', { readingId: 'r2' }],
    ['2026-01-06', 'calendar-adopted', { version: 'cn-2026' }],
    ['2026-01-07', 'house-ladder-chosen', { kind: 'renewal', offsets: [30, 7] }],
    ['2026-01-08', 'retention-period-chosen', { kind: 'people', days: 2_000 }],
    ['2026-01-09', 'rulebook-adopted', { version: 'cn-vats-current-2' }],
    ['2026-02-01', 'role-taken', { personId: 'anna', role: 'officer' }],
    ['2026-02-02', 'reading-proposed', { readingId: 'r3', rule: 'x', reading: null, scope: installation }],
    ['2026-02-03', 'reading-confirmed', { readingId: 'r3' }],
    ['2026-02-04', 'house-ladder-chosen', { kind: 'renewal', offsets: null }],
    ['2026-02-05', 'calendar-adopted', { version: 'cn-2027' }],
    ['2026-02-06', 'of-a-later-release', {}],
  ] as const
).map(
  ([day, type, data], i): PlainEntry => ({
    ...{ seq: i + 1, v: 1, recordedAt: `${day}T02:00:00.000Z`, validOn: day, type, data },
  }),
);

const asOf = (validOn: string, known = validOn) => houseAsOf(entries, { validOn, knownOn: `${known}T15:59:59.999Z` });

const anna = { kind: 'person', id: 'anna', roles: ['officer'], actions: null, scope: null, period: null };

describe('a house as of two times', () => {
  it('has decided nothing before anything is on record, or was known', () => {
    const nothing = {
      access: [],
      rulebook: null,
      calendar: null,
      readings: [],
      ladders: {},
      retention: {},
      entries: [],
    };
    expect(asOf('2025-12-31', '2026-12-31')).toEqual(nothing);
    expect(asOf('2026-12-31', '2025-12-31')).toEqual(nothing);
  });

  it('has what it chose last, and a reading as soon as a second person has confirmed it', () => {
    expect(asOf('2026-01-03').readings).toEqual([]);
    expect(asOf('2026-01-31')).toMatchObject({
      access: [anna],
      rulebook: 'cn-vats-current-2',
      calendar: 'cn-2026',
      readings: [
        { rule: 'x', reading: 'one', scope: installation, houseSeq: 4 },
        { rule: 'x', reading: 'two', scope: ofSh, houseSeq: 5 },
      ],
      ladders: { renewal: [30, 7] },
      retention: { people: 2_000 },
    });
  });

  it('has no longer what it took back', () => {
    expect(asOf('2026-02-28')).toMatchObject({
      access: [],
      calendar: 'cn-2027',
      readings: [{ reading: 'two', scope: ofSh }],
      ladders: {},
      retention: { people: 2_000 },
    });
  });

  it('grants nobody anything after the last day, though it is known by now', () => {
    const limited = [
      ...entries.slice(0, 1),
      { ...(entries[1] as PlainEntry), type: 'access-limited', data: { personId: 'anna', lastDay: '2026-01-10' } },
    ];
    const access = (validOn: string) => houseAsOf(limited, { validOn, knownOn: '2026-06-01T00:00:00.000Z' }).access;
    expect([access('2026-01-10').length, access('2026-01-11').length]).toEqual([1, 0]);
  });

  it('tells a token that expired within the day by its end, and by the moment where it is the same day', () => {
    const token = { tokenId: 't', bearer: { kind: 'integration', id: 'erp' }, roles: ['integration'] };
    const issued = [
      {
        ...(entries[0] as PlainEntry),
        v: 2,
        type: 'token-issued',
        data: { ...token, expiresAt: '2026-01-05T08:00:00.000Z' },
      },
    ];
    const count = (validOn: string, knownOn: string) => houseAsOf(issued, { validOn, knownOn }).access.length;
    expect(count('2026-01-05', '2026-01-05T07:00:00.000Z')).toBe(1);
    expect(count('2026-01-05', '2026-01-05T09:00:00.000Z')).toBe(0);
    expect(count('2026-01-05', '2026-01-06T09:00:00.000Z')).toBe(0);
    expect(count('2026-01-04', '2026-01-06T09:00:00.000Z')).toBe(1);
  });
});

describe('what a house decided between two days', () => {
  it('is told with what was there before', () => {
    const { came, went, decided } = houseChangesBetween(asOf('2026-01-31'), asOf('2026-02-28'));
    expect(came.map(({ seq }) => seq)).toEqual([10, 11, 12, 13, 14, 15]);
    expect(went).toEqual([]);
    const { kind, id, ...granted } = anna;
    expect(decided).toEqual([
      { member: 'calendar', of: null, from: 'cn-2026', to: 'cn-2027' },
      { member: 'access', of: { kind, id }, from: [granted], to: null },
      { member: 'reading', of: { rule: 'x', scope: installation }, from: 'one', to: null },
      { member: 'ladder', of: { kind: 'renewal' }, from: [30, 7], to: null },
    ]);
  });

  it('is nothing between a day and itself', () => {
    expect(houseChangesBetween(asOf('2026-01-31'), asOf('2026-01-31'))).toEqual({ came: [], went: [], decided: [] });
  });

  it('has every token of a program', () => {
    const token = (tokenId: string, role: string, seq: number): PlainEntry => {
      const data = { tokenId, bearer: { kind: 'integration', id: 'erp' }, roles: [role], expiresAt: null };
      return {
        seq,
        v: 2,
        recordedAt: `2026-01-0${seq}T02:00:00.000Z`,
        validOn: `2026-01-0${seq}`,
        type: 'token-issued',
        data,
      };
    };
    const tokens = [token('t1', 'integration', 1), token('t2', 'postmaster', 2)];
    const [one, two] = ['2026-01-01', '2026-01-02'].map((validOn) =>
      houseAsOf(tokens, { validOn, knownOn: '2026-02-01T00:00:00.000Z' }),
    ) as [ReturnType<typeof asOf>, ReturnType<typeof asOf>];
    const [change] = houseChangesBetween(one, two).decided;
    expect(change).toMatchObject({
      of: { kind: 'integration', id: 'erp' },
      from: [{ roles: ['integration'] }],
      to: [{ roles: ['integration'] }, { roles: ['postmaster'] }],
    });
  });
});
