import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything beside the ledger: commands, what is derived from the streams, the outbox, and personal data. */
export class Records1795305600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(commandTables);
    await runner.query(derivedTables);
    await runner.query(outboxTable);
    await runner.query(privateTables);
    await runner.query(`grant select, insert, update, delete on ${tableNames} to paizhao_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${tableNames}`);
  }
}

const tableNames = [
  'fan_out',
  'commands',
  'snapshots',
  'license_view',
  'obligation_view',
  'planned_rungs',
  'outbox',
  'companies',
  'files',
  'private_texts',
  'api_tokens',
  'people',
]
  .map((name) => `paizhao.${name}`)
  .join(', ');

const commandTables = `
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
`;

const derivedTables = `
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
`;

const outboxTable = `
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
`;

const privateTables = `
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
`;
