import type { CivilDate } from '../calendar/index.js';
import type { LicenseAsOf, LicenseEntry } from './as-of.js';
import { licenseLine } from './license-line.js';
import type { Obligation } from './obligation.js';

/** A license as it was, with what was due on the day. */
export interface Standpoint {
  past: LicenseAsOf;
  agenda: readonly Obligation[];
  today: CivilDate;
}

/** What differs between two standpoints. */
export interface ChangesBetween {
  /** Entries that count in the later one alone; and in the earlier one alone, such as one whose day was corrected. */
  came: readonly LicenseEntry[];
  went: readonly LicenseEntry[];
  /** What a list would show, and the law: by the member's name. */
  facts: readonly { member: string; from: unknown; to: unknown }[];
  obligations: readonly ObligationChange[];
}

/** A date of null: none is known. */
export interface ObligationChange {
  obligationId: string;
  kind: string;
  change: 'opened' | 'ended' | 'moved';
  from: CivilDate | null;
  to: CivilDate | null;
}

/** @param before null where the license was not there yet */
export function changesBetween(before: Standpoint | null, after: Standpoint): ChangesBetween {
  return {
    came: without(after.past.entries, before?.past.entries ?? []),
    went: without(before?.past.entries ?? [], after.past.entries),
    facts: factsBetween(before, after),
    obligations: obligationsBetween(before?.agenda ?? [], after.agenda),
  };
}

function without(entries: readonly LicenseEntry[], others: readonly LicenseEntry[]): LicenseEntry[] {
  const there = new Set(others.map(({ seq }) => seq));
  return entries.filter(({ seq }) => !there.has(seq));
}

function factsBetween(before: Standpoint | null, after: Standpoint): ChangesBetween['facts'] {
  const [from, to] = [before && factsOf(before), factsOf(after)];
  return Object.entries(to).flatMap(([member, value]) => {
    const was = from?.[member] ?? null;
    return JSON.stringify(was) === JSON.stringify(value) ? [] : [{ member, from: was, to: value }];
  });
}

function factsOf({ past: { state }, agenda, today }: Standpoint): Record<string, unknown> {
  const { pins, readings, flags } = state;
  return { ...licenseLine(state, agenda, today), ...pins, readings, flags };
}

function obligationsBetween(before: readonly Obligation[], after: readonly Obligation[]): ObligationChange[] {
  const [were, are] = [byId(before), byId(after)];
  const opened = after.filter(({ id }) => !were.has(id)).map((each) => change('opened', each, null, dateOf(each)));
  const ended = before.filter(({ id }) => !are.has(id)).map((each) => change('ended', each, dateOf(each), null));
  const moved = after.flatMap((each) => {
    const was = were.get(each.id);
    return !was || dateOf(was) === dateOf(each) ? [] : [change('moved', each, dateOf(was), dateOf(each))];
  });
  return [...opened, ...moved, ...ended];
}

const byId = (obligations: readonly Obligation[]): Map<string, Obligation> =>
  new Map(obligations.map((each) => [each.id, each]));

const dateOf = ({ deadline }: Obligation): CivilDate | null => deadline?.date ?? null;

const change = (
  kind: ObligationChange['change'],
  obligation: Obligation,
  from: CivilDate | null,
  to: CivilDate | null,
): ObligationChange => ({ obligationId: obligation.id, kind: obligation.kind, change: kind, from, to });
