import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { HouseReadingRepository } from '../../../libs/persistence/index.js';
import { LOG } from '../runtime/runtime.js';
import { ReadingsService } from './readings.service.js';

/** Licenses are looked through, which takes seconds for very many; an authority seldom changes. */
const everyMs = 10 * 60_000;

/** Tells licenses whose authority has changed what the house has settled with the one that decides now. */
@Injectable()
export class UnheardReadings implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly readings: ReadingsService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.tell().catch((error: unknown) => this.log.warn({ err: error }, 'settled readings not told'));
    }, everyMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** @returns how many licenses were told */
  async tell(): Promise<number> {
    let told = 0;
    for (const licenseId of await new HouseReadingRepository(this.dataSource.manager).unheard()) {
      told += await this.readings.tell(licenseId);
    }
    return told;
  }
}
