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
  facts: readonly FactChange[];
  obligations: readonly ObligationChange[];
}

/** A value of null: there is none. */
export interface FactChange {
  member: string;
  from: unknown;
  to: unknown;
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
    ...entriesBetween(before?.past.entries ?? [], after.past.entries),
    facts: membersBetween(before && factsOf(before), factsOf(after)),
    obligations: obligationsBetween(before?.agenda ?? [], after.agenda),
  };
}

/** Entries of one stream that count in the later picture alone, and in the earlier one alone. */
export function entriesBetween<E extends { seq: number }>(
  before: readonly E[],
  after: readonly E[],
): { came: E[]; went: E[] } {
  return { came: without(after, before), went: without(before, after) };
}

function without<E extends { seq: number }>(entries: readonly E[], others: readonly E[]): E[] {
  const there = new Set(others.map(({ seq }) => seq));
  return entries.filter(({ seq }) => !there.has(seq));
}

/** Members that are not as they were. @param before null where there was nothing yet */
export function membersBetween(before: object | null, after: object): FactChange[] {
  const [from, to] = [before ?? {}, after] as Record<string, unknown>[];
  return [...new Set([...Object.keys({ ...to }), ...Object.keys({ ...from })])].flatMap((member) => {
    const [was, is] = [from?.[member] ?? null, to?.[member] ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ member, from: was, to: is }];
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
