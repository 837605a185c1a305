import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '../runtime/runtime.js';
import { ReadingsService } from './readings.service.js';
import { RemindingService } from './reminding.service.js';

/** What a crash left untold, or what came between two looks, is heard within this time. */
const everyMs = 10 * 60_000;

/** What the house has settled before a license was there, or before its people were named, is told to it too. */
@Injectable()
export class UntoldNews implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly readings: ReadingsService,
    private readonly reminding: RemindingService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.tellReminding(null);
    this.timer = setInterval(() => void this.tellReminding(null), everyMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** A license that was just opened: now if it can, else soon. */
  async tellOpened(licenseId: string): Promise<void> {
    await this.readings.tellSoon(licenseId);
    await this.tellReminding(licenseId);
  }

  /** A license whose people were named anew hears who of them is away. */
  async tellReminding(licenseId: string | null): Promise<void> {
    await this.reminding.tell(licenseId).catch((error: unknown) => {
      this.log.warn({ err: error }, 'reminders and absences not told');
    });
  }
}
