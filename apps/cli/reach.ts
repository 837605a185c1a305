import { DocumentUnreadable, FileStoreUnavailable } from '../../libs/documents/index.js';

/** What is wrong with one stored file; `out-of-reach`: the store does not give it (no right to read it, say). */
export type FileFault = DocumentUnreadable['why'] | 'out-of-reach';

/** So many in a row say that it is the store that is away, and no single file. */
const mostInARow = 20;

/** Goes on where one file cannot be had, and no further where none can. */
export class Reach {
  private inARow = 0;

  /** What is asked of one file, or what is wrong with it. @throws FileStoreUnavailable where the store seems away */
  async whyNot<T>(ask: () => Promise<T>): Promise<T | FileFault> {
    try {
      const answer = await ask();
      this.inARow = 0;
      return answer;
    } catch (error) {
      return this.faultOf(error);
    }
  }

  private faultOf(error: unknown): FileFault {
    if (error instanceof FileStoreUnavailable) {
      this.inARow++;
      if (this.inARow < mostInARow) return 'out-of-reach';
    }
    if (!(error instanceof DocumentUnreadable)) throw error;
    this.inARow = 0;
    return error.why;
  }
}
