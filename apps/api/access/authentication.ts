import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, principalOf } from '../../../libs/domain/index.js';
import { ApiTokenRepository } from '../../../libs/persistence/index.js';
import { TokenInvalid } from '../problems/api-errors.js';
import { LicenseClock, type Moment } from '../runtime/license-clock.js';

/** How far behind the last use of a token may be on record: a token may be used a hundred times a second. */
const noteUseAfterMs = 60_000;

/** Who bears a token. */
@Injectable()
export class Authentication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
  ) {}

  /** @throws TokenInvalid */
  async bearerOf(token: string): Promise<Principal> {
    const moment = this.clock.now();
    const tokens = new ApiTokenRepository(this.dataSource.manager);
    const presented = await tokens.presented(token, moment);
    if (!presented) throw new TokenInvalid();
    if (isUseToNote(presented.lastUsedAt, moment)) await tokens.used(presented.tokenId, moment.now);
    return principalOf(presented);
  }
}

function isUseToNote(lastUsedAt: string | null, { now }: Moment): boolean {
  return lastUsedAt === null || Date.parse(now) - Date.parse(lastUsedAt) >= noteUseAfterMs;
}
