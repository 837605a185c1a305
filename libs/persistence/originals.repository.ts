import type { EntityManager } from 'typeorm';
import type { LicenseViewEntity, OriginalViewEntity } from './entities/index.js';
import {
  clockOffset,
  type PortfolioAsking,
  type PortfolioFilter,
  portfolioConditions,
} from './portfolio-conditions.js';

export interface OriginalFilter extends Pick<PortfolioFilter, 'companyId' | 'authority' | 'owner' | 'person'> {
  /** Person who has it. */
  holder?: string;
  /** Due back on or before this civil day. */
  dueBy?: string;
}

/** Where a page ended: the day (null for none) and ids of its last original. */
export interface OriginalPlace {
  dueBackOn: string | null;
  licenseId: string;
  filingId: string;
  requirementId: string;
}

export interface OriginalLine
  extends OriginalViewEntity,
    Pick<LicenseViewEntity, 'companyId' | 'companyName' | 'authority' | 'owner' | 'deputy' | 'simulated'> {
  /** How far a simulated license is ahead of the clock on the wall. */
  clockOffsetMs: number;
}

/** As the index has it. */
const dueDay = `coalesce(o.due_back_on, 'infinity'::date)`;

/** Originals that are out, over all licenses. */
export class OriginalRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What is due back first comes first, what has no day last. */
  async page(
    { filter, after, limit }: { filter: OriginalFilter; after: OriginalPlace | null; limit: number },
    asking: PortfolioAsking,
  ): Promise<OriginalLine[]> {
    const { holder, dueBy, ...ofLicense } = filter;
    const conditions = portfolioConditions(ofLicense, asking);
    if (holder) conditions.add(`o.person_id = ${conditions.bind(holder)}`);
    if (dueBy) conditions.add(`o.due_back_on <= ${conditions.bind(dueBy)}::date`);
    if (after) {
      const place = [after.dueBackOn ?? 'infinity', after.licenseId, after.filingId, after.requirementId];
      const [day, license, ...ids] = place.map((part) => conditions.bind(part));
      conditions.add(
        `(${dueDay}, o.license_id, o.filing_id, o.requirement_id) > (${day}::date, ${license}::uuid, ${ids.join(', ')})`,
      );
    }
    return (await this.manager.query(
      `select o.license_id as "licenseId", o.filing_id as "filingId", o.requirement_id as "requirementId",
              o.person_id as "personId", o.handed_over_on::text as "handedOverOn", o.due_back_on::text as "dueBackOn",
              v.company_id as "companyId", v.company_name as "companyName", v.authority, v.owner, v.deputy, v.simulated,
              ${clockOffset}
         from paizhao.original_view o join paizhao.license_view v on v.license_id = o.license_id
        where ${conditions.where}
        order by ${dueDay}, o.license_id, o.filing_id, o.requirement_id limit ${conditions.bind(limit)}`,
      conditions.values,
    )) as OriginalLine[];
  }
}
