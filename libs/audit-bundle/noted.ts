import { createHash } from 'node:crypto';
import type { ArchivedFile } from '../archive/index.js';
import type { AuditedFile } from '../audit-report/content.js';

/** The file, noting what is written of it. */
export function noted({ path, content }: ArchivedFile, into: AuditedFile[]): ArchivedFile {
  const note = (sha256: string, bytes: number): void => {
    const at = into.findIndex(({ name }) => name === path);
    into.splice(at < 0 ? into.length : at, 1, { name: path, sha256, bytes });
  };
  const ofPieces = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    note(hash.digest('hex'), bytes);
  };
  const ofWhole = (whole: Buffer): Buffer => {
    note(createHash('sha256').update(whole).digest('hex'), whole.length);
    return whole;
  };
  return {
    path,
    content: () => {
      const given = content();
      if (Buffer.isBuffer(given)) return ofWhole(given);
      return given instanceof Promise ? given.then(ofWhole) : ofPieces(given);
    },
  };
}
