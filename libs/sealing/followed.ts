import type { StoredHead, UnsealedEntry } from '../persistence/index.js';

/** Entries that go on from what is sealed of their stream. */
export interface Followed {
  stream: string;
  after: number;
  entries: UnsealedEntry[];
  /** The newest of them. */
  head: { seq: number; hash: Buffer };
}

export type BreakKind = 'missing' | 'changed' | 'changed-since-sealed' | 'broken-link';

/** The entry at which a stream does not go on from what is sealed of it. */
export interface Break {
  stream: string;
  seq: number;
  kind: BreakKind;
}

const genesis = Buffer.alloc(32);

/**
 * Whether rows of a stream, from its sealed entry (`head`, null for none) up to `upto`, follow one another. The sealed
 * entry itself comes first among them.
 */
export function followed(
  stream: string,
  head: Pick<StoredHead, 'seq' | 'hash'> | null,
  upto: number,
  rows: readonly UnsealedEntry[],
): Followed | Break {
  const after = head?.seq ?? 0;
  const [sealed, entries] = head
    ? [rows.find(({ seq }) => seq === after), rows.filter(({ seq }) => seq > after)]
    : [null, rows];
  if (sealed === undefined) return { stream, seq: after, kind: 'missing' };
  if (sealed && !(sealed.sound && head?.hash.equals(sealed.hash)))
    return { stream, seq: after, kind: 'changed-since-sealed' };
  let last = { seq: after, hash: head?.hash ?? genesis };
  for (const { seq, prev, hash, sound } of entries) {
    if (seq !== last.seq + 1) return { stream, seq: last.seq + 1, kind: 'missing' };
    if (!sound) return { stream, seq, kind: 'changed' };
    if (!prev.equals(last.hash)) return { stream, seq, kind: 'broken-link' };
    last = { seq, hash };
  }
  if (last.seq < upto) return { stream, seq: last.seq + 1, kind: 'missing' };
  return { stream, after, entries: [...entries], head: last };
}
