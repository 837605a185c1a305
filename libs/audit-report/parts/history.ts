import { shanghaiDay } from '../../calendar/index.js';
import type { Block, Cell, Line } from '../blocks.js';
import type { AuditedEntry } from '../content.js';
import { beijingTime, type Telling } from '../telling.js';

/** What happened, day by day. */
export function* history(telling: Telling): Iterable<Block> {
  const { content, say } = telling;
  const { heading, order, table } = say.history;
  const entries = [...content.history].sort(
    (one, other) => compared(one.validOn, other.validOn) || one.seq - other.seq,
  );
  yield { heading, level: 2 };
  if (entries.length > 0) yield { text: order };
  yield {
    caption: table.caption,
    columns: [
      { title: table.columns.day, share: 1.7 },
      { title: table.columns.entry, share: 0.9 },
      { title: table.columns.what, share: 6 },
      { title: table.columns.recorded, share: 1.8 },
      { title: table.columns.who, share: 2.2 },
    ],
    rows: rowsOf(entries, telling),
    none: table.none,
  };
}

const compared = (one: string, other: string): number => Number(one > other) - Number(one < other);

function* rowsOf(entries: readonly AuditedEntry[], telling: Telling): Iterable<Cell[]> {
  for (const entry of entries) {
    const { validOn, seq, recordedAt, actor } = entry;
    yield [validOn, String(seq), whatOf(entry, telling), beijingTime(recordedAt), telling.people.actor(actor)];
  }
}

function whatOf(entry: AuditedEntry, telling: Telling): Line[] {
  const { history: words } = telling.say;
  return [
    { text: entry.words?.[telling.language] ?? words.unknown(entry.type) },
    ...reasonOf(entry, telling),
    ...marksOf(entry, telling).map((text): Line => ({ text, as: 'mark' })),
  ];
}

function reasonOf({ reason }: AuditedEntry, { content: { texts }, say }: Telling): Line[] {
  if (reason === null) return [];
  const text = Object.hasOwn(texts, reason) ? texts[reason] : undefined;
  return [text === undefined ? { text: say.history.reasonElsewhere, as: 'faint' } : { text: say.history.reason(text) }];
}

/** What an auditor must not overlook. */
function marksOf(entry: AuditedEntry, { content: { period }, say: { history: words } }: Telling): string[] {
  const outside = shanghaiDay(entry.recordedAt) < period.from ? words.recordedBefore : words.recordedAfter;
  return [
    ...(entry.daysLate > 0 ? [words.enteredLate(entry.daysLate)] : []),
    ...(entry.recordedInPeriod ? [] : [outside]),
    ...(entry.correctedBy.length > 0 ? [words.corrected(entry.correctedBy)] : []),
  ];
}
