import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a signed pack must not be written anew by a later version; and where originals are, for all licenses. */
export class Packs1795737600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(packTable);
    await runner.query(originalView);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger snapshots_originals on paizhao.snapshots;
      drop function paizhao.note_originals();
      drop table paizhao.original_view, paizhao.packs;
    `);
  }
}

/** Kept once, and changed by nobody. */
const packTable = `
  create table paizhao.packs (
    license_id uuid not null,
    seq integer not null,
    manifest text not null,
    cover bytea not null,
    sha256 text not null,
    bytes bigint not null,
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint packs_pk primary key (license_id, seq),
    constraint packs_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$')
  );
  grant select, insert on paizhao.packs to paizhao_app;
`;

/**
 * Follows each folded state of a license that ever handed an original over, in the same transaction; others cost a look.
 * What a rebuilt state says takes the place of what was there.
 */
const originalView = `
  create table paizhao.original_view (
    license_id uuid not null,
    filing_id text not null,
    requirement_id text not null,
    person_id text,
    handed_over_on date not null,
    due_back_on date,
    constraint original_view_pk primary key (license_id, filing_id, requirement_id)
  );
  create index original_view_due on paizhao.original_view
    ((coalesce(due_back_on, 'infinity'::date)), license_id, filing_id, requirement_id);
  grant select, insert, delete on paizhao.original_view to paizhao_app;

  create function paizhao.note_originals() returns trigger
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    begin
      delete from paizhao.original_view v where v.license_id = new.license_id;
      insert into paizhao.original_view (license_id, filing_id, requirement_id, person_id, handed_over_on, due_back_on)
      select new.license_id, filing.key, original.key, original.value #>> '{holder,person}',
             (original.value ->> 'handedOverOn')::date, (original.value ->> 'dueBackOn')::date
        from jsonb_each(new.state -> 'filings') filing, jsonb_each(filing.value -> 'originals') original
       where original.value ->> 'returnedOn' is null;
      return null;
    end $$;
  revoke all on function paizhao.note_originals() from public;
  grant execute on function paizhao.note_originals() to paizhao_app;
  create trigger snapshots_originals after insert or update of state on paizhao.snapshots
    for each row when (new.state @? '$.filings.*.originals.*') execute function paizhao.note_originals();
`;
