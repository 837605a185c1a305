import { OutcomeUnknown, TooManyCommands } from './errors.js';

interface Waiting {
  go: () => void;
}

/**
 * One command in flight per license and process; the others wait in line. Temporal admits few updates per workflow at
 * once, and a line in front of it answers faster than its refusals.
 */
export class LicenseLanes {
  /** Who waits behind the one in flight, by license; no entry: nobody is in flight. */
  private readonly lanes = new Map<string, Waiting[]>();

  constructor(private readonly longestLine: number) {}

  /** Runs `work` when its turn comes. Throws `TooManyCommands` at once, or `OutcomeUnknown` if the turn comes too late. */
  async run<T>(licenseId: string, commandId: string, deadline: number, work: () => Promise<T>): Promise<T> {
    const line = this.lanes.get(licenseId);
    if (line) await this.turn(line, licenseId, commandId, deadline);
    else this.lanes.set(licenseId, []);
    try {
      return await work();
    } finally {
      this.next(licenseId);
    }
  }

  private turn(line: Waiting[], licenseId: string, commandId: string, deadline: number): Promise<void> {
    if (line.length >= this.longestLine) throw new TooManyCommands(licenseId, line.length);
    return new Promise((resolve, reject) => {
      const waiting = {
        go: () => {
          clearTimeout(tooLate);
          resolve();
        },
      };
      const tooLate = setTimeout(
        () => {
          line.splice(line.indexOf(waiting), 1);
          reject(new OutcomeUnknown(licenseId, commandId));
        },
        Math.max(0, deadline - Date.now()),
      );
      line.push(waiting);
    });
  }

  private next(licenseId: string): void {
    const waiting = this.lanes.get(licenseId)?.shift();
    if (waiting) waiting.go();
    else this.lanes.delete(licenseId);
  }
}
