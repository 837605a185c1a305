do $$ begin create role paizhao_ledger nologin; exception when duplicate_object or unique_violation then null; end $$;

do $$ begin create role paizhao_app login; exception when duplicate_object or unique_violation then null; end $$;

create schema paizhao;

create table paizhao.migrations (id serial primary key, "timestamp" bigint not null, name varchar not null);

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
        if p_hashes[i] is distinct from sha256('\x00'::bytea || last || p_bodies[i]) then
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

insert into paizhao.migrations ("timestamp", name) values (1795305600001, 'Ledger1795305600001');

create table paizhao.commands (
    id uuid not null,
    subject_id uuid not null,
    principal text not null,
    actor jsonb not null,
    fingerprint text not null,
    body jsonb not null,
    reply jsonb,
    seq integer,
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint commands_pk primary key (id),
    constraint commands_reply_with_seq check ((reply is null) = (seq is null))
  );
  create index commands_subject on paizhao.commands (subject_id, stored_at);

  create table paizhao.fan_out (
    event_id uuid not null,
    license_id uuid not null,
    command_id uuid not null,
    state text not null default 'pending',
    refusal_code text,
    done_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint fan_out_pk primary key (event_id, license_id),
    constraint fan_out_state_known check (state in ('pending', 'done', 'refused')),
    constraint fan_out_command_fk foreign key (command_id) references paizhao.commands (id)
  );
  create index fan_out_pending on paizhao.fan_out (event_id) where state = 'pending';

create table paizhao.snapshots (
    license_id uuid not null,
    seq integer not null,
    state jsonb not null,
    wake_at timestamptz(3),
    wake_why text,
    clock_offset_ms bigint not null default 0,
    constraint snapshots_pk primary key (license_id)
  );
  create index snapshots_wake on paizhao.snapshots (wake_at) where wake_at is not null;

  create table paizhao.license_view (
    license_id uuid not null,
    seq integer not null,
    company_id uuid not null,
    company_name text not null,
    service_types text[] not null,
    coverage text not null,
    authority text not null,
    office text not null,
    status text not null,
    status_on date not null,
    owner text not null,
    deputy text not null,
    manager text not null,
    filings jsonb not null,
    permit_number text,
    permit_last_day date,
    next_obligation text,
    next_date date,
    safe_day date,
    needs_attention boolean not null,
    attention jsonb not null,
    simulated boolean not null,
    ended boolean not null,
    opened_on date not null,
    recorded_at timestamptz(3) not null,
    constraint license_view_pk primary key (license_id)
  );
  create index license_view_company on paizhao.license_view (company_id);
  create index license_view_next_date on paizhao.license_view (next_date);
  create index license_view_attention on paizhao.license_view (license_id) where needs_attention;

  create table paizhao.obligation_view (
    license_id uuid not null,
    obligation_id text not null,
    kind text not null,
    duty text not null,
    filing_id text,
    period text,
    opened_on date not null,
    date date,
    safe_day date,
    cure_end date,
    firmness text,
    paused boolean not null,
    constraint obligation_view_pk primary key (license_id, obligation_id)
  );
  create index obligation_view_date on paizhao.obligation_view (date);

  create table paizhao.planned_rungs (
    license_id uuid not null,
    obligation_id text not null,
    rung text not null,
    day date not null,
    at timestamptz(3) not null,
    constraint planned_rungs_pk primary key (license_id, obligation_id, rung)
  );
  create index planned_rungs_at on paizhao.planned_rungs (at);

  create table paizhao.companies (
    id uuid not null,
    seq integer not null,
    name text not null,
    uscc text not null,
    facts jsonb not null,
    recorded_at timestamptz(3) not null,
    constraint companies_pk primary key (id)
  );
  create unique index companies_uscc on paizhao.companies (uscc);

create table paizhao.outbox (
    key text not null,
    license_id uuid not null,
    seq integer not null,
    obligation_id text not null,
    rung text not null,
    role text not null,
    person_id text not null,
    channel text not null,
    notice jsonb not null,
    due_at timestamptz(3) not null,
    simulated boolean not null,
    state text not null default 'queued',
    attempts integer not null default 0,
    rendered bytea,
    smtp_answer text,
    changed_at timestamptz(3),
    settled_at timestamptz(3),
    claim_token uuid,
    claimed_until timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint outbox_pk primary key (key),
    constraint outbox_state_known
      check (state in ('queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed')),
    constraint outbox_settled_when_final
      check (settled_at is not null or state in ('queued', 'sending', 'uncertain'))
  );
  create index outbox_unsettled on paizhao.outbox (license_id) where settled_at is null;
  create index outbox_license on paizhao.outbox (license_id, seq);

create table paizhao.people (
    id uuid not null,
    name bytea not null,
    mail bytea not null,
    language text not null,
    active boolean not null default true,
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint people_pk primary key (id)
  );

  create table paizhao.api_tokens (
    id uuid not null,
    hash text not null,
    person_id uuid,
    integration text,
    roles text[] not null,
    expires_at timestamptz(3),
    revoked_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint api_tokens_pk primary key (id),
    constraint api_tokens_one_bearer check ((person_id is null) <> (integration is null)),
    constraint api_tokens_person_fk foreign key (person_id) references paizhao.people (id)
  );
  create unique index api_tokens_hash on paizhao.api_tokens (hash);

  create table paizhao.files (
    id uuid not null,
    license_id uuid not null,
    sha256 text not null,
    bytes integer not null,
    media_type text not null,
    storage_key text not null,
    claimed_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint files_pk primary key (id)
  );
  create index files_unclaimed on paizhao.files (stored_at) where claimed_at is null;
  create index files_sha256 on paizhao.files (sha256);

  create table paizhao.private_texts (
    id uuid not null,
    subject_id uuid not null,
    salt bytea not null,
    sealed bytea not null,
    commitment text not null,
    claimed_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint private_texts_pk primary key (id)
  );
  create index private_texts_unclaimed on paizhao.private_texts (stored_at) where claimed_at is null;

grant select, insert, update, delete on paizhao.fan_out, paizhao.commands, paizhao.snapshots, paizhao.license_view, paizhao.obligation_view, paizhao.planned_rungs, paizhao.outbox, paizhao.companies, paizhao.files, paizhao.private_texts, paizhao.api_tokens, paizhao.people to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795305600002, 'Records1795305600002');

create function paizhao.unsent(p_license uuid) returns text[]
    language sql stable set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(key order by seq, key), '{}')
        from paizhao.outbox where license_id = p_license and settled_at is null
    $$;

create function paizhao.advance_begin(p_license uuid, p_command text)
    returns table (seq bigint, hash bytea, recorded_at text, clock text,
                   snapshot_seq integer, state jsonb, wake_at text, wake_why text,
                   command jsonb, on_record boolean, unsent text[])
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    declare
      v_stream text := 'license/' || p_license;
    begin
      select * into seq, hash, recorded_at, clock from paizhao.ledger_lock(v_stream);
      -- These statements come after the lock on purpose: each sees what the writer before us has committed.
      select s.seq, s.state, paizhao.instant(s.wake_at), s.wake_why
        into snapshot_seq, state, wake_at, wake_why
        from paizhao.snapshots s where s.license_id = p_license;
      if p_command is not null then
        on_record := exists (select from paizhao.ledger_events e where e.stream = v_stream and e.command_id = p_command);
        if p_command !~ '^wake:' then
          select to_jsonb(c) into command from paizhao.commands c where c.id = p_command::uuid;
        end if;
      end if;
      unsent := paizhao.unsent(p_license);
      return next;
    end $$;

create function paizhao.advance_derive(p_license uuid, p_seq bigint, p jsonb) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    begin
      insert into paizhao.snapshots as s (license_id, seq, state, wake_at, wake_why)
      values (p_license, p_seq, p->'state', (p->>'wakeAt')::timestamptz, p->>'wakeWhy')
      on conflict (license_id) do update
        set seq = excluded.seq, state = excluded.state, wake_at = excluded.wake_at, wake_why = excluded.wake_why;

      insert into paizhao.license_view
      select * from jsonb_populate_record(null::paizhao.license_view, p->'view')
      on conflict (license_id) do update set
        seq = excluded.seq, company_id = excluded.company_id, company_name = excluded.company_name,
        service_types = excluded.service_types, coverage = excluded.coverage, authority = excluded.authority,
        office = excluded.office, status = excluded.status, status_on = excluded.status_on, owner = excluded.owner,
        deputy = excluded.deputy, manager = excluded.manager, filings = excluded.filings,
        permit_number = excluded.permit_number, permit_last_day = excluded.permit_last_day,
        next_obligation = excluded.next_obligation, next_date = excluded.next_date, safe_day = excluded.safe_day,
        needs_attention = excluded.needs_attention, attention = excluded.attention, simulated = excluded.simulated,
        ended = excluded.ended, opened_on = excluded.opened_on, recorded_at = excluded.recorded_at;

      delete from paizhao.obligation_view o where o.license_id = p_license
        and not exists (select from jsonb_array_elements(p->'obligations') n where n->>'obligation_id' = o.obligation_id);
      insert into paizhao.obligation_view as o
      select * from jsonb_populate_recordset(null::paizhao.obligation_view, p->'obligations')
      on conflict (license_id, obligation_id) do update set
        kind = excluded.kind, duty = excluded.duty, filing_id = excluded.filing_id, period = excluded.period,
        opened_on = excluded.opened_on, date = excluded.date, safe_day = excluded.safe_day,
        cure_end = excluded.cure_end, firmness = excluded.firmness, paused = excluded.paused
        where o is distinct from excluded;

      delete from paizhao.planned_rungs r where r.license_id = p_license
        and not exists (select from jsonb_array_elements(p->'rungs') n
                         where n->>'obligation_id' = r.obligation_id and n->>'rung' = r.rung);
      insert into paizhao.planned_rungs as r
      select * from jsonb_populate_recordset(null::paizhao.planned_rungs, p->'rungs')
      on conflict (license_id, obligation_id, rung) do update set day = excluded.day, at = excluded.at
        where r is distinct from excluded;
    end $$;

create function paizhao.advance_record(
      p_license uuid, p_expected bigint, p_prev bytea, p_bodies bytea[], p_hashes bytea[], p jsonb)
    returns text[]
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    declare
      v_seq bigint;
    begin
      v_seq := paizhao.ledger_append('license/' || p_license, p_expected, p_prev, p_bodies, p_hashes);
      perform paizhao.advance_derive(p_license, v_seq, p->'derived');

      insert into paizhao.outbox
        (key, license_id, seq, obligation_id, rung, role, person_id, channel, notice, due_at, simulated)
      select key, license_id, seq, obligation_id, rung, role, person_id, channel, notice, due_at, simulated
        from jsonb_populate_recordset(null::paizhao.outbox, p->'outbox')
      on conflict (key) do nothing;

      update paizhao.files f set claimed_at = clock_timestamp()
        from jsonb_array_elements_text(p->'files') as claimed (file_id)
        where f.id = claimed.file_id::uuid and f.claimed_at is null;
      update paizhao.private_texts t set claimed_at = clock_timestamp()
        from jsonb_array_elements_text(p->'texts') as claimed (text_id)
        where t.id = claimed.text_id::uuid and t.claimed_at is null;

      if p->'reply' <> 'null' then
        update paizhao.commands c set reply = p->'reply', seq = v_seq where c.id = (p->'reply'->>'commandId')::uuid;
      end if;
      return paizhao.unsent(p_license);
    end $$;

revoke all on function paizhao.advance_record(uuid, bigint, bytea, bytea[], bytea[], jsonb), paizhao.advance_derive(uuid, bigint, jsonb), paizhao.advance_begin(uuid, text), paizhao.unsent(uuid) from public;
      grant execute on function paizhao.advance_record(uuid, bigint, bytea, bytea[], bytea[], jsonb), paizhao.advance_derive(uuid, bigint, jsonb), paizhao.advance_begin(uuid, text), paizhao.unsent(uuid) to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795305600003, 'AdvanceFunctions1795305600003');

create table paizhao.house_readings (
    id uuid not null,
    rule text not null,
    reading text,
    scope_kind text not null,
    scope_of text not null default '',
    evidence jsonb not null,
    state text not null default 'proposed',
    proposed_by text not null,
    proposed_seq bigint not null,
    decided_by text,
    decided_seq bigint,
    constraint house_readings_pk primary key (id),
    constraint house_readings_scope_known check (scope_kind in ('installation', 'authority', 'license')),
    constraint house_readings_state_known check (state in ('proposed', 'confirmed', 'rejected', 'superseded')),
    constraint house_readings_second_person
      check (state not in ('confirmed', 'superseded') or (decided_by is not null and decided_by <> proposed_by))
  );
  create unique index house_readings_one_proposed on paizhao.house_readings (rule, scope_kind, scope_of)
    where state = 'proposed';
  create unique index house_readings_one_confirmed on paizhao.house_readings (rule, scope_kind, scope_of)
    where state = 'confirmed';

create table paizhao.adoptions (
    id uuid not null,
    kind text not null,
    version text not null,
    state text not null default 'proposed',
    licenses integer not null,
    moved integer not null,
    impact_hash text not null,
    proposed_by text not null,
    proposed_seq bigint not null,
    decided_by text,
    decided_seq bigint,
    event_id uuid,
    constraint adoptions_pk primary key (id),
    constraint adoptions_kind_known check (kind in ('rulebook', 'calendar')),
    constraint adoptions_state_known check (state in ('proposed', 'confirmed', 'rejected')),
    constraint adoptions_second_person
      check (state <> 'confirmed' or (decided_by is not null and decided_by <> proposed_by))
  );
  create unique index adoptions_one_proposed on paizhao.adoptions (kind) where state = 'proposed';

  create table paizhao.adoption_impacts (
    adoption_id uuid not null,
    license_id uuid not null,
    dates jsonb not null,
    constraint adoption_impacts_pk primary key (adoption_id, license_id),
    constraint adoption_impacts_adoption_fk foreign key (adoption_id) references paizhao.adoptions (id)
  );

grant select, insert, update on paizhao.house_readings, paizhao.adoptions, paizhao.adoption_impacts to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795564800004, 'HouseDecisions1795564800004');

create table paizhao.house_ladders (
    kind text not null,
    offsets integer[],
    reason jsonb not null,
    chosen_by text not null,
    house_seq bigint not null,
    event_id uuid not null,
    constraint house_ladders_pk primary key (kind)
  );

create table paizhao.absences (
    id uuid not null,
    person_id uuid not null,
    from_day date not null,
    until_day date not null,
    called_off boolean not null default false,
    house_seq bigint not null,
    event_id uuid not null,
    constraint absences_pk primary key (id),
    constraint absences_person_fk foreign key (person_id) references paizhao.people (id),
    constraint absences_in_order check (from_day <= until_day)
  );
  create index absences_person on paizhao.absences (person_id, until_day);

grant select, insert, update on paizhao.house_ladders, paizhao.absences to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795651200005, 'Reminding1795651200005');

create table paizhao.digests (
    key text not null,
    person_id text not null,
    day date not null,
    due_at timestamptz(3) not null,
    state text not null default 'queued',
    attempts integer not null default 0,
    rendered bytea,
    smtp_answer text,
    changed_at timestamptz(3),
    settled_at timestamptz(3),
    claim_token uuid,
    claimed_until timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint digests_pk primary key (key),
    constraint digests_state_known
      check (state in ('queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed')),
    constraint digests_settled_when_final check (settled_at is not null or state in ('queued', 'sending', 'uncertain'))
  );
  create index digests_person on paizhao.digests (person_id, day);
  create index digests_unsettled on paizhao.digests (key) where settled_at is null;

alter table paizhao.outbox
    add column urgency text,
    add column statutory boolean not null default true,
    add column leaves text not null default 'alone',
    add column digest_key text,
    add constraint outbox_leaves_known check (leaves in ('alone', 'digest')),
    add constraint outbox_digest_fk foreign key (digest_key) references paizhao.digests (key);
  create index outbox_waiting on paizhao.outbox (person_id)
    where settled_at is null and leaves = 'digest' and digest_key is null;
  create index outbox_digest on paizhao.outbox (digest_key) where digest_key is not null;

create table paizhao.person_preferences (
    person_id uuid not null,
    digest boolean not null,
    quiet_from integer,
    quiet_until integer,
    muted_kinds text[] not null,
    house_seq bigint not null,
    constraint person_preferences_pk primary key (person_id),
    constraint person_preferences_person_fk foreign key (person_id) references paizhao.people (id),
    constraint person_preferences_quiet_whole check ((quiet_from is null) = (quiet_until is null))
  );

create table paizhao.acknowledge_links (
    token_hash bytea not null,
    outbox_key text not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint acknowledge_links_pk primary key (token_hash),
    constraint acknowledge_links_outbox_fk foreign key (outbox_key) references paizhao.outbox (key)
  );
  create index acknowledge_links_expiry on paizhao.acknowledge_links (expires_at);

create or replace function paizhao.unsent(p_license uuid) returns text[]
    language sql stable set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(key order by seq, key), '{}')
        from paizhao.outbox where license_id = p_license and settled_at is null and leaves = 'alone'
    $$;

create or replace function paizhao.advance_record(
      p_license uuid, p_expected bigint, p_prev bytea, p_bodies bytea[], p_hashes bytea[], p jsonb)
    returns text[]
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    declare
      v_seq bigint;
    begin
      v_seq := paizhao.ledger_append('license/' || p_license, p_expected, p_prev, p_bodies, p_hashes);
      perform paizhao.advance_derive(p_license, v_seq, p->'derived');

      insert into paizhao.outbox
        (key, license_id, seq, obligation_id, rung, role, person_id, channel, notice, due_at, simulated,
         urgency, statutory, leaves)
      select m.key, m.license_id, m.seq, m.obligation_id, m.rung, m.role, m.person_id, m.channel, m.notice, m.due_at,
             m.simulated, m.urgency, m.statutory,
             case when exists (select from paizhao.person_preferences p
                                where p.person_id::text = m.person_id and not p.digest)
                  then 'alone' else m.leaves end
        from jsonb_populate_recordset(null::paizhao.outbox, p->'outbox') m
      on conflict (key) do nothing;

      -- Of a license that has become simulated no digest tells, also not what it was to tell before.
      if (p->'derived'->'view'->>'simulated')::boolean then
        update paizhao.outbox o set leaves = 'alone', simulated = true
          where o.license_id = p_license and o.settled_at is null and o.leaves = 'digest' and o.digest_key is null;
      end if;

      update paizhao.files f set claimed_at = clock_timestamp()
        from jsonb_array_elements_text(p->'files') as claimed (file_id)
        where f.id = claimed.file_id::uuid and f.claimed_at is null;
      update paizhao.private_texts t set claimed_at = clock_timestamp()
        from jsonb_array_elements_text(p->'texts') as claimed (text_id)
        where t.id = claimed.text_id::uuid and t.claimed_at is null;

      if p->'reply' <> 'null' then
        update paizhao.commands c set reply = p->'reply', seq = v_seq where c.id = (p->'reply'->>'commandId')::uuid;
      end if;
      return paizhao.unsent(p_license);
    end $$;

grant select, insert, update on paizhao.digests, paizhao.person_preferences to paizhao_app;
      grant select, insert, update, delete on paizhao.acknowledge_links to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795651200006, 'Digests1795651200006');

create table paizhao.calendar_feeds (
    id uuid not null,
    hash text not null,
    person_id uuid not null,
    language text not null,
    of_person uuid,
    of_owner uuid,
    of_company uuid,
    of_authority text,
    expires_at timestamptz(3),
    revoked_at timestamptz(3),
    last_used_on date,
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint calendar_feeds_pk primary key (id),
    constraint calendar_feeds_person_fk foreign key (person_id) references paizhao.people (id),
    constraint calendar_feeds_language_known check (language in ('zh', 'en'))
  );
  create unique index calendar_feeds_hash on paizhao.calendar_feeds (hash);
  create index calendar_feeds_person on paizhao.calendar_feeds (person_id);

create table paizhao.calendar_entries (
    license_id uuid not null,
    obligation_id text not null,
    kind text not null,
    period text,
    date date,
    safe_day date,
    cure_end date,
    firmness text,
    sequence integer not null default 0,
    changed_at timestamptz(3) not null,
    closed_on date,
    constraint calendar_entries_pk primary key (license_id, obligation_id),
    constraint calendar_entries_sequence_counts check (sequence >= 0)
  );
  create index calendar_entries_closed on paizhao.calendar_entries (license_id, closed_on) where closed_on is not null;

create function paizhao.note_calendar_entry() returns trigger
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    declare
      v_at timestamptz;
    begin
      if tg_op = 'DELETE' then
        select recorded_at into v_at from paizhao.license_view v where v.license_id = old.license_id;
        update paizhao.calendar_entries e
           set sequence = e.sequence + 1, changed_at = coalesce(v_at, e.changed_at),
               closed_on = (coalesce(v_at, e.changed_at) at time zone 'Asia/Shanghai')::date
         where e.license_id = old.license_id and e.obligation_id = old.obligation_id and e.closed_on is null;
        return null;
      end if;
      select recorded_at into strict v_at from paizhao.license_view v where v.license_id = new.license_id;
      insert into paizhao.calendar_entries as e
        (license_id, obligation_id, kind, period, date, safe_day, cure_end, firmness, changed_at)
      values (new.license_id, new.obligation_id, new.kind, new.period, new.date, new.safe_day, new.cure_end,
              new.firmness, v_at)
      on conflict (license_id, obligation_id) do update
        set date = excluded.date, safe_day = excluded.safe_day, cure_end = excluded.cure_end,
            firmness = excluded.firmness, changed_at = excluded.changed_at, closed_on = null, sequence = e.sequence + 1
        where (e.date, e.safe_day, e.cure_end, e.firmness, e.closed_on)
              is distinct from (excluded.date, excluded.safe_day, excluded.cure_end, excluded.firmness, null::date);
      return null;
    end $$;
  revoke all on function paizhao.note_calendar_entry() from public;
  grant execute on function paizhao.note_calendar_entry() to paizhao_app;
  create trigger obligation_view_calendar after insert or update or delete on paizhao.obligation_view
    for each row execute function paizhao.note_calendar_entry();

grant select, insert, update on paizhao.calendar_feeds, paizhao.calendar_entries to paizhao_app;
      insert into paizhao.calendar_entries
        (license_id, obligation_id, kind, period, date, safe_day, cure_end, firmness, changed_at)
      select o.license_id, o.obligation_id, o.kind, o.period, o.date, o.safe_day, o.cure_end, o.firmness, v.recorded_at
        from paizhao.obligation_view o join paizhao.license_view v on v.license_id = o.license_id;

insert into paizhao.migrations ("timestamp", name) values (1795651200007, 'CalendarFeeds1795651200007');

create table paizhao.webhook_endpoints (
    id uuid not null,
    name text not null,
    url bytea not null,
    secret bytea not null,
    old_secret bytea,
    old_secret_until timestamptz(3),
    event_types text[],
    license_ids uuid[],
    company_ids uuid[],
    state text not null default 'enabled',
    disabled_why text,
    failing_since timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint webhook_endpoints_pk primary key (id),
    constraint webhook_endpoints_state_known check (state in ('enabled', 'disabled')),
    constraint webhook_endpoints_disabled_why
      check ((state = 'disabled') = (disabled_why is not null) and disabled_why in ('by-hand', 'gone', 'failing'))
  );

  create table paizhao.webhook_deliveries (
    id uuid not null,
    endpoint_id uuid not null,
    stream text not null,
    seq bigint not null,
    license_id uuid,
    type text not null,
    state text not null default 'queued',
    attempts integer not null default 0,
    replays integer not null default 0,
    answer text,
    next_attempt_at timestamptz(3) not null default clock_timestamp(),
    changed_at timestamptz(3),
    settled_at timestamptz(3),
    claim_token uuid,
    claimed_until timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint webhook_deliveries_pk primary key (id),
    constraint webhook_deliveries_endpoint_fk foreign key (endpoint_id) references paizhao.webhook_endpoints (id),
    constraint webhook_deliveries_once unique (endpoint_id, stream, seq),
    constraint webhook_deliveries_state_known
      check (state in ('queued', 'sending', 'sent', 'suppressed', 'failed')),
    constraint webhook_deliveries_settled_when_final
      check ((settled_at is null) = (state in ('queued', 'sending')))
  );
  create index webhook_deliveries_due on paizhao.webhook_deliveries (endpoint_id, next_attempt_at)
    where settled_at is null;
  create index webhook_deliveries_order on paizhao.webhook_deliveries (endpoint_id, license_id, seq)
    where settled_at is null;
  create index webhook_deliveries_listed on paizhao.webhook_deliveries (endpoint_id, stored_at, id);

  create table paizhao.webhook_replays (
    id uuid not null,
    endpoint_id uuid not null,
    from_at timestamptz(3) not null,
    to_at timestamptz(3) not null,
    after_at timestamptz(3),
    after_stream text,
    after_seq bigint,
    queued integer not null default 0,
    done_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint webhook_replays_pk primary key (id),
    constraint webhook_replays_endpoint_fk foreign key (endpoint_id) references paizhao.webhook_endpoints (id),
    constraint webhook_replays_forward check (from_at <= to_at)
  );
  create index webhook_replays_open on paizhao.webhook_replays (stored_at) where done_at is null;
  -- A replay reads by time what is otherwise only read by stream; in an append-only table this index stays tiny.
  create index ledger_events_stored_at on paizhao.ledger_events using brin (stored_at);

create table paizhao.chat_robots (
    id uuid not null,
    kind text not null,
    name text not null,
    language text not null,
    url bytea not null,
    secret bytea,
    license_ids uuid[],
    company_ids uuid[],
    authorities text[],
    urgent_only boolean not null default false,
    state text not null default 'enabled',
    disabled_why text,
    next_at timestamptz(3) not null default clock_timestamp(),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint chat_robots_pk primary key (id),
    constraint chat_robots_kind_known check (kind in ('wecom', 'dingtalk', 'feishu')),
    constraint chat_robots_language_known check (language in ('zh', 'en')),
    constraint chat_robots_state_known check (state in ('enabled', 'disabled')),
    constraint chat_robots_disabled_why
      check ((state = 'disabled') = (disabled_why is not null) and disabled_why in ('by-hand', 'refused'))
  );

  create table paizhao.robot_messages (
    key text not null,
    robot_id uuid not null,
    purpose text not null,
    license_id uuid,
    seq bigint,
    obligation_id text,
    rung text,
    notice jsonb,
    due_at timestamptz(3) not null,
    simulated boolean not null,
    rendered bytea,
    state text not null default 'queued',
    attempts integer not null default 0,
    answer text,
    next_attempt_at timestamptz(3) not null default clock_timestamp(),
    changed_at timestamptz(3),
    settled_at timestamptz(3),
    claim_token uuid,
    claimed_until timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint robot_messages_pk primary key (key),
    constraint robot_messages_robot_fk foreign key (robot_id) references paizhao.chat_robots (id),
    constraint robot_messages_purpose_known check (purpose in ('notice', 'test')),
    constraint robot_messages_notice_complete check (purpose = 'test' or
      num_nonnulls(license_id, seq, obligation_id, rung, notice) = 5),
    constraint robot_messages_state_known
      check (state in ('queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed')),
    constraint robot_messages_settled_when_final
      check (settled_at is not null or state in ('queued', 'sending', 'uncertain'))
  );
  create index robot_messages_due on paizhao.robot_messages (robot_id, next_attempt_at) where settled_at is null;
  create index robot_messages_license on paizhao.robot_messages (license_id, seq);
  create index robot_messages_failed on paizhao.robot_messages (robot_id, changed_at) where state = 'failed';

create table paizhao.channel_feed (
    license_id uuid not null,
    after_seq bigint not null,
    upto_seq bigint not null,
    constraint channel_feed_pk primary key (license_id),
    constraint channel_feed_forward check (after_seq < upto_seq)
  );

  create function paizhao.channel_feed_grows() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if new.stream ~ '^license/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and
         (exists (select from paizhao.webhook_endpoints e where e.state = 'enabled') or
          exists (select from paizhao.chat_robots r where r.state = 'enabled')) then
        insert into paizhao.channel_feed as f (license_id, after_seq, upto_seq)
        values (substr(new.stream, 9)::uuid, coalesce(old.seq, 0), new.seq)
        on conflict (license_id) do update set upto_seq = excluded.upto_seq;
      end if;
      return null;
    end $$;

  create trigger ledger_heads_feed
    after insert or update on paizhao.ledger_heads
    for each row execute function paizhao.channel_feed_grows();

grant select, insert, update on paizhao.webhook_endpoints, paizhao.webhook_deliveries, paizhao.webhook_replays, paizhao.chat_robots, paizhao.robot_messages, paizhao.channel_feed to paizhao_app;
      grant delete on paizhao.channel_feed to paizhao_app;
      grant select on paizhao.webhook_endpoints, paizhao.chat_robots to paizhao_ledger;
      grant select, insert, update on paizhao.channel_feed to paizhao_ledger;

insert into paizhao.migrations ("timestamp", name) values (1795651200008, 'Channels1795651200008');

create table paizhao.alarms (
    id uuid not null,
    kind text not null,
    subject text not null,
    details jsonb not null,
    raised_at timestamptz(3) not null,
    last_told_at timestamptz(3),
    told_by text,
    tellings integer not null default 0,
    cleared_at timestamptz(3),
    clear_told_at timestamptz(3),
    constraint alarms_pk primary key (id),
    constraint alarms_told_by_known check (told_by in ('mail', 'webhook', 'log'))
  );
  create unique index alarms_one_open on paizhao.alarms (kind, subject) where cleared_at is null;
  create index alarms_raised on paizhao.alarms (raised_at);

  create table paizhao.signs_of_life (
    name text not null,
    seen_at timestamptz(3) not null,
    constraint signs_of_life_pk primary key (name)
  );

  create table paizhao.heartbeats (
    week date not null,
    person_id uuid not null,
    state text not null default 'queued',
    attempts integer not null default 0,
    rendered bytea,
    smtp_answer text,
    changed_at timestamptz(3),
    constraint heartbeats_pk primary key (week, person_id),
    constraint heartbeats_state_known check (state in ('queued', 'sent', 'uncertain', 'failed'))
  );

create table paizhao.bounces (
    id uuid not null,
    message_id text not null,
    action text not null,
    status text not null,
    diagnostic text not null,
    addressed boolean not null,
    state text not null default 'pending',
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint bounces_pk primary key (id),
    constraint bounces_state_known check (state in ('pending', 'settled'))
  );
  create index bounces_message on paizhao.bounces (message_id);

alter table paizhao.people add column failing_address text, add column failing_since timestamptz(3);
  alter table paizhao.snapshots add column clock_set_at timestamptz(3);
  create index snapshots_simulated on paizhao.snapshots (license_id) where clock_offset_ms > 0;
  create index outbox_failed on paizhao.outbox (due_at) where state = 'failed';

create function paizhao.mail_id(p_key text) returns text
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
      select left(encode(sha256(convert_to(p_key, 'UTF8')), 'hex'), 32)
    $$;
  revoke all on function paizhao.mail_id(text) from public;
  grant execute on function paizhao.mail_id(text) to paizhao_app;
  create index outbox_mail_id on paizhao.outbox (paizhao.mail_id(key));

grant select, insert, update, delete on paizhao.alarms, paizhao.signs_of_life, paizhao.heartbeats, paizhao.bounces to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795651200009, 'Watch1795651200009');

grant select on paizhao.migrations to paizhao_app;
      alter table paizhao.adoptions add column per_second integer;
      alter table paizhao.adoptions add constraint adoptions_per_second_positive check (per_second > 0);

insert into paizhao.migrations ("timestamp", name) values (1795651200010, 'Deploys1795651200010');

create table paizhao.access_grants (
    person_id uuid not null,
    roles text[] not null,
    companies uuid[],
    licenses uuid[],
    known_from date,
    known_until date,
    last_day date,
    house_seq bigint not null,
    constraint access_grants_pk primary key (person_id),
    constraint access_grants_person_fk foreign key (person_id) references paizhao.people (id),
    constraint access_grants_scope_whole check ((companies is null) = (licenses is null)),
    constraint access_grants_period_in_order check (known_from <= known_until)
  );
  insert into paizhao.access_grants (person_id, roles, house_seq)
  select person_id, array_agg(distinct role order by role), 0
    from paizhao.api_tokens cross join unnest(roles) as role
   where person_id is not null and revoked_at is null and (expires_at is null or expires_at > clock_timestamp())
   group by person_id;

  create table paizhao.identities (
    person_id uuid not null,
    fingerprint text not null,
    house_seq bigint not null,
    constraint identities_pk primary key (person_id),
    constraint identities_person_fk foreign key (person_id) references paizhao.people (id)
  );
  create unique index identities_fingerprint on paizhao.identities (fingerprint);

alter table paizhao.api_tokens
    add column actions text[],
    add column companies uuid[],
    add column licenses uuid[],
    add column known_from date,
    add column known_until date,
    add column last_used_at timestamptz(3),
    add constraint api_tokens_scope_whole check ((companies is null) = (licenses is null)),
    add constraint api_tokens_period_in_order check (known_from <= known_until);
  create index api_tokens_person on paizhao.api_tokens (person_id);
  alter table paizhao.calendar_feeds add column scopes jsonb not null default '[]';

create function paizhao.ledger_second_person() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      data jsonb := convert_from(new.body, 'UTF8')::jsonb->'data';
      proposal text := case new.type
        when 'obligation-waived' then 'waiver-proposed'
        when 'entry-corrected' then 'entry-correction-proposed'
        when 'reading-confirmed' then 'reading-proposed'
        when 'rulebook-adopted' then 'adoption-proposed'
        when 'calendar-adopted' then 'adoption-proposed'
      end;
      subject text := case proposal
        when 'waiver-proposed' then 'obligationId'
        when 'entry-correction-proposed' then 'seq'
        when 'reading-proposed' then 'readingId'
        when 'adoption-proposed' then 'adoptionId'
      end;
    begin
      if new.actor_kind <> 'person'
         or data->>'proposedBy' is not distinct from new.actor_id
         or coalesce(data->'preparedBy', '[]') ? new.actor_id
         or (proposal is not null and not exists (
               select from paizhao.ledger_events p
                where p.stream = new.stream and p.type = proposal and p.actor_id = data->>'proposedBy'
                  and convert_from(p.body, 'UTF8')::jsonb->'data'->subject = data->subject))
         or (new.type = 'pack-signed-off' and exists (
               select from paizhao.ledger_events p
                where p.stream = new.stream and p.type = 'material-supplied' and p.actor_id = new.actor_id
                  and exists (select from jsonb_array_elements(data->'materials') m
                               where m->>'materialId'
                                     = convert_from(p.body, 'UTF8')::jsonb #>> '{data,materialId}'))) then
        raise exception '% of % needs a second person', new.type, new.stream using errcode = 'PZ005';
      end if;
      return new;
    end $$;
  revoke all on function paizhao.ledger_second_person() from public;

  create trigger ledger_events_second_person
    before insert on paizhao.ledger_events
    for each row
    when (new.type in ('pack-signed-off', 'obligation-waived', 'entry-corrected', 'reading-confirmed')
          or (new.stream = 'house' and new.type in ('rulebook-adopted', 'calendar-adopted')))
    execute function paizhao.ledger_second_person();

  grant create on schema paizhao to paizhao_ledger;
  alter function paizhao.ledger_second_person() owner to paizhao_ledger;
  revoke create on schema paizhao from paizhao_ledger;

grant select, insert, update on paizhao.access_grants to paizhao_app;

grant select, insert, update, delete on paizhao.identities to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795737600011, 'Access1795737600011');

create function paizhao.search_form(p text) returns text
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
      select btrim(regexp_replace(lower(normalize(p, NFKC)), '\s+', ' ', 'g'))
    $$;

  create function paizhao.grams(p text, size integer) returns text[]
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(distinct substr(p, i, size)), '{}') from generate_series(1, char_length(p) - size + 1) i
    $$;
  revoke all on function paizhao.search_form(text), paizhao.grams(text, integer) from public;
  grant execute on function paizhao.search_form(text), paizhao.grams(text, integer) to paizhao_app;

alter table paizhao.license_view
    add column slack_day date not null default 'infinity',
    add column search_text text not null default '',
    add column search_grams text[] not null default '{}';
  alter table paizhao.license_view alter column search_grams set statistics 300;

  create function paizhao.note_list_columns() returns trigger
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    declare
      v_text text := concat_ws(chr(10), paizhao.search_form(new.company_name), paizhao.search_form(new.permit_number),
                               (select paizhao.search_form(c.uscc) from paizhao.companies c where c.id = new.company_id));
    begin
      new.slack_day := coalesce(new.safe_day, new.next_date, 'infinity');
      if tg_op = 'UPDATE' and old.search_text = v_text then
        return new;
      end if;
      new.search_text := v_text;
      if tg_op = 'INSERT' and exists (select from paizhao.license_view v where v.license_id = new.license_id) then
        new.search_grams := '{}';
      else
        new.search_grams := paizhao.grams(v_text, 2) || paizhao.grams(v_text, 3);
      end if;
      return new;
    end $$;
  revoke all on function paizhao.note_list_columns() from public;
  grant execute on function paizhao.note_list_columns() to paizhao_app;
  create trigger license_view_list_columns before insert or update on paizhao.license_view
    for each row execute function paizhao.note_list_columns();
  update paizhao.license_view set search_text = '';

drop index paizhao.license_view_company;
  create index license_view_slack on paizhao.license_view (slack_day, license_id);
  create index license_view_ended on paizhao.license_view (slack_day, license_id) where ended;
  create index license_view_status on paizhao.license_view (status, slack_day, license_id) include (next_date);
  create index license_view_company on paizhao.license_view (company_id, slack_day, license_id) include (next_date);
  create index license_view_authority on paizhao.license_view (authority, slack_day, license_id);
  create index license_view_owner on paizhao.license_view (owner, slack_day, license_id);
  create index license_view_deputy on paizhao.license_view (deputy);
  create index license_view_manager on paizhao.license_view (manager);
  create index license_view_service_types on paizhao.license_view using gin (service_types);
  create index license_view_search on paizhao.license_view using gin (search_grams)
    with (fastupdate = on, gin_pending_list_limit = 512);
  create index obligation_view_tasks
    on paizhao.obligation_view ((coalesce(safe_day, date, 'infinity'::date)), license_id, obligation_id)
    where duty = 'company';

create index license_view_opened_on on paizhao.license_view (opened_on);
  create index obligation_view_authority on paizhao.obligation_view (license_id, date) where duty = 'authority';
  create index ledger_events_milestones on paizhao.ledger_events (valid_on, type, stream)
    where type in ('filing-submitted', 'correction-requested', 'permit-issued', 'permit-renewed');

create table paizhao.saved_views (
    id uuid not null,
    person_id uuid not null,
    name bytea not null,
    filter jsonb not null,
    shared boolean not null,
    changed_at timestamptz(3) not null,
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint saved_views_pk primary key (id),
    constraint saved_views_person_fk foreign key (person_id) references paizhao.people (id)
  );
  create index saved_views_person on paizhao.saved_views (person_id);
  create index saved_views_shared on paizhao.saved_views (id) where shared;
  grant select, insert, update, delete on paizhao.saved_views to paizhao_app;
  alter table paizhao.calendar_feeds add column of_view uuid;

create table paizhao.comments (
    id uuid not null,
    license_id uuid not null,
    about text not null,
    about_id text,
    author_kind text not null,
    author_id text not null,
    text_ref uuid not null,
    commitment text not null,
    written_at timestamptz(3) not null,
    withdrawn_at timestamptz(3),
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint comments_pk primary key (id),
    constraint comments_about_known check (about in ('license', 'filing', 'task')),
    constraint comments_about_named check ((about = 'license') = (about_id is null))
  );
  create index comments_license on paizhao.comments (license_id, stored_at, id);
  grant select, insert, update on paizhao.comments to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795737600012, 'Portfolio1795737600012');

create table paizhao.sealed_keys (
        name text not null,
        sealed bytea not null,
        stored_at timestamptz(3) not null default clock_timestamp(),
        constraint sealed_keys_pk primary key (name),
        constraint sealed_keys_name_known check (name in ('fingerprint'))
      );
      grant select, insert, update on paizhao.sealed_keys to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795737600013, 'DataKeys1795737600013');

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

insert into paizhao.migrations ("timestamp", name) values (1795737600014, 'Packs1795737600014');

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

alter table paizhao.webhook_endpoints add column imported boolean not null default true;

insert into paizhao.migrations ("timestamp", name) values (1795737600016, 'InAndOut1795737600016');

alter table paizhao.saved_views add column version integer not null default 1;

alter table paizhao.webhook_endpoints add column version integer not null default 1;

alter table paizhao.chat_robots add column version integer not null default 1;

insert into paizhao.migrations ("timestamp", name) values (1795737600017, 'Versions1795737600017');

grant update (bytes) on paizhao.job_pieces to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795737600018, 'PiecesResealed1795737600018');

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

insert into paizhao.migrations ("timestamp", name) values (1795737600021, 'Checkpoints1795737600021');

create table paizhao.own_keys (
    id uuid not null,
    sealed bytea not null,
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint own_keys_pk primary key (id)
  );
  grant select, insert, update, delete on paizhao.own_keys to paizhao_app;

alter table paizhao.people
    alter column name drop not null,
    alter column mail drop not null,
    add column left_on date,
    add column erased_at timestamptz(3),
    add constraint people_erased_whole check ((erased_at is null) = (name is not null) and (name is null) = (mail is null)),
    add constraint people_erased_left check (erased_at is null or not active);
  update paizhao.people p set left_on = e.day
    from (select convert_from(body, 'UTF8')::jsonb #>> '{data,personId}' as id, max(valid_on) as day
            from paizhao.ledger_events where stream = 'house' and type = 'person-left' group by 1) e
   where p.id::text = e.id and not p.active;
  grant delete on paizhao.absences, paizhao.person_preferences to paizhao_app;
  create index outbox_person on paizhao.outbox (person_id);
  create index outbox_rendered on paizhao.outbox (settled_at) where rendered is not null;
  create index private_texts_subject on paizhao.private_texts (subject_id);
  create index ledger_events_person on paizhao.ledger_events (actor_id, recorded_at) where actor_kind = 'person';

create table paizhao.retention_periods (
    kind text not null,
    days integer not null,
    chosen_by text not null,
    house_seq bigint not null,
    constraint retention_periods_pk primary key (kind),
    constraint retention_periods_days_positive check (days > 0)
  );

  create table paizhao.retention_reports (
    id uuid not null,
    made_on date not null,
    erases_on date not null,
    mailed_at timestamptz(3),
    done_at timestamptz(3),
    constraint retention_reports_pk primary key (id),
    constraint retention_reports_notice check (erases_on > made_on),
    constraint retention_reports_mailed_first check (done_at is null or mailed_at is not null)
  );
  create unique index retention_reports_open on paizhao.retention_reports ((done_at is null)) where done_at is null;

  create table paizhao.retention_items (
    report_id uuid not null,
    kind text not null,
    subject text not null,
    count integer not null,
    due_on date not null,
    outcome text,
    constraint retention_items_pk primary key (report_id, kind, subject),
    constraint retention_items_report_fk foreign key (report_id) references paizhao.retention_reports (id),
    constraint retention_items_outcome_known check (outcome in ('erased', 'kept'))
  );
  grant select, insert, update on paizhao.retention_periods, paizhao.retention_reports, paizhao.retention_items
    to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795737600023, 'Privacy1795737600023');

create table paizhao.given_up_records (
        number bigint not null,
        record bytea not null,
        constraint given_up_records_pk primary key (number)
      );
      grant select, insert on paizhao.given_up_records to paizhao_app;

      create table paizhao.erasures (
        id bigint generated always as identity,
        kind text not null,
        subject uuid not null,
        noted_at timestamptz(3) not null default clock_timestamp(),
        list_number bigint,
        constraint erasures_pk primary key (id),
        constraint erasures_kind_known check (kind in ('person', 'text'))
      );
      create index erasures_unlisted on paizhao.erasures (id) where list_number is null;
      create index erasures_listed on paizhao.erasures (list_number) where list_number is not null;
      grant select, insert, update (list_number) on paizhao.erasures to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795737600024, 'Restoring1795737600024');

create function paizhao.note_unsealed(p_after text, p_most integer)
    returns table (looked integer, last text, noted jsonb)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      with page as (
        select stream, seq from paizhao.ledger_heads where stream > p_after order by stream limit p_most),
      ahead as materialized (
        select h.stream, h.seq, coalesce(s.seq, 0) as sealed
          from page h left join paizhao.sealed_heads s on s.stream = h.stream
         where h.seq > coalesce(s.seq, 0)),
      added as (
        insert into paizhao.seal_notes (stream, upto_seq, entries)
        select stream, seq, seq - sealed from ahead a
         where not exists (select from paizhao.seal_notes n where n.stream = a.stream and n.upto_seq >= a.seq)
        returning stream, upto_seq, entries)
      select (select count(*)::integer from page), (select max(stream) from page),
             (select coalesce(jsonb_agg(jsonb_build_object('stream', stream, 'seq', upto_seq, 'entries', entries)
                              order by stream), '[]') from added)
    $$;

  grant select on paizhao.seal_notes, paizhao.sealed_heads to paizhao_ledger;
  grant usage, create on schema paizhao to paizhao_ledger;
  alter function paizhao.note_unsealed(text, integer) owner to paizhao_ledger;
  revoke create on schema paizhao from paizhao_ledger;
  revoke all on function paizhao.note_unsealed(text, integer) from public;
  grant execute on function paizhao.note_unsealed(text, integer) to paizhao_app;

create function paizhao.permit_form(p_number text) returns text
    language sql immutable strict parallel safe as $$
      select lower(regexp_replace(translate(normalize(p_number, NFKC),
               E'\u2010\u2011\u2013\u2014\u2212\u1680\u2028\u2029\ufeff', '-----'), '\s+', '', 'g'))
    $$;
  revoke all on function paizhao.permit_form(text) from public;
  grant execute on function paizhao.permit_form(text) to paizhao_app;

  create index license_view_permit_number on paizhao.license_view (paizhao.permit_form(permit_number))
    where permit_number is not null and not ended;
  create index commands_permit_number on paizhao.commands (paizhao.permit_form(body #>> '{data,permit,number}'))
    where reply is null and body ->> 'type' = 'register-permit';

insert into paizhao.migrations ("timestamp", name) values (1795737600025, 'Completeness1795737600025');

create index checkpoints_key on paizhao.checkpoints (number) where (note ~ '\n— .*\n— '::text);

create index checkpoints_continuing on paizhao.checkpoints (number) where (seal ~~ '%"continues":%'::text);

insert into paizhao.migrations ("timestamp", name) values (1795737600027, 'CheckpointKeys1795737600027');

create table paizhao.resting_logs (
        origin text not null,
        restored_at timestamptz(3) not null,
        outlived boolean not null,
        constraint resting_logs_pk primary key (origin)
      );
      grant select, delete, update (outlived) on paizhao.resting_logs to paizhao_app;

insert into paizhao.migrations ("timestamp", name) values (1795737600028, 'RestingLogs1795737600028');

alter table paizhao.files
        add column scan boolean not null default false,
        add column replaced_on date,
        add column erased_at timestamptz(3),
        add column removed_at timestamptz(3),
        add constraint files_removed_erased check (removed_at is null or erased_at is not null);
      create index files_storage_key on paizhao.files (storage_key);
      create index files_license on paizhao.files (license_id);
      create index files_to_remove on paizhao.files (erased_at) where erased_at is not null and removed_at is null;
      alter table paizhao.erasures
        drop constraint erasures_kind_known,
        add constraint erasures_kind_known check (kind in ('person', 'text', 'file'));

update paizhao.files set scan = true where substring(id::text from 15 for 1) = '5';
  with supplied (id, replaced_on) as (
         select data ->> 'materialId', lead(valid_on) over (
                  partition by stream, data ->> 'filingId', data ->> 'requirementId' order by seq)
           from (select stream, seq, valid_on, convert_from(body, 'UTF8')::jsonb -> 'data' as data
                   from paizhao.ledger_events where type = 'material-supplied') e),
       signed (id) as (
         select material ->> 'materialId'
           from paizhao.ledger_events
           cross join lateral jsonb_array_elements(convert_from(body, 'UTF8')::jsonb #> '{data,materials}') material
          where type = 'pack-signed-off')
  update paizhao.files f set replaced_on = s.replaced_on
    from supplied s
   where f.id::text = s.id and s.replaced_on is not null and not exists (select from signed where signed.id = s.id);

create index files_replaced on paizhao.files (replaced_on) where replaced_on is not null and erased_at is null;
      create index private_texts_claimed on paizhao.private_texts (claimed_at) where claimed_at is not null;
      alter table paizhao.retention_items add column event_id uuid;
      update paizhao.retention_items set event_id = report_id
       where kind = 'texts-of-ended-licenses' and outcome = 'erased';

insert into paizhao.migrations ("timestamp", name) values (1795737600029, 'ErasedFiles1795737600029');

create function paizhao.ledger_no_lone_correction() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
        begin
          raise exception '% of % needs a second person', new.type, new.stream
            using errcode = 'PZ005', hint = 'Since 0.5.0 an entry-corrected says it.';
        end $$;
      revoke all on function paizhao.ledger_no_lone_correction() from public;

      create trigger ledger_events_no_lone_correction
        before insert on paizhao.ledger_events
        for each row when (new.type = 'operation-corrected')
        execute function paizhao.ledger_no_lone_correction();

      grant create on schema paizhao to paizhao_ledger;
      alter function paizhao.ledger_no_lone_correction() owner to paizhao_ledger;
      revoke create on schema paizhao from paizhao_ledger;

      alter table paizhao.calendar_feeds
        add column token_id uuid,
        add column known_from date,
        add column known_until date;

      create index companies_by_name on paizhao.companies (left(name, 200) collate "C", id);

insert into paizhao.migrations ("timestamp", name) values (1795737600030, 'ByTwoAndInTime1795737600030');
