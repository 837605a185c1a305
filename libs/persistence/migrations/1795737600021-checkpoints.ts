import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signed checkpoints over the whole ledger. A trigger of the ledger's heads notes in the transaction that appends what
 * is not sealed yet; the sealer gives it its places in one order, grows the Merkle tree, and signs.
 */
export class Checkpoints1795737600021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notes);
    await runner.query(sealed);
    await runner.query(mails);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_heads_seal on paizhao.ledger_heads;
      drop function paizhao.seal_noted();
      drop table paizhao.checkpoint_mails, paizhao.seal_findings, paizhao.checkpoints, paizhao.heads_tiles,
                 paizhao.log_tiles, paizhao.sealed_ranges, paizhao.sealed_heads, paizhao.seal_notes;
    `);
  }
}

/** Only ever inserted by those who append, so that nobody waits for the sealer, who takes them away. */
const notes = `
  create table paizhao.seal_notes (
    id bigint generated always as identity,
    stream text not null,
    upto_seq bigint not null,
    entries bigint not null,
    noted_at timestamptz(3) not null default clock_timestamp(),
    constraint seal_notes_pk primary key (id),
    constraint seal_notes_some check (entries > 0)
  );

  create function paizhao.seal_noted() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      insert into paizhao.seal_notes (stream, upto_seq, entries)
      values (new.stream, new.seq, new.seq - coalesce(old.seq, 0));
      return null;
    end $$;

  grant select, update (entries), delete on paizhao.seal_notes to paizhao_app;
  grant insert on paizhao.seal_notes to paizhao_ledger;

  create trigger ledger_heads_seal
    after insert or update on paizhao.ledger_heads
    for each row execute function paizhao.seal_noted();

  -- The trigger waited for those who were appending: what they appended is here now.
  insert into paizhao.seal_notes (stream, upto_seq, entries)
    select stream, seq, seq from paizhao.ledger_heads order by stream;
`;

const sealed = `
  create table paizhao.sealed_heads (
    stream text not null,
    bucket integer not null,
    seq bigint not null,
    hash bytea not null,
    constraint sealed_heads_pk primary key (stream)
  );
  create index sealed_heads_bucket on paizhao.sealed_heads (bucket);

  create table paizhao.sealed_ranges (
    first_leaf bigint not null,
    stream text not null,
    after_seq bigint not null,
    upto_seq bigint not null,
    constraint sealed_ranges_pk primary key (first_leaf),
    constraint sealed_ranges_forward check (after_seq < upto_seq)
  );
  create unique index sealed_ranges_stream on paizhao.sealed_ranges (stream, upto_seq);

  create table paizhao.log_tiles (
    level smallint not null,
    index bigint not null,
    hashes bytea not null,
    constraint log_tiles_pk primary key (level, index)
  );
  alter table paizhao.log_tiles alter column hashes set storage external;

  create table paizhao.heads_tiles (
    tier smallint not null,
    index integer not null,
    hashes bytea not null,
    constraint heads_tiles_pk primary key (tier, index)
  );

  create table paizhao.checkpoints (
    number bigint not null,
    size bigint not null,
    seal text not null,
    note text not null,
    sealed_at timestamptz(3) not null,
    constraint checkpoints_pk primary key (number)
  );
  create unique index checkpoints_size on paizhao.checkpoints (size);

  create table paizhao.seal_findings (
    kind text not null,
    stream text not null,
    seq bigint not null,
    seconds bigint not null,
    found_at timestamptz(3) not null,
    constraint seal_findings_pk primary key (kind, stream, seq),
    constraint seal_findings_kind_known check (kind in ('recorded-apart', 'stored-back', 'sealed-back'))
  );
  create index seal_findings_found on paizhao.seal_findings (found_at);

  grant select, insert, update on paizhao.sealed_heads, paizhao.log_tiles, paizhao.heads_tiles to paizhao_app;
  grant select, insert on paizhao.sealed_ranges, paizhao.checkpoints, paizhao.seal_findings to paizhao_app;
`;

const mails = `
  create table paizhao.checkpoint_mails (
    day date not null,
    person_id uuid not null,
    number bigint not null,
    state text not null default 'queued',
    attempts integer not null default 0,
    rendered bytea,
    smtp_answer text,
    changed_at timestamptz(3),
    constraint checkpoint_mails_pk primary key (day, person_id),
    constraint checkpoint_mails_state_known check (state in ('queued', 'sent', 'uncertain', 'failed'))
  );
  create index checkpoint_mails_person on paizhao.checkpoint_mails (person_id, number);
  grant select, insert, update on paizhao.checkpoint_mails to paizhao_app;
`;
