import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { Unavailable } from '../../../libs/domain/index.js';
import { TooManyOwnStreams } from '../problems/api-errors.js';

/** Of one process: each asks the database twice a second. */
const most = 200;
/** Of one bearer: nobody needs more, and so nobody takes all of them. */
const mostOfBearer = 20;

/**
 * Answers that stay open: followed jobs, long polls. They end when the client goes, and when the process is told to
 * stop, so that nobody waits for them.
 */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly open = new Map<AbortController, string>();
  private ended = false;

  /**
   * Does what an answer waits for; the signal says that it is over.
   * @param bearer by the name of the principal
   * @throws Unavailable `too-many-streams`, TooManyOwnStreams
   */
  async hold<T>(bearer: string, gone: AbortSignal, work: (over: AbortSignal) => Promise<T>): Promise<T> {
    if (this.ended || this.open.size >= most) throw new TooManyStreams();
    const own = [...this.open.values()].filter((each) => each === bearer).length;
    if (own >= mostOfBearer) throw new TooManyOwnStreams(mostOfBearer);
    const controller = new AbortController();
    this.open.set(controller, bearer);
    try {
      return await work(AbortSignal.any([gone, controller.signal]));
    } finally {
      this.open.delete(controller);
    }
  }

  /** Before the open requests are waited for. */
  end(): void {
    this.ended = true;
    for (const controller of this.open.keys()) controller.abort();
  }

  onModuleDestroy(): void {
    this.end();
  }

  get count(): number {
    return this.open.size;
  }
}

/** Says that whoever waits for the answer has gone, or went before anybody looked. */
export function goneWith(response: Response): AbortSignal {
  const gone = new AbortController();
  if (response.closed) gone.abort();
  else response.once('close', () => gone.abort());
  return gone.signal;
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
