import {
  type Checkpoint,
  readCheckpoint,
  readNote,
  readSeal,
  type Seal,
  type SignedNote,
} from '../checkpoints/index.js';
import type { BundleFinding } from './findings.js';
import type { BundleFiles } from './manifest.js';

/** A checkpoint of the bundle: its note, its seal, and that this is the last leaf of its tree. */
export interface BundledCheckpoint {
  signed: SignedNote;
  checkpoint: Checkpoint;
  sealText: string;
  seal: Seal;
  sealProof: Buffer[];
  /** To the newest one; empty for that itself. */
  consistency: Buffer[];
}

/** A stream of the bundle, and what the newest checkpoint says of its newest entry. */
export interface BundledStream {
  stream: string;
  file: string;
  /** Text of the stream's bucket. */
  heads: string;
  siblings: Buffer[];
}

export interface ProofsFile {
  /** From the oldest on. */
  checkpoints: BundledCheckpoint[];
  streams: BundledStream[];
}

export const proofsName = 'proofs.json';

/** The proofs, or why they cannot be read. */
export function readProofs(files: BundleFiles): ProofsFile | BundleFinding {
  const bytes = files.get(proofsName);
  if (!bytes) return { kind: 'missing-part', file: proofsName, what: 'it is not there' };
  try {
    const { checkpoints, streams } = Object(JSON.parse(bytes.toString('utf8'))) as Record<string, unknown>;
    return { checkpoints: listOf(checkpoints).map(checkpointOf), streams: listOf(streams).map(streamOf) };
  } catch (error) {
    return { kind: 'form', file: proofsName, what: (error as Error).message };
  }
}

function checkpointOf(value: Record<string, unknown>): BundledCheckpoint {
  const signed = readNote(textOf(value.note));
  const sealText = textOf(value.seal);
  return {
    signed,
    checkpoint: readCheckpoint(signed.text),
    sealText,
    seal: readSeal(sealText),
    sealProof: hashesOf(value.sealProof),
    consistency: hashesOf(value.consistency),
  };
}

const streamOf = (value: Record<string, unknown>): BundledStream => ({
  stream: textOf(value.stream),
  file: textOf(value.file),
  heads: textOf(value.heads),
  siblings: hashesOf(value.siblings),
});

function listOf(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new TypeError('a list is missing');
  return value.map((each) => Object(each) as Record<string, unknown>);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a text is missing');
  return value;
}

function hashesOf(value: unknown): Buffer[] {
  if (!Array.isArray(value)) throw new TypeError('hashes are missing');
  return value.map((each) => {
    if (!/^[0-9a-f]{64}$/.test(String(each))) throw new TypeError('a hash is not 64 hexadecimal digits');
    return Buffer.from(String(each), 'hex');
  });
}
