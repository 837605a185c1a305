import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Work that outlasts a request (imports, exports), and the change feed: the ledger's entries of licenses in one order.
 * A trigger of the ledger's heads notes in the transaction that appends which licenses have entries without a place in
 * that order; whoever reads the feed gives them one.
 */
export class InAndOut1795737600016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(jobs);
    await runner.query(changes);
    await runner.query('alter table paizhao.webhook_endpoints add column imported boolean not null default true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table paizhao.webhook_endpoints drop column imported;
      drop trigger ledger_heads_change on paizhao.ledger_heads;
      drop function paizhao.change_noted();
      drop table paizhao.change_places, paizhao.change_notes, paizhao.job_pieces, paizhao.jobs;
    `);
  }
}

const jobs = `
  create table paizhao.jobs (
    id uuid not null,
    kind text not null,
    actor_kind text not null,
    actor_id text not null,
    asked jsonb not null,
    state text not null default 'queued',
    version integer not null default 1,
    done integer not null default 0,
    total integer,
    outcome jsonb,
    failure text,
    attempts integer not null default 0,
    claim_token uuid,
    claimed_until timestamptz(3),
    changed_at timestamptz(3) not null default clock_timestamp(),
    ended_at timestamptz(3),
    swept_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint jobs_pk primary key (id),
    constraint jobs_kind_known check (kind in ('import', 'import-trial', 'export')),
    constraint jobs_state_known check (state in ('queued', 'running', 'done', 'failed')),
    constraint jobs_ended_when_final check ((ended_at is not null) = (state in ('done', 'failed'))),
    constraint jobs_failure_named check ((failure is not null) = (state = 'failed'))
  );
  create index jobs_open on paizhao.jobs (stored_at, id) where ended_at is null;
  create index jobs_of_actor on paizhao.jobs (actor_kind, actor_id, stored_at, id);
  create index jobs_listed on paizhao.jobs (stored_at, id);
  create index jobs_unswept on paizhao.jobs (ended_at) where swept_at is null;

  create table paizhao.job_pieces (
    job_id uuid not null,
    part text not null,
    number integer not null,
    bytes bytea not null,
    constraint job_pieces_pk primary key (job_id, part, number),
    constraint job_pieces_job_fk foreign key (job_id) references paizhao.jobs (id),
    constraint job_pieces_part_known check (part in ('input', 'findings', 'result'))
  );
  grant select, insert, update on paizhao.jobs to paizhao_app;
  grant select, insert, delete on paizhao.job_pieces to paizhao_app;
`;

const changes = `
  create table paizhao.change_notes (
    license_id uuid not null,
    after_seq bigint not null,
    upto_seq bigint not null,
    constraint change_notes_pk primary key (license_id),
    constraint change_notes_forward check (after_seq < upto_seq)
  );

  create table paizhao.change_places (
    place bigint not null,
    license_id uuid not null,
    after_seq bigint not null,
    upto_seq bigint not null,
    constraint change_places_pk primary key (place),
    constraint change_places_forward check (after_seq < upto_seq)
  );

  create function paizhao.change_noted() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if new.stream ~ '^license/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        insert into paizhao.change_notes as n (license_id, after_seq, upto_seq)
        values (substr(new.stream, 9)::uuid, coalesce(old.seq, 0), new.seq)
        on conflict (license_id) do update set upto_seq = excluded.upto_seq;
      end if;
      return null;
    end $$;

  grant select, insert, update, delete on paizhao.change_notes to paizhao_app;
  grant select, insert on paizhao.change_places to paizhao_app;
  grant select, insert, update on paizhao.change_notes to paizhao_ledger;

  -- What is on record already comes first, license by license.
  insert into paizhao.change_notes (license_id, after_seq, upto_seq)
    select substr(stream, 9)::uuid, 0, seq from paizhao.ledger_heads
     where stream ~ '^license/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

  create trigger ledger_heads_change
    after insert or update on paizhao.ledger_heads
    for each row execute function paizhao.change_noted();
`;
