/**
 * Hands chunks from one that has them to one that asks for them, one at a time: who gives waits until the chunk was
 * used. A taker that leaves sets the giver free.
 */
export class Handover implements AsyncIterableIterator<Buffer> {
  private chunk: Buffer | null = null;
  private ended = false;
  private left = false;
  private wakeTaker = (): void => undefined;
  private wakeGiver = (): void => undefined;

  async give(chunk: Buffer): Promise<void> {
    if (this.left) return;
    this.chunk = chunk;
    const used = new Promise<void>((resolve) => {
      this.wakeGiver = resolve;
    });
    this.wakeTaker();
    await used;
  }

  get isLeft(): boolean {
    return this.left;
  }

  end(): void {
    this.ended = true;
    this.wakeTaker();
  }

  leave(): void {
    this.left = true;
    this.wakeGiver();
  }

  async next(): Promise<IteratorResult<Buffer>> {
    this.wakeGiver();
    while (this.chunk === null && !this.ended) {
      await new Promise<void>((resolve) => {
        this.wakeTaker = resolve;
      });
    }
    const { chunk } = this;
    this.chunk = null;
    return chunk === null ? { done: true, value: undefined } : { done: false, value: chunk };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
