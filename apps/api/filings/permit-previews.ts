import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  decide,
  type LicenseCommandData,
  type Principal,
  permitFindings,
  type TextRef,
} from '../../../libs/domain/index.js';
import { asFarAsKnown, outcome, refusalsOf } from '../commands/preview-outcome.js';
import { mustBeNewNumber } from '../licenses/permit-numbers.js';
import { FilingsService } from './filings.service.js';

type Entry = LicenseCommandData['record-permit'];

/** Texts of a question are neither kept nor shown. */
const unkept: TextRef = { ref: 'preview', commitment: '00'.repeat(32) };

/** What entering a permit would come to. */
@Injectable()
export class PermitPreviews {
  constructor(
    private readonly filings: FilingsService,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws LicenseNotFound, NotFound `filing-not-found` */
  async of(
    licenseId: string,
    caller: Principal,
    entry: (text: (value: string) => Promise<TextRef>) => Promise<Entry>,
  ): Promise<object> {
    const data = await entry(async () => unkept);
    const { filingId, permit, issuedOn } = data;
    const { state, filing, context } = await this.filings.find(licenseId, filingId, caller);
    const findings = asFarAsKnown(() => permitFindings(state, filing, data, context.law));
    // A day that lies ahead is refused as the day of issue, which is what the caller gave.
    const validOn = issuedOn < context.today ? issuedOn : context.today;
    const { events, refusals } = outcome(() => decide(state, { type: 'record-permit', validOn, data }, context));
    const taken = await mustBeNewNumber(this.dataSource.manager, state, permit.number, caller.scopes).then(
      () => [],
      refusalsOf,
    );
    const all = [...taken, ...refusals];
    return { licenseId, filingId, findings, refusals: all, events: all.length === 0 ? events : [] };
  }
}
