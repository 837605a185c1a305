import { bucketOf, rootByText } from '../checkpoints/index.js';
import { type FindingKind, NotAnExport, type VerifiedExport, verifyExport } from '../ledger/index.js';
import type { BundleFinding, VerifiedStream } from './findings.js';
import type { BundleFiles } from './manifest.js';
import type { BundledCheckpoint, BundledStream } from './proofs-file.js';

export interface CheckedStream {
  checked: VerifiedStream;
  findings: BundleFinding[];
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
  'time-runs-back': 'recordedAt',
  'head-differs': 'head',
};

/** One stream of the bundle: its chain, and whether it ends where the newest checkpoint says, or later. */
export function checkedStream(
  { stream, file, heads, siblings }: BundledStream,
  files: BundleFiles,
  newest: BundledCheckpoint,
): CheckedStream {
  const bytes = files.get(file);
  const nothing = { stream, entries: 0, unanchored: 0 };
  if (!bytes) return { checked: nothing, findings: [{ kind: 'missing-part', file, stream, what: 'it is not there' }] };
  const exported = readExport(bytes);
  if (typeof exported === 'string')
    return { checked: nothing, findings: [{ kind: 'form', file, stream, what: exported }] };
  const findings: BundleFinding[] = exported.verified.findings.map(({ seq, kind, what }) => ({
    kind: 'entry',
    file,
    stream,
    seq,
    field: fields[kind],
    what,
  }));
  if (exported.verified.header.stream !== stream)
    findings.push({ kind: 'form', file, stream, what: `it is of ${exported.verified.header.stream}` });
  const entries = exported.verified.head.seq;
  if (!rootByText(bucketOf(stream), heads, siblings)?.equals(newest.seal.heads))
    return { checked: { stream, entries, unanchored: entries }, findings: [...findings, headsFault(file, stream)] };
  const sealed = headIn(heads, stream);
  return {
    checked: { stream, entries, unanchored: Math.max(0, entries - sealed.seq) },
    findings: [...findings, ...headFindings(sealed, exported.hashes, { file, stream, entries })],
  };
}

const headsFault = (file: string, stream: string): BundleFinding => ({
  kind: 'checkpoint',
  file,
  stream,
  what: 'heads: the proof does not lead to the root of the newest checkpoint',
});

function headFindings(
  sealed: { seq: number; hash: string | null },
  hashes: ReadonlyMap<number, string>,
  { file, stream, entries }: { file: string; stream: string; entries: number },
): BundleFinding[] {
  if (sealed.hash === null) return [];
  if (entries < sealed.seq) {
    const what = `${entries + 1} to ${sealed.seq} are under the newest checkpoint and are not here`;
    return [{ kind: 'cut', file, stream, seq: entries + 1, what }];
  }
  if (hashes.get(sealed.seq) === sealed.hash) return [];
  return [
    { kind: 'entry', file, stream, seq: sealed.seq, field: 'hash', what: 'another entry was sealed in its place' },
  ];
}

/** What a bucket's text says of a stream; `hash` null where it has no entry. */
function headIn(text: string, stream: string): { seq: number; hash: string | null } {
  const line = text.split('\n').find((each) => each.startsWith(`${stream} `));
  const [, seq = '0', hash = null] = line?.split(' ') ?? [];
  return { seq: Number(seq), hash };
}

function readExport(bytes: Buffer): { verified: VerifiedExport; hashes: Map<number, string> } | string {
  try {
    const text = bytes.toString('utf8');
    const verified = verifyExport(text);
    const rows = text
      .split('\n')
      .slice(1, -2)
      .map((line) => JSON.parse(line) as { seq: number; hash: string });
    return { verified, hashes: new Map(rows.map(({ seq, hash }) => [seq, hash])) };
  } catch (error) {
    if (error instanceof NotAnExport) return error.message;
    throw error;
  }
}
