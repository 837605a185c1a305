import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The append-only ledger. Its tables and functions belong to `paizhao_ledger`, a role nobody can log in as; the
 * product's role may read them and append through one function. Triggers refuse every other way, for the owner too.
 */
export class Ledger1795305600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(lockFunction);
    await runner.query(appendFunction);
    await runner.query(ownership);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function paizhao.ledger_append(text, bigint, bytea, bytea[], bytea[]);
      drop function paizhao.ledger_lock(text);
      drop table paizhao.ledger_heads;
      drop table paizhao.ledger_events;
      drop function paizhao.ledger_head_moves_forward();
      drop function paizhao.ledger_is_append_only();
      drop function paizhao.instant(timestamptz);
    `);
  }
}

const tables = `
  create function paizhao.instant(moment timestamptz) returns text
    language sql stable strict parallel safe
    as $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

  create table paizhao.ledger_events (
    stream text not null,
    seq bigint not null,
    body bytea not null,
    prev bytea not null,
    hash bytea not null,
    type text not null,
    v integer not null,
    recorded_at timestamptz(3) not null,
    stored_at timestamptz(3) not null,
    valid_on date not null,
    command_id text not null,
    actor_kind text not null,
    actor_id text not null,
    constraint ledger_events_pk primary key (stream, seq),
    constraint ledger_events_stream_named check (stream ~ '^[a-z]+(/[0-9a-z-]+)?$'),
    constraint ledger_events_seq_positive check (seq > 0),
    constraint ledger_events_hash_length check (octet_length(prev) = 32 and octet_length(hash) = 32)
  );
  create index ledger_events_command on paizhao.ledger_events (stream, command_id);

  create table paizhao.ledger_heads (
    stream text not null,
    seq bigint not null,
    hash bytea not null,
    recorded_at timestamptz(3) not null,
    constraint ledger_heads_pk primary key (stream),
    constraint ledger_heads_seq_positive check (seq > 0)
  );
`;

const guards = `
  create function paizhao.ledger_is_append_only() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      raise exception '% of %.% is refused: the ledger is append-only', tg_op, tg_table_schema, tg_table_name
        using errcode = 'PZ004';
    end $$;

  create trigger ledger_events_append_only
    before update or delete or truncate on paizhao.ledger_events
    for each statement execute function paizhao.ledger_is_append_only();

  create trigger ledger_heads_stay
    before delete or truncate on paizhao.ledger_heads
    for each statement execute function paizhao.ledger_is_append_only();

  create function paizhao.ledger_head_moves_forward() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if tg_op = 'UPDATE' and (new.stream <> old.stream or new.seq <= old.seq) then
        raise exception 'the head of % may only move forward', old.stream using errcode = 'PZ004';
      end if;
      if not exists (select from paizhao.ledger_events e
                      where e.stream = new.stream and e.seq = new.seq and e.hash = new.hash
                        and e.recorded_at = new.recorded_at) then
        raise exception 'the head of % must be its newest entry', new.stream using errcode = 'PZ004';
      end if;
      return new;
    end $$;

  create trigger ledger_heads_forward
    before insert or update on paizhao.ledger_heads
    for each row execute function paizhao.ledger_head_moves_forward();
`;

const lockFunction = `
  create function paizhao.ledger_lock(p_stream text)
    returns table (seq bigint, hash bytea, recorded_at text, clock text)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    declare
      head paizhao.ledger_heads%rowtype;
    begin
      select * into head from paizhao.ledger_heads h where h.stream = p_stream for update;
      if not found then
        -- An empty stream has no row to lock: the first writers queue here, and look again when their turn comes.
        perform pg_advisory_xact_lock(hashtextextended(p_stream, 0));
        select * into head from paizhao.ledger_heads h where h.stream = p_stream for update;
      end if;
      -- The clock is read last: an entry stored after another one never carries an earlier time.
      return query select coalesce(head.seq, 0), head.hash, paizhao.instant(head.recorded_at),
                          paizhao.instant(clock_timestamp());
    end $$;
`;

const appendFunction = `
  create function paizhao.ledger_append(
      p_stream text, p_expected_seq bigint, p_prev bytea, p_bodies bytea[], p_hashes bytea[])
    returns bigint
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    declare
      head record;
      last bytea := p_prev;
      recorded timestamptz;
      entry jsonb;
      count integer := cardinality(p_bodies);
    begin
      select * into head from paizhao.ledger_lock(p_stream);
      if head.seq <> p_expected_seq then
        raise exception 'the head of % is %, not %', p_stream, head.seq, p_expected_seq using errcode = 'PZ001';
      end if;
      if coalesce(head.hash, decode(repeat('00', 32), 'hex')) is distinct from p_prev then
        raise exception 'the head of % has another hash', p_stream using errcode = 'PZ002';
      end if;
      if count = 0 or count is distinct from cardinality(p_hashes) then
        raise exception 'every entry needs a body and a hash' using errcode = 'PZ003';
      end if;
      recorded := head.recorded_at::timestamptz;

      for i in 1..count loop
        if p_hashes[i] is distinct from sha256('\\x00'::bytea || last || p_bodies[i]) then
          raise exception 'entry % of % does not have its hash', p_expected_seq + i, p_stream using errcode = 'PZ002';
        end if;
        entry := convert_from(p_bodies[i], 'UTF8')::jsonb;
        if entry->>'stream' is distinct from p_stream
           or entry->'seq' is distinct from to_jsonb(p_expected_seq + i)
           or entry->>'recordedAt' is distinct from paizhao.instant((entry->>'recordedAt')::timestamptz)
           or entry->>'storedAt' is distinct from paizhao.instant((entry->>'storedAt')::timestamptz)
           or entry->>'validOn' is distinct from to_char((entry->>'validOn')::date, 'YYYY-MM-DD')
           or (select array_agg(key order by key collate "C") from jsonb_object_keys(entry) key)
              <> array['actor', 'commandId', 'data', 'recordedAt', 'seq', 'storedAt', 'stream', 'type', 'v', 'validOn']
        then
          raise exception 'entry % of % is not a well-formed envelope of its place', p_expected_seq + i, p_stream
            using errcode = 'PZ003';
        end if;
        if (entry->>'recordedAt')::timestamptz < recorded then
          raise exception 'entry % of % is recorded before its predecessor', p_expected_seq + i, p_stream
            using errcode = 'PZ003';
        end if;
        if (entry->>'storedAt')::timestamptz not between date_trunc('milliseconds', transaction_timestamp())
                                                     and clock_timestamp() then
          raise exception 'entry % of % does not carry the time of this database', p_expected_seq + i, p_stream
            using errcode = 'PZ003';
        end if;
        recorded := (entry->>'recordedAt')::timestamptz;
        -- The columns are taken from the hashed body itself, so that no copy can differ from what was hashed.
        insert into paizhao.ledger_events
          (stream, seq, body, prev, hash, type, v, recorded_at, stored_at, valid_on, command_id, actor_kind, actor_id)
        values (p_stream, p_expected_seq + i, p_bodies[i], last, p_hashes[i], entry->>'type', (entry->>'v')::integer,
                recorded, (entry->>'storedAt')::timestamptz, (entry->>'validOn')::date, entry->>'commandId',
                entry->'actor'->>'kind', entry->'actor'->>'id');
        last := p_hashes[i];
      end loop;

      insert into paizhao.ledger_heads as h (stream, seq, hash, recorded_at)
      values (p_stream, p_expected_seq + count, last, recorded)
      on conflict (stream) do update set seq = excluded.seq, hash = excluded.hash, recorded_at = excluded.recorded_at;
      return p_expected_seq + count;
    end $$;
`;

const ownership = `
  grant usage on schema paizhao to paizhao_app;
  grant usage, create on schema paizhao to paizhao_ledger;
  alter table paizhao.ledger_events owner to paizhao_ledger;
  alter table paizhao.ledger_heads owner to paizhao_ledger;
  alter function paizhao.ledger_is_append_only() owner to paizhao_ledger;
  alter function paizhao.ledger_head_moves_forward() owner to paizhao_ledger;
  alter function paizhao.ledger_lock(text) owner to paizhao_ledger;
  alter function paizhao.ledger_append(text, bigint, bytea, bytea[], bytea[]) owner to paizhao_ledger;
  revoke create on schema paizhao from paizhao_ledger;

  revoke all on paizhao.ledger_events, paizhao.ledger_heads from public;
  grant select on paizhao.ledger_events, paizhao.ledger_heads to paizhao_app;
  revoke all on function paizhao.ledger_lock(text) from public;
  revoke all on function paizhao.ledger_append(text, bigint, bytea, bytea[], bytea[]) from public;
  grant execute on function paizhao.ledger_lock(text) to paizhao_app;
  grant execute on function paizhao.ledger_append(text, bigint, bytea, bytea[], bytea[]) to paizhao_app;
`;
