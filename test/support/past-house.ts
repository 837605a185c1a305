import fc from 'fast-check';
import { addDays } from '../../libs/calendar/index.js';
import type { PlainEntry } from '../../libs/domain/company-as-of.js';
import type { Times } from './past-reference.js';

/** What happened in a house: one act, some days after the one before. */
interface Act {
  wait: number;
  type: string;
  v: number;
  data: Record<string, unknown>;
}

const roles = ['officer', 'approver', 'auditor'];
const everyRole = [...roles, 'admin', 'integration', 'manager'];
const personId = fc.constantFrom('anna', 'ben', 'carl');
const role = fc.constantFrom(...roles);
const scope = fc.constantFrom(null, { companies: ['c1'], licenses: [] });
const lastDay = fc.option(
  fc.integer({ min: 0, max: 25 }).map((days) => addDays('2026-01-01', days)),
  { nil: null },
);
const tokenId = fc.constantFrom('t1', 't2', 't3', 't4');
const readingId = fc.constantFrom('r1', 'r2', 'r3');

const of = (type: string, data: fc.Arbitrary<Record<string, unknown>>, v = 1): fc.Arbitrary<Act> =>
  fc.record({ wait: fc.nat({ max: 2 }), type: fc.constant(type), v: fc.constant(v), data });

const bearer = fc.oneof(
  personId.map((id) => ({ kind: 'person', id })),
  fc.constantFrom('erp', 'anna').map((id) => ({ kind: 'integration', id })),
);

const issued = {
  tokenId,
  bearer,
  roles: fc.uniqueArray(role, { minLength: 1 }),
  expiresAt: fc.option(
    fc.integer({ min: 0, max: 25 }).map((days) => `${addDays('2026-01-01', days)}T02:00:00.000Z`),
    { nil: null },
  ),
};

/** A house's stream of any order of acts: what the house would refuse stands on no record, and harms no answer. */
export const houseStreams: fc.Arbitrary<PlainEntry[]> = fc
  .array(
    fc.oneof(
      of('role-given', fc.record({ personId, role })),
      of('role-given', fc.record({ personId, role })),
      of('role-taken', fc.record({ personId, role })),
      of('access-limited', fc.record({ personId, scope, period: fc.constant(null), lastDay })),
      of('person-left', fc.record({ personId })),
      of('person-returned', fc.record({ personId })),
      of('token-issued', fc.record(issued)),
      of('token-issued', fc.record(issued), 2),
      of('token-revoked', fc.record({ tokenId })),
      of('rulebook-adopted', fc.record({ version: fc.constantFrom('rules-1', 'rules-2') })),
      of('calendar-adopted', fc.record({ version: fc.constantFrom('days-1', 'days-2') })),
      of(
        'reading-proposed',
        fc.record({
          readingId,
          rule: fc.constantFrom('x', 'y'),
          reading: fc.constantFrom('one', 'two', null),
          scope: fc.constantFrom({ kind: 'installation' }, { kind: 'authority', authority: 'sh' }),
        }),
      ),
      of('reading-confirmed', fc.record({ readingId })),
      of(
        'house-ladder-chosen',
        fc.record({ kind: fc.constantFrom('renewal', 'change'), offsets: fc.constantFrom([30, 7], [60], null) }),
      ),
      of('retention-period-chosen', fc.record({ kind: fc.constantFrom('people', 'mails'), days: fc.nat() })),
    ),
    { maxLength: 25 },
  )
  .map((acts) => {
    let day = '2026-01-01';
    // A token's id is given once.
    const ids = new Set<unknown>();
    const kept = acts.filter(
      ({ type, data }) => type !== 'token-issued' || (!ids.has(data.tokenId) && ids.add(data.tokenId)),
    );
    return kept.map(({ wait, ...act }, i): PlainEntry => {
      day = addDays(day, wait);
      return { ...act, seq: i + 1, recordedAt: `${day}T02:00:00.000Z`, validOn: day };
    });
  });

const told = (entry: PlainEntry): Record<string, unknown> => entry.data as Record<string, unknown>;

const newest = (entries: readonly PlainEntry[], type: string, who: Record<string, unknown> = {}) =>
  entries.findLast(
    (entry) => entry.type === type && Object.entries(who).every(([name, value]) => told(entry)[name] === value),
  );

const after = (one: PlainEntry | undefined, other: PlainEntry | undefined): boolean =>
  (one?.seq ?? 0) > (other?.seq ?? 0);

/** The reference: whatever is asked about is looked up in the entries that are known and true, by the last that speaks of it. */
export function houseIn(stream: readonly PlainEntry[], { validOn, knownOn }: Times) {
  const entries = stream.filter((entry) => entry.recordedAt <= knownOn && entry.validOn <= validOn);
  const chosen = (type: string, kind: string) => newest(entries, type, { kind });
  const named = (type: string, kinds: string[], value: string) =>
    Object.fromEntries(
      kinds.flatMap((kind) => {
        const said = chosen(type, kind);
        return said && told(said)[value] !== null ? [[kind, told(said)[value]]] : [];
      }),
    );
  return {
    access: accessIn(entries, { now: momentOf(validOn, knownOn), today: validOn }),
    rulebook: (told(newest(entries, 'rulebook-adopted') ?? nothing).version as string | undefined) ?? null,
    calendar: (told(newest(entries, 'calendar-adopted') ?? nothing).version as string | undefined) ?? null,
    readings: readingsIn(entries),
    ladders: named('house-ladder-chosen', ['change', 'renewal'], 'offsets'),
    retention: named('retention-period-chosen', ['mails', 'people'], 'days'),
  };
}

const nothing: PlainEntry = { seq: 0, recordedAt: '', validOn: '', type: '', v: 1, data: {} };

/** The moment asked about: the end of the day, or the known one where that is on it. */
function momentOf(validOn: string, knownOn: string): string {
  const end = `${validOn}T15:59:59.999Z`;
  return knownOn > `${addDays(validOn, -1)}T15:59:59.999Z` && knownOn < end ? knownOn : end;
}

/** What two persons settled of each rule and scope; null opens it again. */
function readingsIn(entries: readonly PlainEntry[]): object[] {
  const confirmed = entries.flatMap((entry) => {
    if (entry.type !== 'reading-confirmed') return [];
    const proposed = newest(entries.slice(0, entries.indexOf(entry)), 'reading-proposed', {
      readingId: told(entry).readingId,
    });
    if (!proposed) return [];
    const { rule, reading, scope: where } = told(proposed);
    return [{ rule, reading, scope: where, houseSeq: entry.seq }];
  });
  const place = ({ rule, scope: where }: (typeof confirmed)[number]): string => JSON.stringify([rule, where]);
  return confirmed.filter(
    (each, i) => each.reading !== null && !confirmed.slice(i + 1).some((later) => place(later) === place(each)),
  );
}

interface Access {
  kind: string;
  id: string;
  roles: string[];
  actions: null;
  scope: { companies: string[]; licenses: string[] } | null;
  period: null;
}

/** Who might do something, person by person and program by program. */
export function accessIn(entries: readonly PlainEntry[], { now, today }: { now: string; today: string }): Access[] {
  const held = entries.filter((entry) => {
    if (entry.type !== 'token-issued' || entry.recordedAt > now) return false;
    const { expiresAt, tokenId: id } = told(entry);
    const ended = expiresAt !== null && (expiresAt as string) <= now;
    return !ended && !after(newest(entries, 'token-revoked', { tokenId: id }), entry);
  });
  const named = entries.flatMap(({ data }) => {
    const { personId: id, bearer: who } = data as { personId?: string; bearer?: { kind: string; id: string } };
    return [...(id === undefined ? [] : [id]), ...(who?.kind === 'person' ? [who.id] : [])];
  });
  const persons = [...new Set(named)].sort().flatMap((id): Access[] => {
    const limits = told(newest(entries, 'access-limited', { personId: id }) ?? nothing);
    const gone = after(
      newest(entries, 'person-left', { personId: id }),
      newest(entries, 'person-returned', { personId: id }),
    );
    const over = typeof limits.lastDay === 'string' && limits.lastDay < today;
    const own = everyRole.filter((each) => hasRole(entries, held, id, each)).sort();
    if (gone || over || own.length === 0) return [];
    const where = (limits.scope ?? null) as Access['scope'];
    return [{ kind: 'person', id, roles: own, actions: null, scope: where, period: null }];
  });
  const programs = held.flatMap((entry): Access[] => {
    const { bearer: who, roles: given } = told(entry) as { bearer: { kind: string; id: string }; roles: string[] };
    return who.kind === 'integration'
      ? [{ kind: 'integration', id: who.id, roles: given, actions: null, scope: null, period: null }]
      : [];
  });
  return [...persons, ...programs];
}

/** By a grant that was not taken back, or by an old token whose role nobody took from the person. */
function hasRole(entries: readonly PlainEntry[], held: readonly PlainEntry[], id: string, each: string): boolean {
  const given = newest(entries, 'role-given', { personId: id, role: each });
  const taken = newest(entries, 'role-taken', { personId: id, role: each });
  if (given || taken) if (!after(taken, given)) return true;
  if (taken && after(taken, given)) return false;
  return held.some((entry) => {
    const { bearer: who, roles: own } = told(entry) as { bearer: { kind: string; id: string }; roles: string[] };
    return entry.v === 1 && who.kind === 'person' && who.id === id && own.includes(each);
  });
}
