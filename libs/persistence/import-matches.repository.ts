import type { EntityManager } from 'typeorm';
import type { CompanyFacts } from '../domain/index.js';
import type { Act } from './act.js';
import { CommandRepository, type CommandToStore } from './commands.repository.js';
import { CompanyRepository, type FactsOfCompany } from './companies.repository.js';

export interface KnownCompany extends FactsOfCompany {
  companyId: string;
}

/** A license that holds a permit, or held it until it ended. */
export interface KnownPermit {
  licenseId: string;
  companyId: string;
  number: string;
  ended: boolean;
}

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

  /**
   * Of these companies, those of licenses that ended too, and of whichever company has one of these numbers now, however
   * it is written. Of a company's licenses those that have not ended come first.
   */
  async permits(companyIds: readonly string[], numbers: readonly string[]): Promise<KnownPermit[]> {
    return (await this.manager.query(
      `select license_id as "licenseId", company_id as "companyId", permit_number as number, ended
         from paizhao.license_view
        where permit_number is not null
          and (company_id = any($1::uuid[]) or not ended
               and paizhao.permit_form(permit_number) in (select paizhao.permit_form(n) from unnest($2::text[]) n))
        order by ended, opened_on, license_id`,
      [companyIds, numbers],
    )) as KnownPermit[];
  }

  /**
   * Stores the registration of a permit, unless another company holds its number or is about to. One at a time for each
   * number: of two that come at once the second sees the first. A registration that was cut off counts for an hour.
   */
  storeUnlessHeld(command: CommandToStore, companyId: string, number: string): Promise<boolean> {
    return this.manager.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('permit/' || paizhao.permit_form($1), 0))`, [
        number,
      ]);
      const others = (await manager.query(
        `select from paizhao.license_view
          where permit_number is not null and not ended
            and paizhao.permit_form(permit_number) = paizhao.permit_form($2) and company_id::text <> $1::text
         union all
         select from paizhao.commands
          where reply is null and body ->> 'type' = 'register-permit'
            and paizhao.permit_form(body #>> '{data,permit,number}') = paizhao.permit_form($2)
            and body #>> '{data,companyId}' <> $1::text and stored_at > clock_timestamp() - interval '1 hour'
          limit 1`,
        [companyId, number],
      )) as unknown[];
      if (others.length > 0) return false;
      await new CommandRepository(manager).store(command);
      return true;
    });
  }

  /** @throws `company-exists` where somebody was faster */
  register(companyId: string, facts: CompanyFacts, act: Act): Promise<unknown> {
    return this.manager.transaction((manager) => new CompanyRepository(manager).register(companyId, facts, act));
  }
}
