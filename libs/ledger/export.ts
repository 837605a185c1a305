import { canonicalize, isCanonical } from './canonicalize.js';
import type { Envelope, SealedEntry } from './envelope.js';
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
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
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
  const walk = new ExportWalk();
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const each of lines) walk.next(Buffer.from(`${each}\n`, 'utf8'));
  return walk.result();
}

/** Verifies an export line by line, so that none is too large. */
export class ExportWalk {
  private number = 0;
  private header: ExportHeader | null = null;
  private head: { seq: number; hash: string } | null = null;
  private chain = new ChainWalk('');

  /** `seen` gets every entry, in the order of the lines; `envelope` is null where the body is none. */
  constructor(private readonly seen: (row: ChainRow, envelope: Envelope | null) => void = () => undefined) {}

  /** `line` with its newline. @throws NotAnExport */
  next(line: Buffer): void {
    this.number += 1;
    if (this.head) throw new NotAnExport(this.number, 'comes after the head');
    const value = parsed(line.toString('utf8'), this.number);
    if (!this.header) this.begin(value, line);
    else if ('head' in value) this.end(value, line);
    else this.entry(value, line, this.header.stream);
  }

  /** @throws NotAnExport where header or head is missing */
  result(): VerifiedExport {
    if (!this.header) throw new NotAnExport(1, 'is not a JSON object');
    if (!this.head) throw new NotAnExport(this.number, 'is not the head: the export is cut off');
    return { header: this.header, ...this.chain.result(this.head) };
  }

  private begin(value: Record<string, unknown>, line: Buffer): void {
    this.header = headerOf(value);
    this.chain = new ChainWalk(this.header.stream);
    if (isLoose(value, 6, line)) this.chain.looseLine(0);
  }

  private entry(value: Record<string, unknown>, line: Buffer, stream: string): void {
    const row = rowOf(stream, value, this.number);
    const envelope = this.chain.next(row);
    if (isLoose(value, 4, line)) this.chain.looseLine(row.seq);
    this.seen(row, envelope);
  }

  private end(value: Record<string, unknown>, line: Buffer): void {
    this.head = headOf(value, this.number);
    if (isLoose(value, 1, line) || Object.keys(Object(value.head)).length !== 2) this.chain.looseLine(this.head.seq);
  }
}

/** Whether the line is written otherwise than an export writes it: with other members, or not in canonical form. */
function isLoose(value: Record<string, unknown>, members: number, bytes: Buffer): boolean {
  const isWhole = bytes.at(-1) === newline && isCanonical(value, bytes.subarray(0, -1));
  return Object.keys(value).length !== members || !isWhole;
}

const newline = 10;

function headerOf(header: Partial<ExportHeader>): ExportHeader {
  if (header.format !== exportFormat.format)
    throw new NotAnExport(1, `is not the header of a ${exportFormat.format} export`);
  if (header.version !== exportFormat.version)
    throw new NotAnExport(1, `names version ${JSON.stringify(header.version)}, which this program does not read`);
  if (typeof header.stream !== 'string' || typeof header.simulated !== 'boolean')
    throw new NotAnExport(1, 'lacks stream or simulated');
  return header as ExportHeader;
}

function rowOf(stream: string, value: Record<string, unknown>, number: number): ChainRow {
  const { seq, prev, hash, body } = value;
  if (!isSeq(seq) || typeof body !== 'string' || !isHash(prev) || !isHash(hash)) {
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

function headOf(value: Record<string, unknown>, number: number): { seq: number; hash: string } {
  const { seq, hash } = Object(value.head) as Record<string, unknown>;
  if (!(isSeq(seq) || seq === 0) || !isHash(hash)) throw new NotAnExport(number, 'is not the head');
  return { seq, hash };
}

function parsed(text: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below, with the number of the line.
  }
  throw new NotAnExport(number, 'is not a JSON object');
}

function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
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
