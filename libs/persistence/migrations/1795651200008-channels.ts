import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Webhooks and chat robots. A trigger of the ledger's heads notes which licenses have entries that no channel has seen:
 * in the transaction that appends them, and only while a channel is there to be told.
 */
export class Channels1795651200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(webhooks);
    await runner.query(robots);
    await runner.query(feed);
    await runner.query(`
      grant select, insert, update on ${tables.join(', ')} to paizhao_app;
      grant delete on paizhao.channel_feed to paizhao_app;
      grant select on paizhao.webhook_endpoints, paizhao.chat_robots to paizhao_ledger;
      grant select, insert, update on paizhao.channel_feed to paizhao_ledger;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_heads_feed on paizhao.ledger_heads;
      drop function paizhao.channel_feed_grows();
      drop index paizhao.ledger_events_stored_at;
      drop table ${[...tables].reverse().join(', ')};
    `);
  }
}

const tables = [
  'paizhao.webhook_endpoints',
  'paizhao.webhook_deliveries',
  'paizhao.webhook_replays',
  'paizhao.chat_robots',
  'paizhao.robot_messages',
  'paizhao.channel_feed',
];

const webhooks = `
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
`;

const robots = `
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
`;

const feed = `
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
`;
