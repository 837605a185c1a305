import {
  type Checkpoint,
  isConsistent,
  leafHash,
  rootByInclusion,
  type Seal,
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
  return [...findings, ...firstFindings(checkpoints), ...anchorFindings(checkpoints, anchor)];
}

/** Without the first checkpoint of its log nobody could see that this log took the place of another one. */
function firstFindings(checkpoints: readonly BundledCheckpoint[]): BundleFinding[] {
  return checkpoints.flatMap(({ seal }, at) => {
    const begins = seal.number === 1 || seal.continues !== undefined;
    if (begins === (at === 0)) return [];
    const what = begins ? 'a log begins behind another checkpoint' : 'the one with which its log began is not there';
    return [checkpointFault('first', what, seal.number)];
  });
}

/** The end of the log whose place that of the bundle took; null where it took none's. */
export const continuedBy = (checkpoints: readonly BundledCheckpoint[]): Seal | null =>
  checkpoints.findLast(({ seal }) => seal.continues !== undefined)?.seal ?? null;

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
  const newest = checkpoints.at(-1);
  if (newest && newest.checkpoint.origin !== checkpoint.origin)
    return [...findings, ...otherLogFindings(checkpoint, newest.checkpoint.origin, continuedBy(checkpoints))];
  if (isNewer(checkpoints, checkpoint)) return findings;
  const same = checkpoints.find((each) => each.checkpoint.size === checkpoint.size);
  if (!same) findings.push(checkpointFault('size', `none is over ${checkpoint.size} leaves, as the one given is`));
  else if (!same.checkpoint.root.equals(checkpoint.root))
    findings.push(checkpointFault('root', 'the checkpoint given has another one', same.seal.number));
  return findings;
}

/** The checkpoint given was made after the bundle's newest one: nothing in the bundle can be compared with it. */
export function isNewer(checkpoints: readonly BundledCheckpoint[], given: Checkpoint | null): boolean {
  const newest = checkpoints.at(-1)?.checkpoint;
  return given !== null && newest?.origin === given.origin && given.size > newest.size;
}

/** A checkpoint of another log vouches for nothing here; of the log before, it may show that this ended otherwise. */
function otherLogFindings(given: Checkpoint, origin: string, seal: Seal | null): BundleFinding[] {
  const before = seal?.continues;
  const about = `the checkpoint given is of ${given.origin}, the bundle of ${origin}`;
  const other = { kind: 'other-log' as const, file: proofsName };
  if (!seal || before?.origin !== given.origin)
    return [{ ...other, field: 'unknown', what: `${about}, which does not say that it took its place` }];
  const { size, root, kept } = before;
  const what = `${about}, which took its place: it ended with ${size} leaves, of which ${kept} were kept`;
  const findings: BundleFinding[] = [{ ...other, field: 'predecessor', what }];
  if (given.size > size || (given.size === size && !given.root.equals(root))) {
    const ended = `the log before did not end with ${size} leaves and that root, as the one given shows`;
    findings.push(checkpointFault('continues', ended, seal.number));
  }
  return findings;
}

const checkpointFault = (field: string, what: string, seq?: number): BundleFinding => ({
  kind: 'checkpoint',
  file: proofsName,
  ...(seq === undefined ? {} : { seq }),
  field,
  what,
});
