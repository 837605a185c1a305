/** Tells the story on the terminal, and keeps what the report needs: steps with seconds, and what did not hold. */
export class Narrator {
  readonly steps: { step: number; title: string; seconds: number }[] = [];
  readonly failures: string[] = [];
  private expectations = 0;
  private started = 0;

  constructor(
    private readonly write: (line: string) => void,
    private readonly color: boolean,
  ) {}

  /** Plain lines, outside the steps. */
  tells(lines: readonly string[]): void {
    this.write('');
    for (const line of lines) this.write(line);
  }

  async step(step: number, title: string, act: () => Promise<void>): Promise<void> {
    this.write('');
    this.write(this.paint('1', `${step}. ${title}`));
    this.started = performance.now();
    await act();
    this.steps.push({ step, title, seconds: Math.round(performance.now() - this.started) / 1000 });
  }

  /** Who acts and what the system answers. */
  says(who: string, what: string): void {
    this.write(`   ${this.paint('36', who.padEnd(10))} ${what}`);
  }

  detail(text: string): void {
    this.write(`              ${this.paint('2', text)}`);
  }

  /** A thing the story relies on. A miss is printed, counted, and makes the demo's exit status non-zero. */
  expect(holds: boolean, what: string): void {
    this.expectations += 1;
    if (holds) return;
    this.failures.push(what);
    this.write(`   ${this.paint('31', 'NOT SO')}     ${what}`);
  }

  get checked(): number {
    return this.expectations;
  }

  private paint(code: string, text: string): string {
    return this.color ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
