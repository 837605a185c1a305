import type { AuditedEntry, AuditedState } from '../audit-report/content.js';
import { type CivilDate, shanghaiDay } from '../calendar/index.js';
import {
  type LicenseEntry,
  type LicenseState,
  lawOfLicense,
  licenseAsOf,
  licensedFor,
  licenseStatus,
  type Permit,
  type PermitTerm,
  type TextRef,
  upcast,
} from '../domain/index.js';
import { inWords, toldEntry } from '../history/index.js';
import type { Envelope } from '../ledger/envelope.js';
import {
  type Explanation,
  explain,
  type Law,
  lawOfPermit,
  RuleNotInForceError,
  validityDeadline,
} from '../rulebook/index.js';
import { type Days, within } from './days.js';

/** The license on a day, as known when the bundle was made; null where nothing of it was true yet. */
export function stateOn(
  licenseId: string,
  entries: readonly LicenseEntry[],
  on: CivilDate,
  knownOn: string,
): AuditedState | null {
  const past = licenseAsOf(licenseId, entries, { validOn: on, knownOn });
  return past && toldState(past.state, on);
}

function toldState(state: LicenseState, on: CivilDate): AuditedState {
  const { permit, authority, office, people, filings, pins } = state;
  return {
    on,
    status: licenseStatus(state, on),
    permit: permit && toldPermit(permit, on, lawOfLicense(state)),
    ...licensedFor(state),
    authority,
    office,
    people,
    filings: Object.values(filings).map(({ id, kind, status, openedOn }) => ({ id, kind, status, openedOn })),
    pins,
  };
}

function toldPermit(
  { number, status, grantedOn, terms, services }: Permit,
  on: CivilDate,
  law: Law,
): AuditedState['permit'] {
  const term = terms.findLast(({ validFrom }) => validFrom <= on) ?? terms.at(-1);
  return {
    number,
    status,
    grantedOn,
    validFrom: term?.validFrom ?? '',
    lastDay: term?.lastDay ?? '',
    printedLastDay: term?.printedLastDay ?? null,
    validity: term ? validityOf(term, law) : null,
    provisional: term?.provisional ?? false,
    services: Object.entries(services)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([serviceType, service]) => ({ serviceType, status: service.status, openedOn: service.openedOn })),
  };
}

/** Null for a term that began under measures of which no pack knows. */
function validityOf({ validFrom, lastDay }: PermitTerm, pinned: Law): Explanation | null {
  const law = lawOfPermit(pinned, validFrom, lastDay);
  const about = { zh: '许可证有效期', en: 'the end of validity' };
  try {
    return explain(law, { subject: 'validity', about, duty: 'company' }, validityDeadline(law, validFrom));
  } catch (error) {
    if (error instanceof RuleNotInForceError) return null;
    throw error;
  }
}

/** Entries that came on record on a day that is covered, or are true on one, in words. */
export function historyOf(
  entries: readonly (LicenseEntry & Envelope)[],
  days: Days,
  packId: string | null,
): AuditedEntry[] {
  const corrections = correctionsIn(entries);
  return entries.flatMap((entry) => {
    const recordedInPeriod = within(days, shanghaiDay(entry.recordedAt));
    if (!recordedInPeriod && !within(days, entry.validOn)) return [];
    const { words, daysLate } = toldEntry(entry, (each) => inWords(each, packId));
    const { seq, type, validOn, recordedAt, actor } = entry;
    const reason = reasonOf(entry)?.ref ?? null;
    const correctedBy = corrections.get(seq) ?? [];
    return [{ seq, type, validOn, recordedAt, actor, words, daysLate, recordedInPeriod, reason, correctedBy }];
  });
}

function correctionsIn(entries: readonly LicenseEntry[]): ReadonlyMap<number, number[]> {
  const corrections = new Map<number, number[]>();
  for (const entry of entries) {
    const present = upcast(entry) ?? entry;
    if (present.type !== 'entry-corrected') continue;
    corrections.set(present.data.seq, [...(corrections.get(present.data.seq) ?? []), entry.seq]);
  }
  return corrections;
}

/** Why, where the entry says so: a text that stands elsewhere. */
export function reasonOf({ data }: Pick<Envelope, 'data'>): TextRef | null {
  const { ref, commitment } = Object(Object(data).reason) as Partial<TextRef>;
  return typeof ref === 'string' && typeof commitment === 'string' ? { ref, commitment } : null;
}
