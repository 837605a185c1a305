import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { agenda, type Companion, type Obligation, type Principal } from '../../../libs/domain/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';
import { CompanyService } from '../companies/company.service.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';

/** Licenses in memory at a time. */
const pageSize = 100;

export interface CompanionOfCompany extends Companion {
  licenseId: string;
  /** What is due about it. */
  duties: Pick<Obligation, 'id' | 'kind' | 'period' | 'deadline'>[];
}

/** Certificates beside the permits of one company: a number is the company's, whichever license it was recorded on. */
@Injectable()
export class CompanyCompanions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly companies: CompanyService,
    private readonly licenses: LicenseReader,
  ) {}

  /** @throws NotFound `company-not-found` */
  async list(companyId: string, caller: Principal): Promise<CompanionOfCompany[]> {
    await this.companies.find(companyId);
    const repository = new LicenseRepository(this.dataSource.manager);
    const { scopes } = caller;
    const found: CompanionOfCompany[] = [];
    for (let after: string | null = null; ; ) {
      const ids: string[] = await repository.idsOfCompany(companyId, { scopes, after, limit: pageSize });
      found.push(...(await this.licenses.several(ids, caller)).flatMap(companionsOf));
      after = ids.at(-1) ?? null;
      if (ids.length < pageSize) return found;
    }
  }
}

function companionsOf({ state, context }: LicenseAtHand): CompanionOfCompany[] {
  const duties = state.conduct.companions.length === 0 ? [] : agenda(state, context);
  return state.conduct.companions.map((companion) => {
    const opening = new Set([companion.seq, ...companion.terms.map(({ seq }) => seq)].map(String));
    const own = duties.filter(
      ({ id, kind }) => kind.startsWith('number-certificate') && opening.has(id.split(':')[1] ?? ''),
    );
    return {
      licenseId: state.licenseId,
      ...companion,
      duties: own.map(({ id, kind, period, deadline }) => ({ id, kind, period, deadline })),
    };
  });
}
