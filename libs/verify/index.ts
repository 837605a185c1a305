import { type Anchor, checkpointFindings } from './checkpoint-findings.js';
import type { BundleFinding, BundleReport } from './findings.js';
import { type BundleFiles, partFindings, readManifest } from './manifest.js';
import { type BundledCheckpoint, type ProofsFile, proofsName, readProofs } from './proofs-file.js';
import { checkedStream } from './stream-findings.js';

export type { Anchor } from './checkpoint-findings.js';
export type { BundleFinding, BundleReport } from './findings.js';
export type { BundleFiles } from './manifest.js';

/** Verifies an audit bundle from its files alone: no server, no database, no clock. */
export function verifyBundle(files: BundleFiles, anchor: Anchor): BundleReport {
  const manifest = readManifest(files);
  const proofs = readProofs(files);
  const findings: BundleFinding[] = 'kind' in manifest ? [manifest] : partFindings(manifest, files);
  if (!('kind' in manifest) && !('kind' in proofs)) findings.push(...lackingStream(manifest.license, proofs));
  if ('kind' in proofs) return report([...findings, proofs], anchor, null, []);
  const newest = proofs.checkpoints.at(-1) ?? null;
  findings.push(...checkpointFindings(proofs.checkpoints, anchor));
  const streams = newest ? streamsOf(proofs, files, newest) : [];
  return report(
    [...findings, ...streams.flatMap((stream) => stream.findings)],
    anchor,
    newest,
    streams.map(({ checked }) => checked),
  );
}

/** A bundle without the license's own stream would say nothing. */
function lackingStream(license: string, { streams }: ProofsFile): BundleFinding[] {
  const own = `license/${license}`;
  if (streams.some(({ stream }) => stream === own)) return [];
  return [{ kind: 'missing-part', file: proofsName, stream: own, what: 'the proofs do not name it' }];
}

const streamsOf = ({ streams }: ProofsFile, files: BundleFiles, newest: BundledCheckpoint) =>
  streams.map((stream) => checkedStream(stream, files, newest));

function report(
  findings: BundleFinding[],
  anchor: Anchor,
  newest: BundledCheckpoint | null,
  streams: BundleReport['streams'],
): BundleReport {
  const anchored = anchor.fingerprint !== null || anchor.checkpoint !== null;
  const sound = anchored ? 'anchored' : 'consistent-not-anchored';
  return {
    verdict: findings.length > 0 ? 'broken' : sound,
    streams,
    checkpoint: newest && {
      number: newest.seal.number,
      size: newest.checkpoint.size,
      sealedAt: newest.seal.sealedAt,
      fingerprint: newest.seal.key.fingerprint,
    },
    findings,
  };
}
