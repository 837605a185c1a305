/** No entry comes near it; a longer line is no line. */
const mostBytes = 16 * 2 ** 20;

/** The line is longer than any that an export has. */
export class LineTooLong extends Error {}

/** Cuts what comes in chunks into lines, each with its newline; what is left at the end is a line without. */
export class Lines {
  private rest: Buffer[] = [];
  private length = 0;

  constructor(private readonly take: (line: Buffer) => void) {}

  /** @throws LineTooLong */
  push(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      this.keep(chunk.subarray(from, at + 1));
      this.end();
      from = at + 1;
    }
    this.keep(chunk.subarray(from));
  }

  end(): void {
    if (this.length === 0) return;
    const line = this.rest.length === 1 ? (this.rest[0] as Buffer) : Buffer.concat(this.rest);
    this.rest = [];
    this.length = 0;
    this.take(line);
  }

  private keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.length += piece.length;
    if (this.length > mostBytes) throw new LineTooLong(`longer than ${mostBytes} bytes`);
    this.rest.push(piece);
  }
}
