type Kind = 'tampered' | 'sound' | 'flipped';

/** What came out, case by case. */
export class Tally {
  readonly faults: string[] = [];
  private readonly cases: Record<Kind, number> = { tampered: 0, sound: 0, flipped: 0 };
  private ofOne = 0;
  private missed = 0;
  private false = 0;

  /** `differences`: what a verifier `missed:`, or found and should not have: `false:`. */
  count(kind: Kind, what: string, differences: readonly string[]): void {
    this.cases[kind] += 1;
    if (differences.length === 0) return;
    if (differences.some((line) => line.includes('missed'))) this.missed += 1;
    if (differences.some((line) => line.includes('false'))) this.false += 1;
    this.faults.push(what, ...differences.map((line) => `    ${line}`));
  }

  /** One of them is found by the first verifier alone: the second one does not look at it. */
  countOfOne(): void {
    this.ofOne += 1;
  }

  isClean = (): boolean => this.faults.length === 0;

  summary(seed: number): string {
    const { tampered, sound, flipped } = this.cases;
    const found = tampered + flipped - this.missed;
    const agreed = this.isClean()
      ? `both verifiers agree on all but ${this.ofOne} that only paizhao looks at`
      : 'the verifiers differ from the table, see above';
    return (
      `tamper: ${tampered + sound + flipped} cases (${tampered} tampered, ${flipped} bytes, ${sound} sound), ` +
      `${found} found, missed ${this.missed}, false ${this.false}; ${agreed}; seed ${seed}`
    );
  }
}
