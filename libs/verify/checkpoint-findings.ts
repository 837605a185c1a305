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
  const findings: BundleFinding[] = [];
  let key: VerifierKey | null = null;
  for (const each of checkpoints) {
    for (const [field, what] of newest ? faultsOf(each, newest, key) : [])
      findings.push(checkpointFault(field, what, each.seal.number));
    key = each.seal.key;
  }
  return [...findings, ...anchorFindings(checkpoints, anchor)];
}

/** The fields at fault, each with what is. */
function faultsOf(
  each: BundledCheckpoint,
  newest: BundledCheckpoint,
  before: VerifierKey | null,
): [field: string, what: string][] {
  const { signed, checkpoint, seal, sealText, sealProof, consistency } = each;
  const leaf = leafHash(Buffer.from(sealText, 'utf8'));
  const led = rootByInclusion(leaf, checkpoint.size - 1, checkpoint.size, sealProof);
  const unsigned = unsignedBy([...(before ? [before] : []), seal.key], signed);
  const old = [checkpoint.size, checkpoint.root] as const;
  const young = [newest.checkpoint.size, newest.checkpoint.root] as const;
  const faults: [string, string][] = [];
  if (!led?.equals(checkpoint.root)) faults.push(['seal', 'it is not the last leaf of its tree']);
  if (unsigned !== null) faults.push(['signature', unsigned]);
  if (checkpoint.origin !== newest.checkpoint.origin) faults.push(['origin', 'it is of another log']);
  if (!isConsistent(old, young, consistency)) faults.push(['consistency', 'the newest one does not go on from it']);
  return faults;
}

function unsignedBy(keys: readonly VerifierKey[], signed: BundledCheckpoint['signed']): string | null {
  try {
    const signers = signersOf(signed, keys);
    const missing = keys.find((key) => !signers.includes(key));
    return missing ? `none is by ${missing.text}` : null;
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
  if (fingerprint !== null && !known.includes(fingerprint)) {
    const signer = known.at(-1);
    const what = signer ? `signed by the key with the fingerprint ${signer}` : 'nothing is signed';
    findings.push({ kind: 'key', file: proofsName, what });
  }
  if (checkpoint === null) return findings;
  const same = checkpoints.find((each) => each.checkpoint.size === checkpoint.size);
  if (!same) findings.push(checkpointFault('size', `none is over ${checkpoint.size} leaves, as the one given is`));
  else if (!same.checkpoint.root.equals(checkpoint.root) || same.checkpoint.origin !== checkpoint.origin)
    findings.push(checkpointFault('root', 'the checkpoint given has another one', same.seal.number));
  return findings;
}

const checkpointFault = (field: string, what: string, seq?: number): BundleFinding => ({
  kind: 'checkpoint',
  file: proofsName,
  ...(seq === undefined ? {} : { seq }),
  field,
  what,
});
