import { type CivilDate, formatInstant, instantAt, parseInstant, shanghaiDay } from '../calendar/index.js';
import { accessAsOf, type Granted } from './access-as-of.js';
import type { AsOf } from './as-of.js';
import { entriesBetween } from './as-of-changes.js';
import type { PlainEntry } from './company-as-of.js';
import type { ConfirmedReading, HouseScope } from './house.js';

/** What the house had decided: who may do what, which law it adopted, how unclear rules are read, and what it chose. */
export interface HouseAsOf<E extends PlainEntry> {
  access: readonly Granted[];
  /** Version that the house adopted; null while licenses take what the release brings. */
  rulebook: string | null;
  calendar: string | null;
  readings: readonly ConfirmedReading[];
  /** Days of reminding before the safe day, by the kind of obligation; those of the default are not there. */
  ladders: Readonly<Record<string, readonly number[]>>;
  /** Days of keeping, by kind, where the house chose some. */
  retention: Readonly<Record<string, number>>;
  /** The entries that count, in their order. */
  entries: readonly E[];
}

/** Something that the house decided differently: `of` says about whom or what; null: there is none. */
export interface HouseChange {
  member: 'access' | 'rulebook' | 'calendar' | 'reading' | 'ladder' | 'retention';
  of: object | null;
  from: unknown;
  to: unknown;
}

/** What the entries of the house's stream say of a day, as known at an instant. */
export function houseAsOf<E extends PlainEntry>(stream: readonly E[], { validOn, knownOn }: AsOf): HouseAsOf<E> {
  const entries = stream.filter((entry) => entry.recordedAt <= knownOn && entry.validOn <= validOn);
  const access = accessAsOf(entries, { now: momentOf(validOn, knownOn), today: validOn });
  const proposed = new Map<string, Omit<ConfirmedReading, 'houseSeq'>>();
  const readings = new Map<string, ConfirmedReading>();
  const chosen = { rulebook: null as string | null, calendar: null as string | null };
  const ladders = new Map<string, readonly number[]>();
  const retention = new Map<string, number>();
  for (const { seq, type, data } of entries) {
    const told = data as Told;
    switch (type) {
      case 'rulebook-adopted':
        chosen.rulebook = told.version;
        break;
      case 'calendar-adopted':
        chosen.calendar = told.version;
        break;
      case 'reading-proposed':
        proposed.set(told.readingId, { rule: told.rule, reading: told.reading, scope: told.scope });
        break;
      case 'reading-confirmed':
        settle(readings, proposed.get(told.readingId), seq);
        break;
      case 'house-ladder-chosen':
        if (told.offsets === null) ladders.delete(told.kind);
        else ladders.set(told.kind, told.offsets);
        break;
      case 'retention-period-chosen':
        retention.set(told.kind, told.days);
        break;
    }
  }
  return {
    ...{ access, ...chosen, readings: [...readings.values()] },
    ...{ ladders: sorted(ladders), retention: sorted(retention), entries },
  };
}

/** @returns entries that count in one alone, and what the house decided differently */
export function houseChangesBetween<E extends PlainEntry>(
  before: HouseAsOf<E>,
  after: HouseAsOf<E>,
): { came: E[]; went: E[]; decided: HouseChange[] } {
  const [were, are] = [decisionsOf(before), decisionsOf(after)];
  const decided = [...new Set([...are.keys(), ...were.keys()])].flatMap((key): HouseChange[] => {
    const [was, is] = [were.get(key), are.get(key)];
    const known = is ?? was;
    if (!known || JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
    return [{ member: known.member, of: known.of, from: was?.value ?? null, to: is?.value ?? null }];
  });
  return { ...entriesBetween(before.entries, after.entries), decided };
}

interface Told {
  version: string;
  readingId: string;
  rule: string;
  reading: string | null;
  scope: HouseScope;
  kind: string;
  offsets: readonly number[] | null;
  days: number;
}

/** What ends within a day has ended by its end, and by the moment that is known where that is on the same day. */
function momentOf(validOn: CivilDate, knownOn: string): string {
  if (shanghaiDay(knownOn) === validOn) return knownOn;
  return formatInstant(parseInstant(instantAt(validOn, '24:00')) - 1);
}

function settle(
  readings: Map<string, ConfirmedReading>,
  proposed: Omit<ConfirmedReading, 'houseSeq'> | undefined,
  houseSeq: number,
): void {
  if (!proposed) return;
  const place = JSON.stringify([proposed.rule, proposed.scope]);
  readings.delete(place);
  if (proposed.reading !== null) readings.set(place, { ...proposed, houseSeq });
}

const sorted = <V>(values: ReadonlyMap<string, V>): Record<string, V> =>
  Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));

interface Decision {
  member: HouseChange['member'];
  of: object | null;
  value: unknown;
}

function decisionsOf({ access, rulebook, calendar, readings, ladders, retention }: HouseAsOf<PlainEntry>) {
  const grants = new Map<string, Decision & { value: object[] }>();
  for (const { kind, id, ...granted } of access) {
    // A program may have several tokens.
    const of = { kind, id };
    const known = grants.get(JSON.stringify(of)) ?? { member: 'access', of, value: [] };
    grants.set(JSON.stringify(of), { ...known, value: [...known.value, granted] });
  }
  const decisions: Decision[] = [
    ...grants.values(),
    { member: 'rulebook', of: null, value: rulebook },
    { member: 'calendar', of: null, value: calendar },
    ...readings.map(
      ({ rule, scope, reading }): Decision => ({ member: 'reading', of: { rule, scope }, value: reading }),
    ),
    ...Object.entries(ladders).map(([kind, value]): Decision => ({ member: 'ladder', of: { kind }, value })),
    ...Object.entries(retention).map(([kind, value]): Decision => ({ member: 'retention', of: { kind }, value })),
  ];
  return new Map(decisions.map((each) => [JSON.stringify([each.member, each.of]), each]));
}
