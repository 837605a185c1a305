import {
  type Checkpoint,
  isStreamName,
  readCheckpoint,
  readNote,
  readSeal,
  type Seal,
  type SignedNote,
} from '../checkpoints/index.js';
import type { BundleFinding } from './findings.js';
import { type HashedParts, strangeMember } from './parts.js';

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

/** The proofs, null where they cannot be read, and what is wrong with the file. */
export async function readProofs(
  parts: HashedParts,
): Promise<{ proofs: ProofsFile | null; findings: BundleFinding[] }> {
  if (!parts.has(proofsName)) return { proofs: null, findings: [] };
  const { value, findings } = await parts.json(proofsName);
  if (value === undefined) return { proofs: null, findings };
  try {
    const strange = strangeMember(value);
    if (strange !== null) throw new Malformed(strange, 'there is no such member');
    const { checkpoints, streams } = Object(value) as Record<string, unknown>;
    const proofs = {
      checkpoints: listOf('checkpoints', checkpoints).map(checkpointOf),
      streams: listOf('streams', streams).map(streamOf),
    };
    const twice = proofs.streams.findIndex((one, at) =>
      proofs.streams.slice(0, at).some((other) => sameAs(one, other)),
    );
    if (twice >= 0) throw new Malformed(`streams/${twice}`, 'it is there twice');
    return { proofs, findings };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const fault = { kind: 'form' as const, file: proofsName, field: error.field, what: error.message };
    return { proofs: null, findings: [...findings, fault] };
  }
}

const sameAs = (one: BundledStream, other: BundledStream): boolean =>
  one.stream === other.stream || one.file === other.file;

/** `field`: the member at fault, such as `checkpoints/1/seal`. */
class Malformed extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

function checkpointOf(value: Record<string, unknown>, at: number): BundledCheckpoint {
  const where = `checkpoints/${at}`;
  const note = textOf(`${where}/note`, value.note);
  const signed = readBy(`${where}/note`, () => readNote(note));
  const checkpoint = readBy(`${where}/note`, () => readCheckpoint(signed.text));
  const sealText = textOf(`${where}/seal`, value.seal);
  const seal = readBy(`${where}/seal`, () => readSeal(sealText));
  const sealProof = hashesOf(`${where}/sealProof`, value.sealProof);
  return {
    signed,
    checkpoint,
    sealText,
    seal,
    sealProof,
    consistency: hashesOf(`${where}/consistency`, value.consistency),
  };
}

function streamOf(value: Record<string, unknown>, at: number): BundledStream {
  const stream = textOf(`streams/${at}/stream`, value.stream);
  if (!isStreamName(stream)) throw new Malformed(`streams/${at}/stream`, 'no stream is named so');
  const file = textOf(`streams/${at}/file`, value.file);
  if (file === '') throw new Malformed(`streams/${at}/file`, 'a name is missing');
  const heads = textOf(`streams/${at}/heads`, value.heads);
  return { stream, file, heads, siblings: hashesOf(`streams/${at}/siblings`, value.siblings) };
}

function readBy<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Malformed(field, (error as Error).message);
  }
}

function listOf(field: string, value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new Malformed(field, 'a list is missing');
  return value.map((each) => Object(each) as Record<string, unknown>);
}

function textOf(field: string, value: unknown): string {
  if (typeof value !== 'string') throw new Malformed(field, 'a text is missing');
  return value;
}

function hashesOf(field: string, value: unknown): Buffer[] {
  if (!Array.isArray(value)) throw new Malformed(field, 'hashes are missing');
  return value.map((each) => {
    if (typeof each !== 'string' || !/^[0-9a-f]{64}$/.test(each))
      throw new Malformed(field, 'a hash is not 64 hexadecimal digits');
    return Buffer.from(each, 'hex');
  });
}
