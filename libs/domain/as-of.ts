import type { CivilDate } from '../calendar/index.js';
import { minDate } from '../calendar/index.js';
import { isPeriod } from './corrected-value.js';
import type { RecordedEvent, RecordedOf } from './events.js';
import { fold } from './evolve.js';
import type { LicenseState } from './license.js';
import { isDated, isPaper, paperEntries } from './papers.js';
import { upcast } from './upcast.js';

/** The two times of a question about the past. */
export interface AsOf {
  /** Civil day in Asia/Shanghai: what was true on it. */
  validOn: CivilDate;
  /** UTC instant: what was on record by then. */
  knownOn: string;
}

/** An entry of a license's stream, with the command that put it there. */
export type LicenseEntry = RecordedEvent & { commandId: string };

/** A license as it was on a day, as far as that was known at another time. */
export interface LicenseAsOf {
  state: LicenseState;
  /** The entries that count, in their order. */
  entries: readonly LicenseEntry[];
  /** Of these, the ones that hold only together with a later one, and so change nothing. */
  unfit: readonly number[];
}

/**
 * What a license's entries say of a day, as known at an instant: folded by the same `evolve` as the present state, in
 * the same order, so that asked about today it is the present state. Null where nothing of it counts.
 *
 * An entry counts when it was recorded by `knownOn` and is true on a day up to `validOn`. One that takes back or corrects
 * another counts wherever that one does, whatever its own day; a corrected day is the entry's day from the moment on at
 * which the correction was known; and what an entry about a filing rests on counts with it.
 * @param entries of its stream, in order, from the first one on
 */
export function licenseAsOf(
  licenseId: string,
  entries: readonly LicenseEntry[],
  { validOn, knownOn }: AsOf,
): LicenseAsOf | null {
  const known = entries.filter(({ recordedAt }) => recordedAt <= knownOn);
  const count = counting(known, validOn);
  const grounds = new Set<number>();
  for (;;) {
    const counted = count(grounds);
    const state = fold(licenseId, counted);
    if (!state) return null;
    const unfit = unfitIn(licenseId, state, known);
    const missing = unfit.flatMap((seq) => groundsOf(seq, known)).filter((seq) => !grounds.has(seq));
    if (missing.length === 0) return { state, entries: counted, unfit };
    for (const seq of missing) grounds.add(seq);
  }
}

/** Which entries count; and with them those that others rest on, whatever their own day. */
function counting(
  known: readonly LicenseEntry[],
  validOn: CivilDate,
): (grounds: ReadonlySet<number>) => LicenseEntry[] {
  const present = known.map((entry) => upcast(entry) ?? entry);
  const days = daysOf(present);
  const targets = targetsOf(present);
  return (grounds) => {
    const counted = new Set<number>();
    for (const { seq, type, validOn: day } of known) {
      const target = targets.get(seq);
      const holds = target === undefined ? (days.get(seq) ?? day) <= validOn : counted.has(target);
      // That time was skipped is true of the record, not of a day.
      if (holds || grounds.has(seq) || type === 'simulation-marked') counted.add(seq);
    }
    return known.filter(({ seq }) => counted.has(seq));
  };
}

/** Entries that change nothing here, and did when they came on record. */
function unfitIn(licenseId: string, { unknownEvents }: LicenseState, known: readonly LicenseEntry[]): number[] {
  if (unknownEvents.length === 0) return [];
  const always = new Set(fold(licenseId, known)?.unknownEvents);
  return unknownEvents.filter((seq) => !always.has(seq));
}

/**
 * What came on record before an entry, about the same filing: a grant of the 3rd is there on the 3rd, though the silence
 * by which the filing counts as accepted was over on the 5th only.
 */
function groundsOf(seq: number, known: readonly LicenseEntry[]): number[] {
  const filingOf = ({ data }: LicenseEntry): string | undefined => (data as { filingId?: string }).filingId;
  const entry = known.find((each) => each.seq === seq);
  const filingId = entry && filingOf(entry);
  if (filingId === undefined) return [];
  return known.filter((each) => each.seq < seq && filingOf(each) === filingId).map((each) => each.seq);
}

/** From which day on each entry is true, as far as all of these are known. */
function daysOf(known: readonly LicenseEntry[]): ReadonlyMap<number, CivilDate> {
  const days = new Map(known.map(({ seq, validOn }) => [seq, validOn]));
  for (const entry of known) {
    if (entry.type === 'permit-registered') heldSince(entry.data.permit.validFrom, entry, known, days);
    if (entry.type === 'operation-corrected' && entry.data.period !== null) {
      const started = startOf(entry, known);
      if (started !== undefined) days.set(started, entry.data.period.startedOn);
    }
    if (entry.type !== 'entry-corrected') continue;
    const wrong = known.find(({ seq }) => seq === entry.data.seq);
    for (const { member, to } of entry.data.changes) {
      if (wrong?.type === 'operation-started' && isPeriod(to)) days.set(wrong.seq, to.startedOn);
      if (!wrong || typeof to !== 'string') continue;
      if (wrong.type === 'permit-registered' && member === paperEntries[wrong.type].day)
        heldSince(to, wrong, known, days);
      else if (tellsItsDay(wrong, member)) days.set(wrong.seq, to);
    }
  }
  return days;
}

/** A permit that was held before Paizhao knew of it, and its license, are there from the permit's first day on. */
function heldSince(
  firstDay: CivilDate,
  registered: LicenseEntry,
  known: readonly LicenseEntry[],
  days: Map<number, CivilDate>,
): void {
  for (const { seq, type, commandId, validOn } of known) {
    if (commandId !== registered.commandId || (type !== 'license-opened' && seq !== registered.seq)) continue;
    days.set(seq, minDate(validOn, firstDay));
  }
}

/** Whether a member of an entry's data, or `validOn`, is what says from which day on the entry is true. */
function tellsItsDay(entry: LicenseEntry, member: string): boolean {
  if (member === 'validOn') return true;
  if (isPaper(entry.type)) return isDated(entry.type) && paperEntries[entry.type].day === member;
  return (entry.data as unknown as Record<string, unknown>)[member] === entry.validOn;
}

/** For each entry that corrects another one or takes it back, or that came of a correction: that other one. */
function targetsOf(known: readonly LicenseEntry[]): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  const corrections = new Map<string, number>();
  for (const entry of known) {
    const act = `${entry.actor.kind}:${entry.actor.id}:${entry.commandId}`;
    if (entry.type === 'entry-corrected') corrections.set(act, entry.data.seq);
    const target = takenBackBy(entry, known) ?? corrections.get(act);
    if (target !== undefined) targets.set(entry.seq, target);
  }
  return targets;
}

function takenBackBy(entry: LicenseEntry, known: readonly LicenseEntry[]): number | undefined {
  switch (entry.type) {
    case 'deemed-acceptance-retracted':
    case 'deemed-renewal-retracted':
      return entry.data.deemedSeq;
    case 'permit-expiry-retracted':
      return known.findLast(({ seq, type }) => type === 'permit-expired' && seq < entry.seq)?.seq;
    case 'operation-corrected':
      return startOf(entry, known);
    default:
      return undefined;
  }
}

function startOf(
  { data: { operationId } }: RecordedOf<'operation-corrected'>,
  known: readonly LicenseEntry[],
): number | undefined {
  return known.find((entry) => entry.type === 'operation-started' && entry.data.operationId === operationId)?.seq;
}
