import { Injectable } from '@nestjs/common';
import { TooManySheets } from './sheet-upload.js';

/** Those that wait for their turn, and the one that has it. */
const mostWaiting = 8;

/** Sheets that are given back, one at a time: what they take in memory together stays what one takes. */
@Injectable()
export class SheetTurns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Does the work when the turn comes. @throws TooManySheets */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= mostWaiting) throw new TooManySheets(mostWaiting);
    this.waiting += 1;
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}
