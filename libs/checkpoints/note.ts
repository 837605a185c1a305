import { bytesOfBase64 } from './base64.js';
import { NotACheckpoint } from './errors.js';
import { isLogName, type SigningKey, type VerifierKey } from './keys.js';

/** A text and who signed it, in the form of the C2SP signed-note specification. */
export interface SignedNote {
  /** With its final newline: what is signed. */
  text: string;
  signatures: NoteSignature[];
}

interface NoteSignature {
  name: string;
  id: Buffer;
  signature: Buffer;
}

const mostSignatures = 16;
const mostCharacters = 16_384;

export function signedNote(text: string, name: string, keys: readonly SigningKey[]): string {
  const lines = keys.map((key) => {
    const bytes = Buffer.concat([key.as(name).id, key.sign(text)]);
    return `— ${name} ${bytes.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** @throws NotACheckpoint that names the line */
export function readNote(note: string): SignedNote {
  if (note.length > mostCharacters) throw new NotACheckpoint('note', 'it is too long', `at most ${mostCharacters}`);
  if (/[^\P{Cc}\n]|\ufffd/u.test(note))
    throw new NotACheckpoint('note', 'it holds control characters', 'UTF-8 with newlines as they were written');
  const parted = note.lastIndexOf('\n\n');
  if (parted < 0 || !note.endsWith('\n'))
    throw new NotACheckpoint('note', 'no empty line parts text and signatures', 'the whole note, to its last newline');
  const text = note.slice(0, parted + 1);
  const lines = note.slice(parted + 2, -1).split('\n');
  if (lines.length > mostSignatures) throw new NotACheckpoint('note', 'it has too many signatures', 'at most 16');
  const before = text.split('\n').length;
  return { text, signatures: lines.map((line, index) => signatureOf(line, before + index + 1)) };
}

function signatureOf(line: string, number: number): NoteSignature {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (!isLogName(name) || !bytes || bytes.length < 5)
    throw new NotACheckpoint(`line ${number}`, 'it is not a signature', '— name base64(id and signature)');
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/**
 * Which of these keys signed the note. Signatures of other keys say nothing.
 * @throws NotACheckpoint where one of the keys is said to have signed and did not
 */
export function signersOf({ text, signatures }: SignedNote, keys: readonly VerifierKey[]): VerifierKey[] {
  return keys.filter((key) => {
    const own = signatures.filter(({ name, id }) => name === key.name && id.equals(key.id));
    if (!own.every(({ signature }) => key.verifies(text, signature)))
      throw new NotACheckpoint('signature', `it is not by ${key.text}`, 'the note as it was signed');
    return own.length > 0;
  });
}
