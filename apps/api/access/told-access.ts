import type { RecordedBundle } from '../../../libs/audit-bundle/index.js';
import type { Actor, TextRef } from '../../../libs/domain/index.js';
import type { AccessEntry } from '../../../libs/persistence/index.js';
import type { Bilingual } from '../../../libs/rulebook/index.js';
import type { RecordedQuestion } from '../as-of/asked-questions.js';
import type { RecordedDenial } from './access-records.js';
import { accessWords } from './access-words.js';
import type { RecordedRead } from './sensitive-reads.js';

/** An entry of the access record as people read it; `who` is null for strangers, and where nobody knows. */
export interface ToldAccess extends Record<string, unknown> {
  day: string;
  seq: number;
  recordedAt: string;
  kind: string;
  who: Actor | null;
  words: Bilingual | null;
}

/** Of types of a newer release only that something is there. */
export function toldAccess(entry: AccessEntry): ToldAccess {
  const { day, seq, recordedAt } = entry;
  const { kind, who, ...details } = read(entry);
  return { day, seq, recordedAt, kind, who, words: accessWords(entry), ...details };
}

type Told = { kind: string; who: Actor | null } & Record<string, unknown>;

/** What entries from before 0.5.0 lack. */
const unsaid: { reason: TextRef | null; people: string[] } = { reason: null, people: [] };
const unsearched: Pick<RecordedQuestion, 'search'> = { search: null };
const unproven: Pick<RecordedBundle, 'claimed' | 'account'> = { claimed: null, account: null };

function read({ type, actor, data }: AccessEntry): Told {
  const who = actor as Actor;
  switch (type) {
    case 'access-denied':
      return { kind: 'denied', ...(data as unknown as RecordedDenial) };
    case 'licenses-exported':
      return { kind: 'exported', who, ...unsaid, ...data };
    case 'papers-read':
      return { kind: 'read', ...unsaid, ...(data as unknown as RecordedRead) };
    case 'as-of-asked':
      return { kind: 'asked', who, ...unsearched, ...unsaid, ...(data as unknown as RecordedQuestion) };
    case 'audit-bundle-exported':
      return { kind: 'audit-bundle', who, ...unproven, ...(data as unknown as RecordedBundle) };
    case 'personal-data-exported':
      return { kind: 'personal-data', who, reason: null, ...data };
    case 'calendar-fetched':
      return { kind: 'calendar', ...data, who: null };
    default:
      return { kind: type, who };
  }
}
