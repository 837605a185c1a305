import type { EntityManager } from 'typeorm';
import type { Period, Scope } from '../domain/index.js';
import { withinScopes } from './within-scopes.js';

/** After which entry a reader goes on: an entry of a license, at a place of the feed. */
export interface ChangeCursor {
  place: number;
  seq: number;
}

/** An entry of a license as programs are told of it: which one and when, and nothing of what it says. */
export interface ChangeEntry {
  place: number;
  licenseId: string;
  companyId: string;
  simulated: boolean;
  seq: number;
  type: string;
  validOn: string;
  recordedAt: string;
}

/** A license that is in the feed up to a place, with its newest entry there. */
export interface KnownLicense {
  licenseId: string;
  upto: number;
  /** Its time was skipped. */
  simulated: boolean;
}

export interface ChangesAsked {
  after: ChangeCursor;
  limit: number;
  scopes: readonly Scope[];
  period: Period | null;
  /** Null for all. */
  types: readonly string[] | null;
}

/** Any number, the same in every process. */
const orderLock = 7_401_600_016;
/** Places that one look gives, and passes at most: what is left comes with the next. */
const placesAtOnce = 1_000;

/**
 * The entries of all licenses in one order. A ledger has an order per stream and none over all; what is appended is
 * noted with it, and whoever reads the feed gives what is noted its places. One at a time does so, and nobody sees a
 * place before all that come before it are there: a reader who goes on from a place misses nothing.
 */
export class ChangeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Gives the next entries without a place theirs. @returns how many licenses they are of */
  async order(): Promise<number> {
    const waiting = (await this.manager.query('select exists (select from paizhao.change_notes) as some')) as {
      some: boolean;
    }[];
    if (!waiting[0]?.some) return 0;
    return this.manager.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [orderLock]);
      const rows = (await manager.query(
        `with noted as (
           select license_id, after_seq, upto_seq from paizhao.change_notes
            order by license_id limit $1 for update skip locked),
         gone as (delete from paizhao.change_notes n using noted where n.license_id = noted.license_id),
         placed as (
           insert into paizhao.change_places (place, license_id, after_seq, upto_seq)
           select coalesce((select max(place) from paizhao.change_places), 0) + row_number() over (order by license_id),
                  license_id, after_seq, upto_seq
             from noted returning 1)
         select count(*)::integer as count from placed`,
        [placesAtOnce],
      )) as { count: number }[];
      return rows[0]?.count ?? 0;
    });
  }

  /** The end of the feed: what comes after it has not happened yet, or has no place yet. */
  async end(): Promise<ChangeCursor> {
    const rows = (await this.manager.query(
      'select place::float8 as place, upto_seq::float8 as seq from paizhao.change_places order by place desc limit 1',
    )) as ChangeCursor[];
    return rows[0] ?? { place: 0, seq: 0 };
  }

  /** When the newest entry of a license of the scopes whose time was skipped was recorded (UTC); null where there is none. */
  async farthestSkipped(scopes: readonly Scope[]): Promise<string | null> {
    const { sql, values } = withinScopes('v', scopes, 1);
    const rows = (await this.manager.query(
      `select paizhao.instant(max(v.recorded_at)) as "recordedAt"
         from paizhao.license_view v where v.simulated and ${sql}`,
      [...values],
    )) as { recordedAt: string | null }[];
    return rows[0]?.recordedAt ?? null;
  }

  /** The licenses within the scopes that are in the feed up to a place, by their ids. @param companies null for all */
  licensesUpTo(place: number, scopes: readonly Scope[], companies: readonly string[] | null): Promise<KnownLicense[]> {
    const { sql, values } = withinScopes('v', scopes, 3);
    return this.manager.query(
      `select p.license_id as "licenseId", max(p.upto_seq)::float8 as upto, bool_or(v.simulated) as simulated
         from paizhao.change_places p join paizhao.license_view v on v.license_id = p.license_id
        where p.place <= $1 and ($2::uuid[] is null or v.company_id = any($2::uuid[])) and ${sql}
        group by p.license_id order by p.license_id`,
      [place, companies, ...values],
    );
  }

  /**
   * What the reader may see of the next entries, in order, and where the look ended: behind the last of them where the
   * page is full, else behind all that was looked through.
   */
  async page({
    after,
    limit,
    scopes,
    period,
    types,
  }: ChangesAsked): Promise<{ changes: ChangeEntry[]; upto: ChangeCursor }> {
    const narrow = scopes.length > 0 || period !== null || types !== null;
    const upto = await this.lookedThrough(after, narrow ? placesAtOnce : limit);
    const within = withinScopes('v', scopes, 8);
    const changes = (await this.manager.query(
      `select p.place::float8 as place, p.license_id as "licenseId", v.company_id as "companyId", v.simulated,
              e.seq::integer as seq, e.type, to_char(e.valid_on, 'YYYY-MM-DD') as "validOn",
              paizhao.instant(e.recorded_at) as "recordedAt"
         from paizhao.change_places p
         join paizhao.license_view v on v.license_id = p.license_id
         join paizhao.ledger_events e on e.stream = 'license/' || p.license_id::text
          and e.seq > p.after_seq and e.seq <= p.upto_seq
        where p.place between $1 and $3 and (p.place, e.seq) > ($1, $2)
          and ($4::text[] is null or e.type = any($4::text[]))
          and ($5::date is null or (e.recorded_at at time zone 'Asia/Shanghai')::date >= $5::date)
          and ($6::date is null or (e.recorded_at at time zone 'Asia/Shanghai')::date <= $6::date)
          and ${within.sql}
        order by p.place, e.seq limit $7`,
      [after.place, after.seq, upto.place, types, period?.from ?? null, period?.until ?? null, limit, ...within.values],
    )) as ChangeEntry[];
    const last = changes.at(-1);
    return { changes, upto: changes.length === limit && last ? { place: last.place, seq: last.seq } : upto };
  }

  /** A place has an entry at least: only who sees few of them looks through more places than the page has lines. */
  private async lookedThrough(after: ChangeCursor, places: number): Promise<ChangeCursor> {
    const rows = (await this.manager.query(
      `select place::float8 as place, upto_seq::float8 as seq from (
         select place, upto_seq from paizhao.change_places where place >= $1 order by place limit $2) p
        order by place desc limit 1`,
      [after.place, places + 1],
    )) as ChangeCursor[];
    return rows[0] ?? after;
  }
}
