import type { Envelope } from '../ledger/index.js';
import { type Anchor, checkpointFindings, continuedBy, isNewer } from './checkpoint-findings.js';
import { type Evidence, openEvidence } from './evidence/index.js';
import type { BundleFinding, BundleReport } from './findings.js';
import { type Manifest, partFindings, readManifest } from './manifest.js';
import { type BundleParts, HashedParts } from './parts.js';
import { type ProofsFile, proofsName, readProofs } from './proofs-file.js';
import { type CheckedStream, checkedStream } from './stream-findings.js';

export type { Anchor } from './checkpoint-findings.js';
export type { BundleFinding, BundleReport } from './findings.js';
export type { BundleParts } from './parts.js';

/** A bundle as it was unpacked: files by their names. */
export type BundleFiles = ReadonlyMap<string, Buffer>;

export const partsIn = (files: BundleFiles): BundleParts => ({
  names: [...files.keys()],
  async *read(name) {
    yield files.get(name) as Buffer;
  },
});

/** Hashes of rule packs and calendars by their ids, from elsewhere than the bundle: what the program itself has. */
export type KnownLaw = ReadonlyMap<string, string>;

/**
 * Verifies an audit bundle from its files alone: no server, no database, no clock. Each file is read once, streams line by
 * line.
 */
export async function verifyBundle(files: BundleParts, anchor: Anchor, known: KnownLaw): Promise<BundleReport> {
  const parts = new HashedParts(files);
  const { manifest, findings } = await readManifest(parts);
  const { proofs, findings: ofProofs } = await readProofs(parts);
  const evidence = await openEvidence(parts, known);
  const streams = await walked(manifest, proofs, parts, evidence);
  const referred = proofs?.streams.map(({ file }) => file) ?? [];
  const all = [
    ...findings,
    ...(await partFindings(manifest, parts, referred)),
    ...ofProofs,
    ...(manifest && proofs ? lackingStreams(manifest, proofs, parts) : []),
    ...(proofs ? checkpointFindings(proofs.checkpoints, anchor) : []),
    ...streams.flatMap((stream) => stream.findings),
    ...(manifest ? headerFindings(manifest, streams) : []),
    ...(manifest && proofs && areRead(streams) ? await evidence.findings(manifest, proofs) : []),
  ];
  return { ...report(manifest, anchor, proofs, streams, withoutRepeats(all)), notCompared: evidence.notCompared };
}

/** Of a stream that was not read to its end, nothing can be said of what names its entries. */
const areRead = (streams: readonly CheckedStream[]): boolean => streams.every(({ header }) => header !== null);

/** A part that is missing is so once, however many others name it. */
function withoutRepeats(findings: readonly BundleFinding[]): BundleFinding[] {
  const gone = new Set<string | undefined>();
  return findings.filter(({ kind, file }) => {
    if (kind !== 'missing-part' || file === proofsName) return true;
    const known = gone.has(file);
    gone.add(file);
    return !known;
  });
}

/** Only entries of the license's own streams say anything: another stream may be anybody's. */
async function walked(
  manifest: Manifest | null,
  proofs: ProofsFile | null,
  parts: HashedParts,
  evidence: Evidence,
): Promise<CheckedStream[]> {
  const own = manifest ? ownStreams(manifest) : [];
  const newest = proofs?.checkpoints.at(-1) ?? null;
  const streams: CheckedStream[] = [];
  const seen = (entry: Envelope) => {
    if (own.includes(entry.stream)) evidence.see(entry);
  };
  for (const each of proofs?.streams ?? []) streams.push(await checkedStream(each, parts, newest, seen));
  return streams;
}

/**
 * A bundle without the license's own stream would say nothing; without that of its deliveries, empty as it may be, nothing
 * would show that it sent no message; and one file more may be anybody's.
 */
function lackingStreams(manifest: Manifest, { streams }: ProofsFile, parts: HashedParts): BundleFinding[] {
  const findings: BundleFinding[] = [];
  for (const own of ownStreams(manifest))
    if (!streams.some(({ stream }) => stream === own))
      findings.push({ kind: 'missing-part', file: proofsName, stream: own, what: 'the proofs do not name it' });
  const files = new Set(streams.map(({ file }) => file));
  for (const { name } of manifest.files)
    if (name.startsWith('streams/') && parts.has(name) && !files.has(name))
      findings.push({ kind: 'strange-part', file: name, what: 'the proofs do not name it' });
  return findings;
}

const ownStream = ({ license }: Pick<Manifest, 'license'>): string => `license/${license}`;

const ownStreams = (manifest: Manifest): string[] => [ownStream(manifest), `delivery/${manifest.license}`];

/** All of the bundle was made at one moment, under real or simulated time. */
function headerFindings(manifest: Manifest, streams: readonly CheckedStream[]): BundleFinding[] {
  return streams.flatMap(({ header, checked: { stream }, file }) => {
    if (header === null) return [];
    const fault = (field: string): BundleFinding => ({
      kind: 'form',
      file,
      stream,
      field,
      what: 'the manifest says otherwise',
    });
    return [
      ...(header.exportedAt === manifest.createdAt ? [] : [fault('exportedAt')]),
      ...(header.simulated === manifest.simulated ? [] : [fault('simulated')]),
    ];
  });
}

/** A checkpoint vouches for a license only if it is over an entry of it. */
function unanchoredBy(
  about: Manifest | null,
  anchor: Anchor,
  proofs: ProofsFile | null,
  streams: readonly CheckedStream[],
): BundleReport['notAnchored'] {
  if (isNewer(proofs?.checkpoints ?? [], anchor.checkpoint)) return 'checkpoint-newer';
  const own = streams.find(({ checked }) => about !== null && checked.stream === ownStream(about))?.checked;
  if (!own || own.unanchored === own.entries) return 'license-not-sealed';
  return anchor.fingerprint === null && anchor.checkpoint === null ? 'nothing-brought' : null;
}

function report(
  about: Manifest | null,
  anchor: Anchor,
  proofs: ProofsFile | null,
  streams: readonly CheckedStream[],
  findings: BundleFinding[],
): Omit<BundleReport, 'notCompared'> {
  const newest = proofs?.checkpoints.at(-1) ?? null;
  const continues = continuedBy(proofs?.checkpoints ?? [])?.continues;
  const notAnchored = unanchoredBy(about, anchor, proofs, streams);
  const sound = notAnchored === null ? 'anchored' : 'consistent-not-anchored';
  const compared = notAnchored === 'checkpoint-newer' ? notAnchored : sound;
  return {
    verdict: findings.length > 0 ? 'broken' : compared,
    notAnchored,
    about: about && { license: about.license, createdAt: about.createdAt, simulated: about.simulated },
    streams: streams.map(({ checked }) => checked),
    checkpoint: newest && {
      number: newest.seal.number,
      size: newest.checkpoint.size,
      sealedAt: newest.seal.sealedAt,
      fingerprint: newest.seal.key.fingerprint,
    },
    continues: continues ? { ...continues, root: continues.root.toString('hex') } : null,
    findings,
  };
}
