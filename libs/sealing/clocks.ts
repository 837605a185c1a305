import type { ClockFinding, UnsealedEntry } from '../persistence/index.js';

/** More than this between a license's time and the database's clock is not the way of an entry. */
const apartMs = 60_000;

/**
 * Clocks that jumped, one finding of a kind per stream: entries recorded far from when they were stored (unless the
 * license's time is skipped), stored before their predecessor, or stored after `sealedAt`. `rows` are of one stream.
 */
export function clockFindings(
  rows: readonly UnsealedEntry[],
  { sealedAt, simulated }: { sealedAt: string; simulated: boolean },
): ClockFinding[] {
  const found = new Map<ClockFinding['kind'], ClockFinding>();
  const note = (kind: ClockFinding['kind'], { stream, seq }: UnsealedEntry, milliseconds: number) => {
    if (!found.has(kind)) found.set(kind, { kind, stream, seq, seconds: Math.round(milliseconds / 1000) });
  };
  for (const [index, row] of rows.entries()) {
    const stored = Date.parse(row.storedAt);
    const before = rows[index - 1];
    const apart = Date.parse(row.recordedAt) - stored;
    if (!simulated && Math.abs(apart) > apartMs) note('recorded-apart', row, apart);
    if (before && row.storedAt < before.storedAt) note('stored-back', row, stored - Date.parse(before.storedAt));
    if (row.storedAt > sealedAt) note('sealed-back', row, Date.parse(sealedAt) - stored);
  }
  return [...found.values()];
}
