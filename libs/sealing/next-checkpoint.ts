import type { EntityManager } from 'typeorm';
import { bucketOf, edgeOf, headsTilesOf, type SigningKey } from '../checkpoints/index.js';
import {
  CheckpointRepository,
  type ClockFinding,
  type NotedStream,
  SealingRepository,
  type UnsealedEntry,
} from '../persistence/index.js';
import { clockFindings } from './clocks.js';
import { type Break, type Followed, followed } from './followed.js';
import { type NewLog, type Sealed, sealBatch } from './seal-batch.js';
import { usualPace } from './when.js';

export interface NextCheckpoint {
  /** Null where there was nothing that could be sealed. */
  number: number | null;
  size: number;
  /** Streams that do not go on from what is sealed of them: they are left out. */
  breaks: Break[];
}

/** How often one checkpoint looks past streams that are broken. */
const looksAtOnce = 10;

/**
 * Makes the next checkpoint of what was appended, in the caller's transaction.
 * @param begins where a log begins with it in the place of another one
 * @throws SealRefused
 */
export async function nextCheckpoint(
  manager: EntityManager,
  last: Sealed | null,
  keys: readonly [SigningKey, ...SigningKey[]],
  most = usualPace.most,
  begins: NewLog | null = null,
): Promise<NextCheckpoint> {
  const sealing = new SealingRepository(manager);
  const { whole, breaks, rows, noteIds } = await lookedPastBreaks(sealing, most);
  const size = last?.checkpoint.size ?? 0;
  if (whole.length === 0) {
    await sealing.done(noteIds);
    return { number: null, size, breaks };
  }
  const checkpoints = new CheckpointRepository(manager);
  const buckets = [...new Set(whole.map(({ stream }) => bucketOf(stream)))];
  const sealedAt = await sealing.clock();
  const { record: _, ...grown } = sealBatch({
    last,
    origin: begins?.origin ?? last?.checkpoint.origin ?? originOf(keys[0]),
    keys: begins?.keys ?? signing(keys, last),
    sealedAt,
    streams: whole,
    heads: await checkpoints.headsIn(buckets),
    logTiles: await checkpoints.logTiles(edgeOf(size)),
    headsTiles: await checkpoints.headsTiles(headsTilesOf(buckets)),
    begins,
  });
  const findings = await clocksOf(sealing, rows, sealedAt);
  await sealing.keep({ ...grown, findings, noteIds });
  return { number: grown.number, size: grown.size, breaks };
}

/** The name of the log that a key begins; it keeps it when its key is exchanged. */
export const originOf = (key: SigningKey): string => `paizhao/${key.as('paizhao').fingerprint.slice(0, 32)}`;

/** A new key is announced by both. */
function signing(
  keys: readonly [SigningKey, ...SigningKey[]],
  last: Sealed | null,
): readonly [SigningKey, ...SigningKey[]] {
  const [current] = keys;
  if (!last || last.seal.key.publicKey.equals(current.publicKey)) return [current];
  return [current, ...keys.filter(({ publicKey }) => publicKey.equals(last.seal.key.publicKey))];
}

/** Looks again without the streams that are broken, so that their notes do not stand before those of the others. */
async function lookedPastBreaks(sealing: SealingRepository, most: number) {
  const breaks: Break[] = [];
  const broken = new Map<string, UnsealedEntry[]>();
  for (let look = 1; ; look += 1) {
    const without = breaks.map(({ stream }) => stream);
    const found = await looked(sealing, await sealing.noted(most, without), most);
    for (const { stream } of found.breaks) broken.set(stream, found.rows.get(stream) ?? []);
    breaks.push(...found.breaks);
    if (found.breaks.length === 0 || look === looksAtOnce)
      return { ...found, breaks, rows: new Map([...broken, ...found.rows]) };
  }
}

/** The streams as far as they follow what is sealed, with all the rows that were read. */
async function looked(sealing: SealingRepository, noted: readonly NotedStream[], most: number) {
  const heads = new Map((await sealing.heads(noted.map(({ stream }) => stream))).map((head) => [head.stream, head]));
  const chosen: (NotedStream & { after: number })[] = [];
  let entries = 0;
  for (const each of noted) {
    if (entries >= most) break;
    const after = Math.min(heads.get(each.stream)?.seq ?? 0, each.upto);
    // What a long stream has beyond that follows: its notes are kept until then.
    const isLong = each.upto > after + most;
    chosen.push({ ...each, after, ...(isLong && { upto: after + most, ids: [] }) });
    entries += Math.min(each.upto - after, most);
  }
  const rows = byStream(await sealing.entries(chosen));
  const whole: Followed[] = [];
  const breaks: Break[] = [];
  const noteIds: string[] = [];
  for (const { stream, upto, ids } of chosen) {
    const head = heads.get(stream) ?? null;
    if (head && head.seq >= upto) {
      noteIds.push(...ids);
      continue;
    }
    const result = followed(stream, head, upto, rows.get(stream) ?? []);
    if ('kind' in result) breaks.push(result);
    else {
      whole.push(result);
      noteIds.push(...ids);
    }
  }
  return { whole, breaks, rows, noteIds };
}

function byStream(rows: readonly UnsealedEntry[]): Map<string, UnsealedEntry[]> {
  const grouped = new Map<string, UnsealedEntry[]>();
  for (const row of rows) {
    const known = grouped.get(row.stream);
    if (known) known.push(row);
    else grouped.set(row.stream, [row]);
  }
  return grouped;
}

async function clocksOf(
  sealing: SealingRepository,
  rows: ReadonlyMap<string, UnsealedEntry[]>,
  sealedAt: string,
): Promise<ClockFinding[]> {
  const licenseOf = (stream: string) => /^(?:license|delivery)\/([0-9a-f-]{36})$/.exec(stream)?.[1];
  const ids = [...rows.keys()].map(licenseOf).filter((id) => id !== undefined);
  const simulated = new Set(await sealing.simulated([...new Set(ids)]));
  return [...rows].flatMap(([stream, entries]) =>
    clockFindings(entries, { sealedAt, simulated: simulated.has(licenseOf(stream) ?? '') }),
  );
}
