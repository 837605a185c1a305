import { daysBetween, shanghaiDay } from '../calendar/index.js';
import type { Envelope } from '../ledger/envelope.js';
import type { Bilingual } from '../rulebook/index.js';

/** An entry as people read it. */
export interface ToldEntry extends Omit<Envelope, 'stream'> {
  words: Bilingual | null;
  /** Days from the day on which it was true to that of its entry. */
  daysLate: number;
}

/** @param tell words for its type */
export function toldEntry(
  { stream: _, ...entry }: Envelope,
  tell: (entry: Pick<Envelope, 'type' | 'v' | 'data'>) => Bilingual | null,
): ToldEntry {
  const daysLate = Math.max(0, daysBetween(entry.validOn, shanghaiDay(entry.recordedAt)));
  return { ...entry, words: tell(entry), daysLate };
}
