import {
  type Calendar,
  type CalendarTable,
  coverage,
  InvalidCalendarTableError,
  latestCalendar,
  latestTable,
  loadCalendar,
  publishedTables,
} from '../calendar/index.js';
import { knownPacks, type Law, latestPack, packById, publishedPacks, type SettledReadings } from '../rulebook/index.js';
import { Unavailable } from './errors.js';
import type { LicenseState, Pins } from './license.js';
import { proveMachines } from './machines.js';

/** What a new license pins where the house has adopted nothing else (see `pinsOfNew`). */
export const latestPins: Pins = { pack: latestPack.id, calendar: latestTable.id };

/** Laying a calendar out takes milliseconds, and every command asks for one. */
const laidOut = new Map<string, Calendar>();

/** What an installation brought, beside what ships. */
const brought: CalendarTable[] = [];

/** Every calendar that a license can pin here: those that ship, then those that the installation brought. */
export function knownTables(): readonly CalendarTable[] {
  return [...publishedTables, ...brought];
}

/**
 * Brings a calendar that does not ship, when a program starts.
 * @throws InvalidCalendarTableError where its id is another's already, or its days contradict each other
 */
export function bringCalendar(table: CalendarTable): void {
  if (knownTables().some(({ id }) => id === table.id)) {
    throw new InvalidCalendarTableError(table.id, 'id', 'is here already');
  }
  laidOut.set(table.id, loadCalendar(table));
  brought.push(table);
}

/**
 * What a new license pins where the house has adopted other versions for those that are open: a pack that ships with
 * no release, and a calendar that reaches further than the newest one that ships. What is not here is passed over.
 */
export function pinsOfNew(adopted: readonly string[]): Pins {
  const isPublished = (id: string) => publishedPacks.some((pack) => pack.id === id);
  const { packs, calendars } = loadedLaw();
  const pack = adopted.find((id) => packs.includes(id) && !isPublished(id)) ?? latestPins.pack;
  const reach = (id: string) => coverage(calendarById(id)).to;
  const calendar = adopted.find((id) => calendars.includes(id) && reach(id) > reach(latestPins.calendar));
  return { pack, calendar: calendar ?? latestPins.calendar };
}

/** One law for the same pins and readings, so that what is remembered of it is found again. */
const laws = new Map<string, Law>();

/** More than any house settles differently at a time; whoever is left out only starts anew. */
const mostLaws = 200;

/**
 * The law by which a license's dates are computed: its versions, and what the house has settled for it.
 * @throws `unknown-rule-pack`, `unknown-calendar` (unavailable)
 */
export function lawOf(pins: Pins, readings: SettledReadings = {}): Law {
  const key = JSON.stringify([pins.pack, pins.calendar, readings]);
  const known = laws.get(key);
  if (known) return known;
  const law = Object.freeze({ pack: packById(pins.pack), calendar: calendarById(pins.calendar), readings });
  if (laws.size >= mostLaws) laws.clear();
  laws.set(key, law);
  return law;
}

/** The law of a license as it stands. */
export function lawOfLicense({ pins, readings }: Pick<LicenseState, 'pins' | 'readings'>): Law {
  return lawOf(pins, readings);
}

function calendarById(id: string): Calendar {
  const known = laidOut.get(id);
  if (known) return known;
  const table = knownTables().find((candidate) => candidate.id === id);
  if (!table) {
    throw new Unavailable('unknown-calendar', `calendar ${id} is not here`, {
      calendar: id,
      remedy: 'Start a version of Paizhao that has this calendar.',
    });
  }
  const calendar = table === latestTable ? latestCalendar() : loadCalendar(table);
  laidOut.set(id, calendar);
  return calendar;
}

/**
 * Checks all that a program works with, before it does: the state machines, every pack with its examples, every
 * calendar. @throws the first fault: a program must not start on law that is wrong
 */
export function proveCore(): void {
  proveMachines();
  for (const { id } of knownPacks()) packById(id);
  for (const { id } of knownTables()) calendarById(id);
}

/**
 * The ids of all packs and calendars that a license can pin here. A pack that neither routes nor reminds, such as that
 * of the measures of 2009, answers questions about the past and carries no license.
 */
export function loadedLaw(): { packs: string[]; calendars: string[] } {
  const carrying = knownPacks().filter(({ routing, ladders }) => routing.length > 0 && ladders.length > 0);
  return { packs: carrying.map(({ id }) => id), calendars: knownTables().map(({ id }) => id) };
}
