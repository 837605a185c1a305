import type { EntityManager } from 'typeorm';
import type { Duty, People, Place, Scope } from '../domain/index.js';
import type { FinishedFiling } from '../domain/rehearse.js';
import { LicenseViewEntity, ObligationViewEntity, PlannedRungEntity } from './entities/index.js';
import { isUuid } from './uuid-shape.js';
import { withinScopes } from './within-scopes.js';

/** Where one license stands by its ledger's head and what was derived up to it, read at one moment. */
export interface LicenseStanding {
  licenseId: string;
  /** Of the newest entry, as is `recordedAt` (the license's time, UTC). */
  seq: number;
  recordedAt: string;
  /** Entry up to which state and views were derived; null where there are none. */
  derivedSeq: number | null;
  /** No workflow should run. False where it was not derived. */
  ended: boolean;
  simulated: boolean;
  /** UTC instant of the next wake-up. */
  wakeAt: string | null;
  /** How far a simulated license is ahead of the clock on the wall. */
  clockOffsetMs: number;
}

interface StandingRow extends Omit<LicenseStanding, 'seq' | 'clockOffsetMs'> {
  seq: string;
  clockOffsetMs: string;
}

const standingSql = `
  select h.license_id as "licenseId", h.seq, paizhao.instant(h.recorded_at) as "recordedAt",
         case when v.seq is not null then least(s.seq, v.seq) end as "derivedSeq",
         coalesce(v.ended, false) as ended, coalesce(v.simulated, false) as simulated,
         paizhao.instant(s.wake_at) as "wakeAt", coalesce(s.clock_offset_ms, 0) as "clockOffsetMs"
    from (select *, substr(stream, length('license/') + 1)::uuid as license_id
            from paizhao.ledger_heads where stream like 'license/%') h
    left join paizhao.snapshots s on s.license_id = h.license_id
    left join paizhao.license_view v on v.license_id = s.license_id`;

const standingOf = (row: StandingRow): LicenseStanding => ({
  ...row,
  seq: Number(row.seq),
  clockOffsetMs: Number(row.clockOffsetMs),
});

/** Law that licenses pin and that a process does not have. */
export interface LackingLaw {
  pack: string;
  calendar: string;
  licenses: number;
}

/** A license with the people who look after it. */
export interface LicenseOfPerson extends People {
  licenseId: string;
  seq: number;
  /** A hand-over by this person is on record, and on its way to the license. */
  passing: boolean;
}

/** As many as show how an authority works these days. */
const mostFinishedLicenses = 500;

/** @param within condition on license_view */
const finishedSql = (within: string): string => `
  select v.authority, f.value->>'kind' as kind, f.value->'rounds'->0->>'receivedOn' as "receivedOn",
         min(coalesce(b.data->>'issuedOn', b.data->>'amendedOn')) as "issuedOn"
    from (select * from paizhao.license_view
           where authority = any($1) and not simulated and ${within}
           order by recorded_at desc limit $2) v
    join paizhao.snapshots s on s.license_id = v.license_id
    join paizhao.ledger_events e on e.stream = 'license/' || v.license_id::text
     and e.type in ('permit-issued', 'permit-renewed', 'permit-amended')
   cross join lateral (select convert_from(e.body, 'UTF8')::jsonb->'data' as data) b
   cross join lateral jsonb_each(s.state->'filings') f
   where f.key = b.data->>'filingId' and f.value->'rounds'->0->>'receivedOn' is not null
   group by v.license_id, v.authority, f.key, f.value
   order by "issuedOn" desc
   limit 2000`;

/** Lists over the views. Never truth: the ledger is. */
export class LicenseRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What licenses pin beside these packs and calendars. Looks at every snapshot. */
  async lackingLaw(packs: string[], calendars: string[]): Promise<LackingLaw[]> {
    return (await this.manager.query(
      `select state #>> '{pins,pack}' as pack, state #>> '{pins,calendar}' as calendar, count(*)::integer as licenses
         from paizhao.snapshots
        where state #>> '{pins,pack}' <> all ($1) or state #>> '{pins,calendar}' <> all ($2)
        group by 1, 2 order by 1, 2`,
      [packs, calendars],
    )) as LackingLaw[];
  }

  find(licenseId: string): Promise<LicenseViewEntity | null> {
    return this.manager.findOneBy(LicenseViewEntity, { licenseId });
  }

  /** Null where the lists do not have it. */
  async placeOf(licenseId: string): Promise<Place | null> {
    const rows = (await this.manager.query(
      'select license_id as "licenseId", company_id as "companyId" from paizhao.license_view where license_id = $1',
      [licenseId],
    )) as Place[];
    return rows[0] ?? null;
  }

  /** Licenses within the scopes that were opened by the day, by their ids. At most 10,000. */
  openedBy(
    day: string | null,
    scopes: readonly Scope[],
  ): Promise<{ licenseId: string; companyId: string; openedOn: string }[]> {
    const { sql, values } = withinScopes('v', scopes, 2);
    return this.manager.query(
      `select license_id as "licenseId", company_id as "companyId", to_char(opened_on, 'YYYY-MM-DD') as "openedOn"
         from paizhao.license_view v
        where ($1::date is null or opened_on <= $1::date) and ${sql}
        order by license_id limit 10000`,
      [day, ...values],
    );
  }

  /** Those of the licenses that each of the scopes covers. */
  async within(licenseIds: readonly string[], scopes: readonly Scope[]): Promise<Set<string>> {
    if (scopes.length === 0) return new Set(licenseIds);
    const { sql, values } = withinScopes('v', scopes, 2);
    const rows = (await this.manager.query(
      `select license_id as "licenseId" from paizhao.license_view v where license_id = any($1::uuid[]) and ${sql}`,
      [licenseIds, ...values],
    )) as { licenseId: string }[];
    return new Set(rows.map(({ licenseId }) => licenseId));
  }

  /** Owners, deputies and managers of the licenses that each of the scopes covers, ended ones too. */
  async peopleWithin(scopes: readonly Scope[]): Promise<string[]> {
    const { sql, values } = withinScopes('v', scopes, 1);
    const rows = (await this.manager.query(
      `select distinct person.id from paizhao.license_view v
        cross join unnest(array[v.owner, v.deputy, v.manager]) as person (id) where ${sql}`,
      [...values],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Of a license its owner, deputy and manager, each once, by id. */
  async peopleOf(licenseId: string): Promise<string[]> {
    const rows = (await this.manager.query(
      `select array(select distinct unnest(array[owner, deputy, manager]) order by 1) as people
         from paizhao.license_view where license_id = $1`,
      [licenseId],
    )) as { people: string[] }[];
    return rows[0]?.people ?? [];
  }

  /** Ids of those of a company that each of the scopes covers, in their order, from behind `after` on. */
  async idsOfCompany(
    companyId: string,
    { scopes, after, limit }: { scopes: readonly Scope[]; after: string | null; limit: number },
  ): Promise<string[]> {
    const { sql, values } = withinScopes('v', scopes, 4);
    const rows = (await this.manager.query(
      `select v.license_id as "licenseId" from paizhao.license_view v
        where v.company_id = $1 and ($2::uuid is null or v.license_id > $2::uuid) and ${sql}
        order by v.license_id limit $3`,
      [companyId, after, limit, ...values],
    )) as { licenseId: string }[];
    return rows.map((row) => row.licenseId);
  }

  /** Licenses of the company that were opened to follow one of its licenses, by their ids. */
  async followersOf(licenseId: string, companyId: string): Promise<string[]> {
    const rows = (await this.manager.query(
      `select v.license_id as "licenseId" from paizhao.license_view v
         join paizhao.snapshots s on s.license_id = v.license_id
        where v.company_id = $1 and s.state ->> 'follows' = $2 order by v.license_id`,
      [companyId, licenseId],
    )) as { licenseId: string }[];
    return rows.map((row) => row.licenseId);
  }

  /** Other licenses of the same company on which a certificate of that number runs. */
  async othersWithCompanion(licenseId: string, number: string): Promise<string[]> {
    const rows = (await this.manager.query(
      `select o.license_id as "licenseId" from paizhao.license_view v
         join paizhao.license_view o on o.company_id = v.company_id and o.license_id <> v.license_id
         join paizhao.snapshots s on s.license_id = o.license_id
        where v.license_id = $1 and exists (
          select from jsonb_array_elements(s.state #> '{conduct,companions}') c
           where c->>'number' = $2 and c->>'endedOn' is null)
        order by o.license_id`,
      [licenseId, number],
    )) as { licenseId: string }[];
    return rows.map((row) => row.licenseId);
  }

  /**
   * Licenses of the company whose permit bears that number, however written; the oldest first.
   * @param ended whether those that ended count too; they come last
   */
  async withPermitNumber(companyId: string, number: string, { ended } = { ended: false }): Promise<string[]> {
    if (!isUuid(companyId)) return [];
    const rows = (await this.manager.query(
      `select license_id as "licenseId" from paizhao.license_view
        where company_id = $1 and (not ended or $3) and paizhao.search_form(permit_number) = paizhao.search_form($2)
        order by ended, opened_on, license_id`,
      [companyId, number, ended],
    )) as { licenseId: string }[];
    return rows.map((row) => row.licenseId);
  }

  /** Licenses with that id, or whose permit bears that number, however written; the newest first. */
  async namedBy(idOrNumber: string): Promise<string[]> {
    const rows = (await this.manager.query(
      `select license_id as "licenseId" from paizhao.license_view
        where license_id::text = lower($1) or paizhao.search_form(permit_number) = paizhao.search_form($1)
        order by opened_on desc, license_id`,
      [idOrNumber],
    )) as { licenseId: string }[];
    return rows.map(({ licenseId }) => licenseId);
  }

  /** Open licenses within the scopes for which a person does something, with all their people, by their ids. */
  ofPerson(personId: string, scopes: readonly Scope[] = []): Promise<LicenseOfPerson[]> {
    const { sql, values } = withinScopes('v', scopes, 2);
    return this.manager.query(
      `select license_id as "licenseId", seq, owner, deputy, manager,
              exists (select from paizhao.fan_out f join paizhao.commands c on c.id = f.command_id
                       where f.license_id = v.license_id and f.state = 'pending'
                         and c.body->>'type' = 'hand-over' and c.body #>> '{data,from}' = $1) as passing
         from paizhao.license_view v
        where $1 in (owner, deputy, manager) and not ended and ${sql} order by license_id`,
      [personId, ...values],
    );
  }

  /** Open licenses of people who have left, and nothing on its way to them that may change it. */
  async ofLeavers(): Promise<{ licenseId: string; seq: number; personId: string }[]> {
    return this.manager.query(
      `select v.license_id as "licenseId", v.seq, p.id as "personId"
         from paizhao.people p
         join paizhao.license_view v on p.id::text in (v.owner, v.deputy, v.manager) and not v.ended
        where not p.active
          and not exists (select 1 from paizhao.fan_out f where f.license_id = v.license_id and f.state = 'pending')
        order by v.license_id, p.id limit 1000`,
    );
  }

  /** Every license that is on record, page by page, whether or not its views are there: for heal. */
  async standings(after: string | null = null, limit = 500): Promise<LicenseStanding[]> {
    const rows = (await this.manager.query(`${standingSql} where h.stream > $1 order by h.stream limit $2`, [
      `license/${after ?? ''}`,
      limit,
    ])) as StandingRow[];
    return rows.map(standingOf);
  }

  /** Null where nothing is on record. */
  async standing(licenseId: string): Promise<LicenseStanding | null> {
    const rows = (await this.manager.query(`${standingSql} where h.stream = $1`, [
      `license/${licenseId}`,
    ])) as StandingRow[];
    return rows[0] ? standingOf(rows[0]) : null;
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

  /** Filings of real licenses within the scopes that came to their permit: first receipt and issue, of the newest licenses. */
  async finishedFilings(authorities: readonly string[], scopes: readonly Scope[] = []): Promise<FinishedFiling[]> {
    const { sql, values } = withinScopes('license_view', scopes, 3);
    const parameters = [authorities, mostFinishedLicenses, ...values];
    return (await this.manager.query(finishedSql(sql), parameters)) as FinishedFiling[];
  }

  plannedRungs(licenseId: string): Promise<PlannedRungEntity[]> {
    return this.manager.find(PlannedRungEntity, { where: { licenseId }, order: { at: 'ASC', obligationId: 'ASC' } });
  }
}
