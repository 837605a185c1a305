import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What watches over silence, and what proves a delivery: alarms, signs of life, heartbeats, bounces. */
export class Watch1795651200009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(watchTables);
    await runner.query(deliveryTables);
    await runner.query(silenceColumns);
    await runner.query(mailIds);
    await runner.query(`grant select, insert, update, delete on ${tables} to paizhao_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index paizhao.outbox_mail_id;
      drop function paizhao.mail_id(text);
      drop index paizhao.outbox_failed;
      drop index paizhao.snapshots_simulated;
      alter table paizhao.people drop column failing_address, drop column failing_since;
      alter table paizhao.snapshots drop column clock_set_at;
      drop table ${tables};
    `);
  }
}

const tables = ['alarms', 'signs_of_life', 'heartbeats', 'bounces'].map((name) => `paizhao.${name}`).join(', ');

const watchTables = `
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
`;

const deliveryTables = `
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
`;

/** As the Message-ID is made of the key, so that a returned mail leads to its message. */
const mailIds = `
  create function paizhao.mail_id(p_key text) returns text
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
      select left(encode(sha256(convert_to(p_key, 'UTF8')), 'hex'), 32)
    $$;
  revoke all on function paizhao.mail_id(text) from public;
  grant execute on function paizhao.mail_id(text) to paizhao_app;
  create index outbox_mail_id on paizhao.outbox (paizhao.mail_id(key));
`;

const silenceColumns = `
  alter table paizhao.people add column failing_address text, add column failing_since timestamptz(3);
  alter table paizhao.snapshots add column clock_set_at timestamptz(3);
  create index snapshots_simulated on paizhao.snapshots (license_id) where clock_offset_ms > 0;
  create index outbox_failed on paizhao.outbox (due_at) where state = 'failed';
`;
