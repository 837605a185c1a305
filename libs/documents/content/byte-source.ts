/** The content ends where more of it must follow. */
export class ContentEnds extends Error {
  constructor() {
    super('it ends too early');
  }
}

const nothing = Buffer.alloc(0);

/** Bytes as they arrive, taken in pieces of the size that is wished. Holds one chunk and what was asked for beyond it. */
export class ByteSource {
  private held: Buffer = nothing;
  private at = 0;
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** How many bytes were taken. */
  get position(): number {
    return this.at;
  }

  /** The next bytes without taking them: so many, or fewer where the content ends before. */
  async peek(bytes: number): Promise<Buffer> {
    while (this.held.length < bytes) {
      const next = await this.chunks.next();
      if (next.done) break;
      this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
    }
    return this.held.subarray(0, bytes);
  }

  /** @throws ContentEnds */
  async take(bytes: number): Promise<Buffer> {
    const taken = await this.peek(bytes);
    if (taken.length < bytes) throw new ContentEnds();
    this.drop(bytes);
    return taken;
  }

  /** What is at hand, one byte at least; empty at the end. It is not taken: `drop` says how much of it was used. */
  async piece(): Promise<Buffer> {
    await this.peek(1);
    return this.held;
  }

  drop(bytes: number): void {
    this.held = this.held.subarray(bytes);
    this.at += bytes;
  }

  /** Passes over so many bytes; `see` looks at them. @throws ContentEnds */
  async pass(bytes: number, see: (piece: Buffer) => void = () => undefined): Promise<void> {
    let left = bytes;
    while (left > 0) {
      const piece = (await this.piece()).subarray(0, left);
      if (piece.length === 0) throw new ContentEnds();
      see(piece);
      this.drop(piece.length);
      left -= piece.length;
    }
  }

  /** All that is left. */
  async *rest(): AsyncGenerator<Buffer> {
    for (;;) {
      const piece = await this.piece();
      if (piece.length === 0) return;
      this.drop(piece.length);
      yield piece;
    }
  }
}
