import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditBundle, type PersonalParts } from '../../../libs/audit-bundle/index.js';
import type { DocumentStore } from '../../../libs/documents/index.js';
import { coversCompany, Forbidden, InvalidInput, type Principal, Unavailable } from '../../../libs/domain/index.js';
import { Cipher } from '../../../libs/persistence/index.js';
import { ActionNotInToken } from '../access/access-errors.js';
import { isAllowed } from '../access/access-table.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { DOCUMENTS } from '../runtime/runtime.js';
import { type AskedBundle, BundleRecord } from './bundle-record.js';

/** Each is read from the database for as long as its receiver takes it. */
const mostAtOnce = 2;

/** Bundles for auditors: who is handed one, and why, is on the access record before the first byte leaves. */
@Injectable()
export class AuditBundles {
  private running = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly cipher: Cipher,
    @Inject(DOCUMENTS) private readonly store: DocumentStore,
    private readonly records: BundleRecord,
  ) {}

  /**
   * Gives the bytes to whoever sends them.
   * @throws Forbidden `bundle-is-whole`, InvalidInput `invalid-period`, ActionNotInToken, LicenseNotFound; Unavailable
   *   `too-many-streams`, `law-not-here`, `sealing-behind`
   */
  async send(
    caller: Principal,
    asked: AskedBundle,
    reason: string | null,
    sender: (bytes: AsyncIterable<Buffer>) => Promise<void>,
  ): Promise<void> {
    mayBeHanded(caller, asked);
    if (this.running >= mostAtOnce) throw new TooManyBundles();
    this.running += 1;
    try {
      const { state, context } = await this.licenses.at(asked.licenseId, caller);
      if (!coversCompany(caller.scopes, state.companyId)) throw new BundleOfCompany();
      await this.records.record(caller, asked, reason);
      const { files, ...rest } = asked;
      const personal = files ? this.personalOf(caller) : null;
      const wish = { ...rest, createdAt: context.now, release: this.records.release, personal };
      await sender(await auditBundle(this.dataSource, wish));
    } finally {
      this.running -= 1;
    }
  }

  private personalOf(caller: Principal): PersonalParts {
    const { cipher, store } = this;
    return {
      cipher,
      store,
      names: isAllowed('read-people', caller),
      texts: isAllowed('read-private-text', caller),
    };
  }
}

function mayBeHanded(caller: Principal, { from, to, files }: AskedBundle): void {
  if (caller.period !== null) throw new BundleIsWhole(caller.period);
  for (const action of files ? (['read-material', 'read-scan'] as const) : [])
    if (!isAllowed(action, caller)) throw new ActionNotInToken(action, caller.actions ?? []);
  if (from > to)
    throw new InvalidInput('invalid-period', `${to} lies before ${from}: give the earlier day first`, {
      pointer: '/to',
      remedy: 'Give the earlier day as `from`.',
    });
}

class BundleIsWhole extends Forbidden {
  constructor(period: NonNullable<Principal['period']>) {
    super('bundle-is-whole', 'a bundle holds whole chains, from the first entry on: you may ask about a period only', {
      period,
      remedy: 'Let somebody who is not limited to a period make it, or ask GET /licenses/:id/state and /history.',
    });
  }
}

/** Who may see one license of a company does not see the company. */
class BundleOfCompany extends Forbidden {
  constructor() {
    super(
      'bundle-is-whole',
      'a bundle holds the whole chain of the company too: you may see single licenses of it only',
      {
        remedy: 'Let somebody who may see the company make it, or ask GET /licenses/:id/export.',
      },
    );
  }
}

class TooManyBundles extends Unavailable {
  constructor() {
    super('too-many-streams', 'as many bundles are being made here as may', {
      most: mostAtOnce,
      retryAfterSeconds: 10,
      remedy: 'Try again in a moment.',
    });
  }
}
