import type { CivilDate } from '../calendar/index.js';
import type { AsOf } from './as-of.js';
import { entriesBetween, type FactChange, membersBetween } from './as-of-changes.js';
import { type CompanyFacts, type CreditFlag, markedFacts } from './company.js';

/** An entry of a stream whose types are not a license's. */
export interface PlainEntry {
  seq: number;
  recordedAt: string;
  validOn: CivilDate;
  type: string;
  v: number;
  data: unknown;
}

export interface CompanyAsOf<E extends PlainEntry> {
  facts: CompanyFacts;
  /** The entries that count, in their order. */
  entries: readonly E[];
}

/** What a company's entries say of a day, as known at an instant. Null where it was not registered. */
export function companyAsOf<E extends PlainEntry>(
  stream: readonly E[],
  { validOn, knownOn }: AsOf,
): CompanyAsOf<E> | null {
  const entries = stream.filter((entry) => entry.recordedAt <= knownOn && entry.validOn <= validOn);
  const facts = entries.reduce<CompanyFacts | null>(factsAfter, null);
  return facts && { facts, entries };
}

/** @param before null where the company was not registered yet */
export function companyChangesBetween<E extends PlainEntry>(
  before: CompanyAsOf<E> | null,
  after: CompanyAsOf<E>,
): { came: E[]; went: E[]; facts: FactChange[] } {
  return {
    ...entriesBetween(before?.entries ?? [], after.entries),
    facts: membersBetween(before?.facts ?? null, after.facts),
  };
}

/** An entry of a type that this code does not know changes nothing. */
function factsAfter(facts: CompanyFacts | null, { type, data, validOn }: PlainEntry): CompanyFacts | null {
  const told = data as { facts: Partial<CompanyFacts>; flag: CreditFlag };
  if (type === 'company-registered') return told.facts as CompanyFacts;
  if (facts === null) return null;
  switch (type) {
    case 'company-fact-recorded':
      return { ...facts, ...told.facts };
    case 'company-flag-listed':
    case 'company-flag-cleared':
      return { ...facts, ...markedFacts(facts, told.flag, type === 'company-flag-listed', validOn) };
    default:
      return facts;
  }
}
