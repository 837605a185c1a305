import type { EntityManager } from 'typeorm';
import type { CompanyFacts } from '../domain/index.js';
import type { Act } from './act.js';
import { CompanyRepository, type FactsOfCompany } from './companies.repository.js';

export interface KnownCompany extends FactsOfCompany {
  companyId: string;
}

/** A license that holds a permit and has not ended. */
export interface KnownPermit {
  licenseId: string;
  companyId: string;
  number: string;
}

/**
 * Numbers are alike where `checkPermitNumber` says so: whatever the width, the case, the hyphen and the blanks.
 * Characters that have no counterpart are left out; PostgreSQL does not take those for blanks.
 */
const formOf = (number: string): string => `
  lower(regexp_replace(translate(normalize(${number}, NFKC),
    E'\\u2010\\u2011\\u2013\\u2014\\u2212\\u1680\\u2028\\u2029\\ufeff', '-----'), '\\s+', '', 'g'))`;

/** What of a sheet is on record already, in a few questions however long the sheet is. */
export class ImportMatchRepository {
  constructor(private readonly manager: EntityManager) {}

  /** By their unified social credit codes, as those are written everywhere. */
  async companies(usccs: readonly string[]): Promise<Map<string, KnownCompany>> {
    const rows = (await this.manager.query(
      'select id as "companyId", uscc, facts as company, seq as "companySeq" from paizhao.companies where uscc = any($1)',
      [usccs],
    )) as (KnownCompany & { uscc: string })[];
    return new Map(rows.map(({ uscc, ...known }) => [uscc, { ...known, companySeq: Number(known.companySeq) }]));
  }

  /** Of these companies, and of whichever company has one of these numbers, however it is written. */
  async permits(companyIds: readonly string[], numbers: readonly string[]): Promise<KnownPermit[]> {
    return (await this.manager.query(
      `select license_id as "licenseId", company_id as "companyId", permit_number as number
         from paizhao.license_view
        where permit_number is not null and not ended
          and (company_id = any($1::uuid[])
               or ${formOf('permit_number')} in (select ${formOf('n')} from unnest($2::text[]) n))
        order by opened_on, license_id`,
      [companyIds, numbers],
    )) as KnownPermit[];
  }

  /** @throws `company-exists` where somebody was faster */
  register(companyId: string, facts: CompanyFacts, act: Act): Promise<unknown> {
    return this.manager.transaction((manager) => new CompanyRepository(manager).register(companyId, facts, act));
  }
}
