import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { type ApiOptions, ENGINE, type Engine, LOG, OPTIONS } from '../runtime/runtime.js';

/** Carries what the house has told its licenses. */
@Injectable()
export class HouseFanOut {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The rows are on record: should the start fail, IdleFanOuts does it a minute later. */
  async soon(eventId: string): Promise<void> {
    await this.engine.gateway.startFanOut(eventId, this.options.fanOutPerSecond).catch((error: unknown) => {
      this.log.warn({ eventId, err: error }, 'fan-out not started');
    });
  }
}
