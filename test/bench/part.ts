/** One way of running commands. */
export interface Part {
  readonly name: PartName;
  /**
   * Makes ready, not timed, what a round of so many commands needs.
   *
   * @returns the act of each command, by its number from 0; rejects when the command was not carried out
   */
  prepare(count: number): Promise<(index: number) => Promise<void>>;
}

export const partNames = ['bare', 'gateway', 'http'] as const;

export type PartName = (typeof partNames)[number];
