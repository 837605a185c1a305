import type { ObligationKind } from '../domain/index.js';
import type { Language, LegalBasis } from './content.js';
import type { Words } from './words/words.js';

export interface Fact {
  label: string;
  value: string;
}

/** The dates of an obligation, civil days in Asia/Shanghai. */
export interface ObligationDates {
  kind: ObligationKind;
  date: string | null;
  safeDay: string | null;
  cureEnd: string | null;
}

/** What must stop at once has no day by which: its date is that of the beginning. */
export const isAlarm = (kind: ObligationKind): boolean => kind === 'operating-without-permit';

const spans: readonly ObligationKind[] = [
  'termination-notice',
  'false-material-bar',
  'fraud-bar',
  'bad-list-exit',
  'dishonest-list-exit',
];

/** What runs until a day, and is nobody's duty by it. */
export const isSpan = (kind: ObligationKind): boolean => spans.includes(kind);

/** The day to heed first, then those behind it. */
export function datesOf({ kind, date, safeDay, cureEnd }: ObligationDates, say: Words): Fact[] {
  const { labels } = say;
  return facts([
    [labels.safeDay, isAlarm(kind) ? null : safeDay],
    [labels[dateLabel(kind, date, safeDay)], date ?? say.noDate],
    [labels.cureEnd, cureEnd],
  ]);
}

function dateLabel(kind: ObligationKind, date: string | null, safeDay: string | null): keyof Words['labels'] {
  if (isAlarm(kind)) return 'withoutRightSince';
  if (isSpan(kind) && date !== null) return 'spanEnd';
  return safeDay === null && date !== null ? 'authorityDate' : 'legalDate';
}

export function basisOf(basis: LegalBasis | null, language: Language, say: Words): string | null {
  if (basis === null) return null;
  const { source, article, confidence, wording } = basis;
  return say.basis(source[language], article, say.confidence[confidence], wording[language]);
}

/** Those that have a value. */
export const facts = (given: [label: string, value: string | null][]): Fact[] =>
  given.flatMap(([label, value]) => (value ? [{ label, value }] : []));
