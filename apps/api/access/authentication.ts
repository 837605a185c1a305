import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, principalOf } from '../../../libs/domain/index.js';
import { ApiTokenRepository, Cipher, tokenPrefix } from '../../../libs/persistence/index.js';
import { TokenInvalid } from '../problems/api-errors.js';
import { LicenseClock, type Moment } from '../runtime/license-clock.js';
import { IDENTITY } from '../runtime/runtime.js';
import { IdentityNotLinked } from './access-errors.js';
import type { AccessTokens } from './access-tokens.js';
import { identityFingerprint } from './identity.js';

/** How far behind the last use of a token may be on record: a token may be used a hundred times a second. */
const noteUseAfterMs = 60_000;

/** Who bears a token. */
@Injectable()
export class Authentication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly cipher: Cipher,
    @Inject(IDENTITY) private readonly identity: AccessTokens | null,
  ) {}

  /** @throws TokenInvalid; IdentityNotLinked, IdentityProviderAway for what is not a token of the house */
  async bearerOf(token: string): Promise<Principal> {
    const moment = this.clock.now();
    const tokens = new ApiTokenRepository(this.dataSource.manager);
    if (this.identity && !token.startsWith(tokenPrefix)) {
      const subject = await this.identity.subjectOf(token, moment.now);
      const identified = await tokens.identified(
        identityFingerprint(this.cipher, this.identity.issuer, subject),
        moment.today,
      );
      if (!identified) throw new IdentityNotLinked();
      return principalOf(identified);
    }
    const presented = await tokens.presented(token, moment);
    if (!presented) throw new TokenInvalid();
    if (isUseToNote(presented.lastUsedAt, moment)) await tokens.used(presented.tokenId, moment.now);
    return { ...principalOf(presented), tokenId: presented.tokenId };
  }
}

function isUseToNote(lastUsedAt: string | null, { now }: Moment): boolean {
  return lastUsedAt === null || Date.parse(now) - Date.parse(lastUsedAt) >= noteUseAfterMs;
}
