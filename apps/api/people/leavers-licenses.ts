import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';
import { HouseFanOut } from '../house/house-fan-out.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LOG } from '../runtime/runtime.js';
import { spreadHandOver } from './successions.service.js';

const everyMs = 10 * 60_000;

/** A license that named somebody just before that person left is handed over too. */
@Injectable()
export class LeaversLicenses implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly fanOut: HouseFanOut,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.handOver().catch((error: unknown) => this.log.warn({ err: error }, 'licenses of leavers not handed over'));
    }, everyMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** @returns how many licenses were told */
  async handOver(): Promise<number> {
    const found = await new LicenseRepository(this.dataSource.manager).ofLeavers();
    const { today } = this.clock.now();
    for (const { licenseId, seq, personId } of found) {
      const eventId = uuid5(paizhaoNamespace, 'left-behind', licenseId, String(seq), personId);
      await this.dataSource.transaction((manager) =>
        spreadHandOver(manager, eventId, personId, [{ to: null, licenseIds: [licenseId] }], today),
      );
      await this.fanOut.soon(eventId);
    }
    return found.length;
  }
}
