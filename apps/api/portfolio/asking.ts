import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../libs/domain/index.js';
import type { PortfolioAsking } from '../../../libs/persistence/index.js';
import { LicenseClock } from '../runtime/license-clock.js';

/** As of which day questions about many licenses are answered, and what of them the caller may see. */
@Injectable()
export class Asking {
  constructor(private readonly clock: LicenseClock) {}

  of({ scopes, period }: Principal): PortfolioAsking {
    return { today: this.clock.now().today, scopes, from: period?.from ?? null };
  }
}
