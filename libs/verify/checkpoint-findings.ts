import {
  type Checkpoint,
  isConsistent,
  leafHash,
  rootByInclusion,
  signersOf,
  type VerifierKey,
} from '../checkpoints/index.js';
import type { BundleFinding } from './findings.js';
import { type BundledCheckpoint, proofsName } from './proofs-file.js';

/** What the auditor brought along, from elsewhere than the bundle. */
export interface Anchor {
  /** SHA-256 of a public key, hex. */
  fingerprint: string | null;
  checkpoint: Checkpoint | null;
}

/** What does not hold of the bundle's checkpoints, each by itself, from one to the next, and against the anchor. */
export function checkpointFindings(checkpoints: readonly BundledCheckpoint[], anchor: Anchor): BundleFinding[] {
  const newest = checkpoints.at(-1);
  if (!newest) return [checkpointFault('there is no checkpoint')];
  const findings: BundleFinding[] = [];
  let key: VerifierKey | null = null;
  for (const each of checkpoints) {
    const what = faultOf(each, newest, key);
    if (what) findings.push(checkpointFault(`number ${each.seal.number}: ${what}`));
    key = each.seal.key;
  }
  return [...findings, ...anchorFindings(checkpoints, anchor)];
}

function faultOf(each: BundledCheckpoint, newest: BundledCheckpoint, before: VerifierKey | null): string | null {
  const { signed, checkpoint, seal, sealText, sealProof, consistency } = each;
  const leaf = leafHash(Buffer.from(sealText, 'utf8'));
  if (!rootByInclusion(leaf, checkpoint.size - 1, checkpoint.size, sealProof)?.equals(checkpoint.root))
    return 'seal: it is not the last leaf of its tree';
  const bySigning = unsignedBy([...(before ? [before] : []), seal.key], signed);
  if (bySigning) return bySigning;
  if (checkpoint.origin !== newest.checkpoint.origin) return 'origin: it is of another log';
  const old = [checkpoint.size, checkpoint.root] as const;
  const young = [newest.checkpoint.size, newest.checkpoint.root] as const;
  if (!isConsistent(old, young, consistency)) return 'consistency: the newest one does not go on from it';
  return null;
}

function unsignedBy(keys: readonly VerifierKey[], signed: BundledCheckpoint['signed']): string | null {
  try {
    const signers = signersOf(signed, keys);
    const missing = keys.find((key) => !signers.includes(key));
    return missing ? `signature: none is by ${missing.text}` : null;
  } catch (error) {
    return (error as Error).message;
  }
}

function anchorFindings(
  checkpoints: readonly BundledCheckpoint[],
  { fingerprint, checkpoint }: Anchor,
): BundleFinding[] {
  const findings: BundleFinding[] = [];
  const known = checkpoints.map(({ seal }) => seal.key.fingerprint);
  if (fingerprint !== null && !known.includes(fingerprint))
    findings.push({ kind: 'key', file: proofsName, what: `signed by the key with the fingerprint ${known.at(-1)}` });
  if (checkpoint === null) return findings;
  const same = checkpoints.find((each) => each.checkpoint.size === checkpoint.size);
  if (!same) findings.push(checkpointFault(`none is over ${checkpoint.size} leaves, as the one given is`));
  else if (!same.checkpoint.root.equals(checkpoint.root) || same.checkpoint.origin !== checkpoint.origin)
    findings.push(checkpointFault(`number ${same.seal.number}: root: the checkpoint given has another one`));
  return findings;
}

const checkpointFault = (what: string): BundleFinding => ({ kind: 'checkpoint', file: proofsName, what });
