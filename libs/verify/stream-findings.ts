import { bucketOf, isBucketText, rootByText, sealedUpTo } from '../checkpoints/index.js';
import {
  type Envelope,
  type ExportHeader,
  ExportWalk,
  type FindingKind,
  NotAnExport,
  type VerifiedExport,
} from '../ledger/index.js';
import type { BundleFinding, VerifiedStream } from './findings.js';
import { Lines, LineTooLong } from './lines.js';
import type { HashedParts } from './parts.js';
import type { BundledCheckpoint, BundledStream } from './proofs-file.js';

export interface CheckedStream {
  file: string;
  checked: VerifiedStream;
  findings: BundleFinding[];
  /** What the file says of itself; null where it is no export. */
  header: ExportHeader | null;
}

/** Of what of an entry the chain's finding speaks. */
const fields: Record<FindingKind, string> = {
  'changed-body': 'body',
  'broken-link': 'prev',
  gap: 'seq',
  reordered: 'seq',
  'foreign-row': 'stream',
  'not-canonical': 'body',
  'changed-copy': 'copy',
  'loose-line': 'line',
  'time-runs-back': 'recordedAt',
  'head-differs': 'head',
};

/** One stream of the bundle: its chain, and whether it ends where the newest checkpoint says, or later. */
export async function checkedStream(
  { stream, file, heads, siblings }: BundledStream,
  parts: HashedParts,
  newest: BundledCheckpoint | null,
  seen: (entry: Envelope) => void,
): Promise<CheckedStream> {
  const nothing = { stream, entries: 0, unanchored: 0 };
  if (!parts.has(file)) return { checked: nothing, findings: [], header: null, file };
  const sealed = headIn(heads, stream);
  const read = await readExport(parts, file, sealed.seq, seen);
  if (!('verified' in read))
    return { checked: nothing, findings: [{ kind: 'form', file, stream, ...read }], header: null, file };
  const { verified, sealedHash, unsealedSince } = read;
  const { header } = verified;
  const findings: BundleFinding[] = verified.findings.map(({ seq, kind, what }) => ({
    kind: 'entry',
    file,
    stream,
    seq,
    field: fields[kind],
    what,
  }));
  if (header.stream !== stream)
    findings.push({ kind: 'form', file, stream, field: 'stream', what: `it is of ${header.stream}` });
  const entries = verified.head.seq;
  if (newest === null) return { checked: { stream, entries, unanchored: entries }, findings, header, file };
  if (!isBucketText(heads) || !rootByText(bucketOf(stream), heads, siblings)?.equals(newest.seal.heads))
    return {
      checked: { stream, entries, unanchored: entries },
      findings: [...findings, headsFault(file, stream)],
      header,
      file,
    };
  return {
    checked: { stream, entries, unanchored: Math.max(0, entries - sealed.seq) },
    findings: [
      ...findings,
      ...headFindings(sealed, sealedHash, { file, stream, entries }),
      ...lateFindings(unsealedSince, newest.seal.sealedAt, { file, stream, seq: sealed.seq + 1 }),
    ],
    header,
    file,
  };
}

const headsFault = (file: string, stream: string): BundleFinding => ({
  kind: 'checkpoint',
  file,
  stream,
  field: 'heads',
  what: 'the proof does not lead to the root of the newest checkpoint',
});

function headFindings(
  sealed: { seq: number; hash: string | null },
  hash: string | null,
  { file, stream, entries }: { file: string; stream: string; entries: number },
): BundleFinding[] {
  if (sealed.hash === null) return [];
  if (entries < sealed.seq) {
    const what = `${entries + 1} to ${sealed.seq} are under the newest checkpoint and are not here`;
    return [{ kind: 'cut', file, stream, seq: entries + 1, what }];
  }
  if (hash === sealed.hash) return [];
  return [
    { kind: 'entry', file, stream, seq: sealed.seq, field: 'hash', what: 'another entry was sealed in its place' },
  ];
}

/**
 * A checkpoint is over everything that was on record when it was sealed. What says that it was stored long before, and is
 * not under it, was put in afterwards.
 * @param storedAt of the first entry that is not sealed, more than one where its number is there twice
 */
function lateFindings(
  storedAt: readonly string[],
  sealedAt: string,
  place: { file: string; stream: string; seq: number },
): BundleFinding[] {
  if (storedAt.every((each) => each >= sealedUpTo(sealedAt))) return [];
  const what = `it was stored before ${sealedAt}, when the newest checkpoint was sealed, and is not under it`;
  return [{ kind: 'entry', ...place, field: 'storedAt', what }];
}

/** What a bucket's text says of a stream; `hash` null where it has no entry. */
function headIn(text: string, stream: string): { seq: number; hash: string | null } {
  const line = text.split('\n').find((each) => each.startsWith(`${stream} `));
  const [, seq = '0', hash = null] = line?.split(' ') ?? [];
  return { seq: Number(seq), hash };
}

interface ReadExport {
  verified: VerifiedExport;
  sealedHash: string | null;
  unsealedSince: readonly string[];
}

/**
 * The hash of the entry `at`, and when the one after it was stored, beside what the chain says; where the file is no
 * export, why, and after which entry.
 */
async function readExport(
  parts: HashedParts,
  file: string,
  at: number,
  seen: (entry: Envelope) => void,
): Promise<ReadExport | { seq: number; what: string }> {
  let sealedHash: string | null = null;
  const unsealedSince: string[] = [];
  let fault: { seq: number; what: string } | null = null;
  let number = 0;
  const walk = new ExportWalk((row, entry) => {
    if (row.seq === at) sealedHash = row.hash.toString('hex');
    if (entry && row.seq === at + 1) unsealedSince.push(entry.storedAt);
    if (entry) seen(entry);
  });
  const lines = new Lines((line) => {
    number += 1;
    walk.next(line);
  });
  const guarded = (read: () => void) => {
    if (fault) return; // the rest is read for the hash of the part alone
    try {
      read();
    } catch (error) {
      if (error instanceof NotAnExport) fault = { seq: error.line - 1, what: error.message };
      else if (error instanceof LineTooLong) fault = { seq: number, what: error.message };
      else throw error;
    }
  };
  await parts.through(file, (chunk) => guarded(() => lines.push(chunk)));
  let verified: VerifiedExport | null = null;
  guarded(() => {
    lines.end();
    verified = walk.result();
  });
  return fault ?? { verified: verified as unknown as VerifiedExport, sealedHash, unsealedSince };
}
