import type { EntityManager } from 'typeorm';
import type { Duty, LicenseStatus } from '../domain/index.js';
import { LicenseViewEntity, ObligationViewEntity, PlannedRungEntity } from './entities/index.js';

export interface LicenseFilter {
  companyId?: string;
  status?: LicenseStatus;
  /** Owner, deputy or manager. */
  person?: string;
  needsAttention?: boolean;
  /** Company's next duty on or before this civil day. */
  dueBy?: string;
  /** Last license id of the page before. */
  after?: string;
  /** At most 200; 50 where it is left out. */
  limit?: number;
}

/** Lists over the views. Never truth: the ledger is. */
export class LicenseRepository {
  constructor(private readonly manager: EntityManager) {}

  find(licenseId: string): Promise<LicenseViewEntity | null> {
    return this.manager.findOneBy(LicenseViewEntity, { licenseId });
  }

  list(filter: LicenseFilter = {}): Promise<LicenseViewEntity[]> {
    const query = this.manager.createQueryBuilder(LicenseViewEntity, 'l').orderBy('l.licenseId');
    if (filter.companyId) query.andWhere('l.companyId = :companyId', filter);
    if (filter.status) query.andWhere('l.status = :status', filter);
    if (filter.person) query.andWhere('(l.owner = :person or l.deputy = :person or l.manager = :person)', filter);
    if (filter.needsAttention !== undefined) query.andWhere('l.needsAttention = :needsAttention', filter);
    if (filter.dueBy) query.andWhere('l.nextDate <= :dueBy', filter);
    if (filter.after) query.andWhere('l.licenseId > :after', filter);
    return query.limit(Math.min(filter.limit ?? 50, 200)).getMany();
  }

  /** Licenses of one company, whatever their state. */
  async idsOfCompany(companyId: string): Promise<string[]> {
    const rows = (await this.manager.query(
      'select license_id from paizhao.license_view where company_id = $1 order by 1',
      [companyId],
    )) as { license_id: string }[];
    return rows.map((row) => row.license_id);
  }

  /** Every license with a ledger, page by page, for heal and reconciliation. `ended`: no workflow should run. */
  async page(after: string | null, limit = 500): Promise<{ licenseId: string; ended: boolean; seq: number }[]> {
    const query = this.manager.createQueryBuilder(LicenseViewEntity, 'l').orderBy('l.licenseId').limit(limit);
    if (after) query.where('l.licenseId > :after', { after });
    const rows = await query.getMany();
    return rows.map(({ licenseId, ended, seq }) => ({ licenseId, ended, seq }));
  }

  obligations(filter: {
    licenseId?: string;
    duty?: Duty;
    dueBy?: string;
    limit?: number;
  }): Promise<ObligationViewEntity[]> {
    const query = this.manager.createQueryBuilder(ObligationViewEntity, 'o').orderBy('o.date', 'ASC', 'NULLS LAST');
    if (filter.licenseId) query.andWhere('o.licenseId = :licenseId', filter);
    if (filter.duty) query.andWhere('o.duty = :duty', filter);
    if (filter.dueBy) query.andWhere('o.date <= :dueBy', filter);
    return query.limit(Math.min(filter.limit ?? 200, 1000)).getMany();
  }

  plannedRungs(licenseId: string): Promise<PlannedRungEntity[]> {
    return this.manager.find(PlannedRungEntity, { where: { licenseId }, order: { at: 'ASC', obligationId: 'ASC' } });
  }
}
