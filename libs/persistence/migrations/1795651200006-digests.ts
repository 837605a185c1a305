import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What leaves at once and what waits for the daily digest, what each person asks of reminders, and one-use links. */
export class Digests1795651200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(digestTable);
    await runner.query(outboxColumns);
    await runner.query(preferenceTable);
    await runner.query(linkTable);
    await runner.query(unsentFunction(`and leaves = 'alone'`));
    await runner.query(recordFunction(waitingInsert));
    await runner.query(`
      grant select, insert, update on paizhao.digests, paizhao.person_preferences to paizhao_app;
      grant select, insert, update, delete on paizhao.acknowledge_links to paizhao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(recordFunction(plainInsert));
    await runner.query(unsentFunction(''));
    await runner.query('drop table paizhao.acknowledge_links, paizhao.person_preferences');
    await runner.query(
      'alter table paizhao.outbox drop column digest_key, drop column leaves, drop column statutory, drop column urgency',
    );
    await runner.query('drop table paizhao.digests');
  }
}

const digestTable = `
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
`;

const outboxColumns = `
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
`;

const preferenceTable = `
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
`;

const linkTable = `
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
`;

const unsentFunction = (condition: string) => `
  create or replace function paizhao.unsent(p_license uuid) returns text[]
    language sql stable set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(key order by seq, key), '{}')
        from paizhao.outbox where license_id = p_license and settled_at is null ${condition}
    $$;
`;

const plainInsert = `
      insert into paizhao.outbox
        (key, license_id, seq, obligation_id, rung, role, person_id, channel, notice, due_at, simulated)
      select key, license_id, seq, obligation_id, rung, role, person_id, channel, notice, due_at, simulated
        from jsonb_populate_recordset(null::paizhao.outbox, p->'outbox')
      on conflict (key) do nothing;
`;

/** Who has no digest gets each message by itself; so does everybody of a simulated license. */
const waitingInsert = `
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
`;

const recordFunction = (insertMessages: string) => `
  create or replace function paizhao.advance_record(
      p_license uuid, p_expected bigint, p_prev bytea, p_bodies bytea[], p_hashes bytea[], p jsonb)
    returns text[]
    language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
    declare
      v_seq bigint;
    begin
      v_seq := paizhao.ledger_append('license/' || p_license, p_expected, p_prev, p_bodies, p_hashes);
      perform paizhao.advance_derive(p_license, v_seq, p->'derived');
${insertMessages}
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
`;
