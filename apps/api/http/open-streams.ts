import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Unavailable } from '../../../libs/domain/index.js';

/** Of one process: each asks the database twice a second. */
const most = 200;

/**
 * Answers that stay open: followed jobs, long polls. They end when the client goes, and when the process is told to
 * stop, so that nobody waits for them.
 */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly open = new Set<AbortController>();
  private ended = false;

  /**
   * Does what an answer waits for; the signal says that it is over.
   * @throws Unavailable `too-many-streams`
   */
  async hold<T>(gone: AbortSignal, work: (over: AbortSignal) => Promise<T>): Promise<T> {
    if (this.ended || this.open.size >= most) throw new TooManyStreams();
    const controller = new AbortController();
    this.open.add(controller);
    try {
      return await work(AbortSignal.any([gone, controller.signal]));
    } finally {
      this.open.delete(controller);
    }
  }

  /** Before the open requests are waited for. */
  end(): void {
    this.ended = true;
    for (const controller of this.open) controller.abort();
  }

  onModuleDestroy(): void {
    this.end();
  }

  get count(): number {
    return this.open.size;
  }
}

class TooManyStreams extends Unavailable {
  constructor() {
    super('too-many-streams', 'as many answers stay open here as may', {
      most,
      retryAfterSeconds: 5,
      remedy: 'Try again in a moment, or ask now and then instead.',
    });
  }
}
