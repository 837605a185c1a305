/** A process that takes part, and what it does. */
export interface BenchProcess {
  name: string;
  pid: number;
  does: string;
}
