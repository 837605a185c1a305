import type { ArchivedFile } from '../archive/index.js';
import { readWholeStream, type Sql } from '../ledger/append.js';
import type { SealedEntry } from '../ledger/envelope.js';
import { exportLines } from '../ledger/export.js';
import type { BundledStream } from './proofs.js';

/** A stream up to the entry that was its newest, page by page. Entries never change: it may be read at any time. */
export function chainFile(
  sql: Sql,
  { stream, file, seq }: BundledStream,
  { createdAt, simulated }: { createdAt: string; simulated: boolean },
): ArchivedFile {
  const about = { stream, exportedAt: createdAt, simulated };
  return { path: file, content: () => inPieces(exportLines(about, upTo(seq, readWholeStream(sql, stream)))) };
}

async function* upTo(seq: number, rows: AsyncIterable<SealedEntry>): AsyncGenerator<SealedEntry> {
  for await (const row of rows) {
    if (row.seq > seq) return;
    yield row;
  }
}

const pieceCharacters = 65_536;

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceCharacters) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}
