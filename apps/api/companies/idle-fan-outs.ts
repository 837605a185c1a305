import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { FanOutRepository } from '../../../libs/persistence/index.js';
import { type ApiOptions, ENGINE, type Engine, LOG, OPTIONS } from '../runtime/runtime.js';

const minuteMs = 60_000;

/**
 * Starts the fan-outs of events that some license has not heard of yet: Temporal was away when the event was recorded,
 * or lost the workflow. One that runs is left as it is, so several API processes may do this at once.
 */
@Injectable()
export class IdleFanOuts implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.start().catch((error: unknown) => this.log.warn({ err: error }, 'fan-outs not started'));
    }, minuteMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Oldest first, a hundred at a time. Ends at the first one that Temporal does not take. */
  async start(): Promise<string[]> {
    const events = await new FanOutRepository(this.dataSource.manager).pendingEvents();
    for (const { eventId, perSecond } of events)
      await this.engine.gateway.startFanOut(eventId, perSecond ?? this.options.fanOutPerSecond);
    return events.map(({ eventId }) => eventId);
  }
}
