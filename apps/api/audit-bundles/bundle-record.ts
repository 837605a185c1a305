import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordBundle } from '../../../libs/audit-bundle/index.js';
import type { Principal } from '../../../libs/domain/index.js';
import { Cipher } from '../../../libs/persistence/index.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';

export interface AskedBundle {
  licenseId: string;
  from: string;
  to: string;
  files: boolean;
}

/** Whoever asks the API has shown a token. */
const unclaimed = { claimed: null, account: null };

/** The release that makes it, and the record of it. */
@Injectable()
export class BundleRecord {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly cipher: Cipher,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  get release(): string {
    return this.options.version;
  }

  record({ actor }: Pick<Principal, 'actor'>, asked: AskedBundle, reason: string | null): Promise<void> {
    const { now } = this.clock.now();
    return recordBundle(this.dataSource, this.cipher, { ...asked, by: 'api', actor, now, reason, ...unclaimed });
  }
}
