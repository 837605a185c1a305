import { canonicalize } from './canonicalize.js';
import type { SealedEntry } from './envelope.js';
import { type ChainRow, ChainWalk, type Verification } from './verify.js';

/** Name and version of the format. A reader of one version need not understand another. */
export const exportFormat = { format: 'paizhao-ledger', version: '0.1.0' } as const;

export interface ExportHeader {
  format: typeof exportFormat.format;
  version: string;
  stream: string;
  /** UTC instant of the license's own time. */
  exportedAt: string;
  /** Time was skipped for this license: nothing in here happened when it says. */
  simulated: boolean;
  /** How a hash is computed, for whoever verifies without this program. */
  hash: string;
}

export interface VerifiedExport extends Verification {
  header: ExportHeader;
}

/** The text is not an export of this format at all, so that there is no chain to speak of. */
export class NotAnExport extends Error {
  constructor(line: number, reason: string) {
    super(`Line ${line} of the export ${reason}.`);
    this.name = 'NotAnExport';
  }
}

const hashRule =
  'sha256(0x00 || prev || body); hex; body is the UTF-8 text of the member "body"; prev of seq 1 is 32 zero bytes';

/**
 * One stream as JSON lines: a header, one line per entry in order (its body as the very text that was hashed), and the
 * head. Small enough in memory for any number of rows.
 */
export async function* exportLines(
  about: Pick<ExportHeader, 'stream' | 'exportedAt' | 'simulated'>,
  rows: AsyncIterable<SealedEntry> | Iterable<SealedEntry>,
): AsyncGenerator<string> {
  const { stream, exportedAt, simulated } = about;
  yield line({ ...exportFormat, stream, exportedAt, simulated, hash: hashRule });
  let head = { seq: 0, hash: '00'.repeat(32) };
  for await (const { seq, prev, hash, body } of rows) {
    yield line({ seq, prev: hex(prev), hash: hex(hash), body: body.toString('utf8') });
    head = { seq, hash: hex(hash) };
  }
  yield line({ head });
}

/** Verifies an export offline. @throws NotAnExport where the text has another form */
export function verifyExport(text: string): VerifiedExport {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const header = headerOf(lines[0]);
  const walk = new ChainWalk(header.stream);
  for (const [index, each] of lines.slice(1, -1).entries()) walk.next(rowOf(header.stream, each, index + 2));
  const claimed = headOf(lines.length > 1 ? lines.at(-1) : undefined, lines.length);
  return { header, ...walk.result(claimed) };
}

function headerOf(text: string | undefined): ExportHeader {
  const header = parsed(text, 1) as Partial<ExportHeader>;
  if (header.format !== exportFormat.format)
    throw new NotAnExport(1, `is not the header of a ${exportFormat.format} export`);
  if (header.version !== exportFormat.version)
    throw new NotAnExport(1, `names version ${String(header.version)}, which this program does not read`);
  if (typeof header.stream !== 'string' || typeof header.simulated !== 'boolean')
    throw new NotAnExport(1, 'lacks stream or simulated');
  return header as ExportHeader;
}

function rowOf(stream: string, text: string, number: number): ChainRow {
  const { seq, prev, hash, body } = parsed(text, number);
  if (typeof seq !== 'number' || typeof body !== 'string' || !isHash(prev) || !isHash(hash)) {
    throw new NotAnExport(number, 'is not an entry');
  }
  return {
    stream,
    seq,
    body: Buffer.from(body, 'utf8'),
    prev: Buffer.from(prev, 'hex'),
    hash: Buffer.from(hash, 'hex'),
  };
}

function headOf(text: string | undefined, number: number): { seq: number; hash: string } {
  const { head } = parsed(text, number) as { head?: { seq?: unknown; hash?: unknown } };
  if (typeof head?.seq !== 'number' || !isHash(head.hash))
    throw new NotAnExport(number, 'is not the head: the export is cut off');
  return { seq: head.seq, hash: head.hash };
}

function parsed(text: string | undefined, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below, with the number of the line.
  }
  throw new NotAnExport(number, 'is not a JSON object');
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function line(value: unknown): string {
  return `${canonicalize(value)}\n`;
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}
