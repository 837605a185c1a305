import { ByteSource } from './content/byte-source.js';
import { inspectContent } from './content/inspect.js';
import { Handover } from './handover.js';

/** The inspection of one content while it arrives: it says no as soon as it knows. */
export class Inspection {
  private readonly handover = new Handover();
  private readonly answer: Promise<string>;

  constructor(fileName: string) {
    this.answer = inspectContent(new ByteSource(this.handover), fileName).finally(() => this.handover.leave());
    this.answer.catch(() => undefined); // whoever gives or asks is told
  }

  async give(chunk: Buffer): Promise<void> {
    await this.handover.give(chunk);
    // Nobody who is content leaves before the end.
    if (this.handover.isLeft) await this.answer;
  }

  mediaType(): Promise<string> {
    this.handover.end();
    return this.answer;
  }

  abandon(): void {
    this.handover.end();
  }
}
