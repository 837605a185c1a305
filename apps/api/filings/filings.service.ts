import { Injectable } from '@nestjs/common';
import { type Checklist, checklistOf, type Filing, NotFound, type Principal } from '../../../libs/domain/index.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';

@Injectable()
export class FilingsService {
  constructor(private readonly licenses: LicenseReader) {}

  async find(licenseId: string, filingId: string, principal: Principal): Promise<LicenseAtHand & { filing: Filing }> {
    const found = await this.licenses.at(licenseId, principal);
    const filing = Object.hasOwn(found.state.filings, filingId) ? found.state.filings[filingId] : undefined;
    if (filing) return { ...found, filing };
    throw new NotFound('filing-not-found', `the license has no filing ${filingId}`, {
      pointer: '/filingId',
      known: Object.keys(found.state.filings),
      remedy: 'Open a filing first, or name one of the known ones.',
    });
  }

  /** By the law that the license pins, on the planned filing day, or today. */
  async checklist(licenseId: string, filingId: string, principal: Principal): Promise<Checklist> {
    const { state, context, filing } = await this.find(licenseId, filingId, principal);
    return checklistOf(state, filing, context);
  }
}
