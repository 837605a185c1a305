/** One answer for all who ask: while it is on its way, and some time after it came, nobody asks anew. */
export class SharedAnswer<T> {
  private answer: Promise<T> | null = null;
  private freshUntil = Number.POSITIVE_INFINITY;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly keptMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(): Promise<T> {
    if (this.answer === null || this.now() >= this.freshUntil) this.answer = this.anew();
    return this.answer;
  }

  private async anew(): Promise<T> {
    this.freshUntil = Number.POSITIVE_INFINITY;
    try {
      return await this.ask();
    } finally {
      this.freshUntil = this.now() + this.keptMs;
    }
  }
}
