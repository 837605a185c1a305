import { canonicalize } from '../ledger/canonicalize.js';
import { bytesOfBase64 } from './base64.js';
import { type Checkpoint, readCheckpoint } from './checkpoint.js';
import { NotACheckpoint } from './errors.js';
import { leafHash } from './merkle.js';
import { readNote, type SignedNote } from './note.js';
import { readSeal, type Seal } from './seal.js';

/** Entries of one stream, those after `after`, as leaves beside each other. */
export interface SealedRange {
  stream: string;
  after: number;
  /** Hashes of the leaves, 32 bytes each, in order. */
  leaves: Buffer;
}

/** One checkpoint with everything that came into the tree with it: what the second store keeps. */
export interface CheckpointRecord {
  /** Leaves before it: the size of the checkpoint before. */
  from: number;
  ranges: SealedRange[];
  /** The seal as the text that is its leaf's data. */
  seal: string;
  /** The signed note. */
  note: string;
}

export interface OpenedRecord extends CheckpointRecord {
  sealed: Seal;
  signed: SignedNote;
  checkpoint: Checkpoint;
}

const format = 'paizhao-checkpoint';
const hashBytes = 32;

export const entriesOf = ({ leaves }: SealedRange): number => leaves.length / hashBytes;

/** The leaves that came with the record, in order; its seal is the last. */
export function* leavesOf({ ranges, seal }: CheckpointRecord): Generator<Buffer> {
  for (const range of ranges) {
    for (let at = 0; at < range.leaves.length; at += hashBytes) yield range.leaves.subarray(at, at + hashBytes);
  }
  yield leafHash(Buffer.from(seal, 'utf8'));
}

/** JSON lines: a header, one line for each range, the seal, the note. */
export function writeRecord({ from, ranges, seal, note }: CheckpointRecord): Buffer {
  const lines = [
    { format, v: 1, from },
    ...ranges.map(({ stream, after, leaves }) => ({ stream, after, leaves: leaves.toString('base64') })),
    { seal },
    { note },
  ];
  return Buffer.from(lines.map((line) => `${canonicalize(line)}\n`).join(''), 'utf8');
}

/** @throws NotACheckpoint that names the line */
export function readRecord(bytes: Buffer): OpenedRecord {
  const lines = bytes.toString('utf8').split('\n');
  if (lines.pop() !== '' || lines.length < 3)
    throw new NotACheckpoint('record', 'it is cut off', 'the file as it was written');
  const values = lines.map((line, index) => lineOf(line, index + 1));
  const [header = {}, ...rest] = values;
  const { note } = rest.pop() ?? {};
  const { seal } = rest.pop() ?? {};
  if (header.format !== format || header.v !== 1 || !isCount(header.from))
    throw new NotACheckpoint('line 1', `it does not begin a ${format} of version 1`, 'the file as it was written');
  if (typeof seal !== 'string' || typeof note !== 'string')
    throw new NotACheckpoint('record', 'seal or note is missing', 'the file as it was written');
  const ranges = rest.map((value, index) => rangeOf(value, index + 2));
  const signed = readNote(note);
  const checkpoint = readCheckpoint(signed.text);
  const held = ranges.reduce((sum, range) => sum + entriesOf(range), header.from + 1);
  if (held !== checkpoint.size)
    throw new NotACheckpoint('record', `it holds leaves up to ${held}, not ${checkpoint.size}`, 'what was sealed');
  return { from: header.from, ranges, seal, note, signed, checkpoint, sealed: readSeal(seal) };
}

function lineOf(line: string, number: number): Record<string, unknown> {
  try {
    const value = JSON.parse(line) as unknown;
    if (canonicalize(value) === line) return Object(value) as Record<string, unknown>;
  } catch {
    // Said below, with the number of the line.
  }
  throw new NotACheckpoint(`line ${number}`, 'it is not JSON in canonical form', 'the file as it was written');
}

function rangeOf({ stream, after, leaves }: Record<string, unknown>, number: number): SealedRange {
  const bytes = typeof leaves === 'string' ? bytesOfBase64(leaves) : null;
  if (typeof stream !== 'string' || !isCount(after) || !bytes || bytes.length === 0 || bytes.length % hashBytes !== 0)
    throw new NotACheckpoint(`line ${number}`, 'it is not a range of entries', 'stream, after and leaves');
  return { stream, after, leaves: bytes };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
