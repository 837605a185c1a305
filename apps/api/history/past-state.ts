import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CivilDate, shanghaiDay } from '../../../libs/calendar/index.js';
import {
  agenda,
  type Context,
  fold,
  type LicenseState,
  lawOfLicense,
  licenseStatus,
  NotFound,
  type Obligation,
  type Principal,
} from '../../../libs/domain/index.js';
import { OutboxRepository } from '../../../libs/persistence/index.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';
import { LicenseLedger, recorded } from './license-ledger.js';

export interface KnownNotice {
  key: string;
  obligationId: string;
  rung: string;
  role: string;
  personId: string;
  state: string;
  at: string;
}

/** What was known of a license at an instant: nothing that was recorded later shows. */
export interface KnownState {
  licenseId: string;
  /** UTC instant up to which entries count. */
  knownOn: string;
  today: CivilDate;
  seq: number;
  status: string;
  simulated: boolean;
  filings: LicenseState['filings'][string][];
  permit: LicenseState['permit'];
  agenda: readonly Obligation[];
  /** Messages that had left by then. */
  notices: KnownNotice[];
  state: LicenseState;
}

const left: ReadonlySet<string> = new Set(['delivery-sent', 'delivery-uncertain']);

@Injectable()
export class PastState {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LicenseLedger,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** @throws NotFound `not-known-yet` where nothing was on record at that instant */
  async at(licenseId: string, until: string, principal: Principal): Promise<KnownState> {
    const events = (await this.ledger.events(licenseId, until)).map(recorded);
    const state = fold(licenseId, events);
    if (!state) {
      throw new NotFound('not-known-yet', `nothing was on record at ${until}`, {
        until,
        remedy: 'Ask for a later moment.',
      });
    }
    const today = shanghaiDay(until);
    const context: Context = {
      law: lawOfLicense(state),
      now: until,
      today,
      actor: principal.actor,
      wakeWindow: this.options.wakeWindow,
    };
    return {
      licenseId,
      knownOn: until,
      today,
      seq: state.seq,
      status: licenseStatus(state, today),
      simulated: state.simulated,
      filings: Object.values(state.filings),
      permit: state.permit,
      agenda: agenda(state, context),
      notices: await this.noticesSent(licenseId, until),
      state,
    };
  }

  /** The last word by then on each message that had left; the delivery stream says it, the outbox what it was about. */
  private async noticesSent(licenseId: string, until: string): Promise<KnownNotice[]> {
    const messages = await new OutboxRepository(this.dataSource.manager).ofLicense(licenseId);
    const sent = new Map<string, KnownNotice>();
    for (const { type, data, recordedAt } of await this.ledger.deliveries(licenseId, until)) {
      const message = messages.find(({ key }) => key === (data as { key?: string }).key);
      if (!message || !left.has(type)) continue;
      const { key, obligationId, rung, role, personId } = message;
      sent.set(key, { key, obligationId, rung, role, personId, state: type.replace('delivery-', ''), at: recordedAt });
    }
    return [...sent.values()];
  }
}
