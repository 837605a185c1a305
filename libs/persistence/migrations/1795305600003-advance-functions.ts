import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two calls of `advance`. They hold no law: the first locks and reads, the second writes what was decided. Both
 * run with the caller's rights; only the append inside the second one has the ledger's.
 */
export class AdvanceFunctions1795305600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unsentFunction);
    await runner.query(beginFunction);
    await runner.query(deriveFunction);
    await runner.query(recordFunction);
    await runner.query(`
      revoke all on function ${names} from public;
      grant execute on function ${names} to paizhao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${names}`);
  }
}

const names = [
  'paizhao.advance_record(uuid, bigint, bytea, bytea[], bytea[], jsonb)',
  'paizhao.advance_derive(uuid, bigint, jsonb)',
  'paizhao.advance_begin(uuid, text)',
  'paizhao.unsent(uuid)',
].join(', ');

const unsentFunction = `
  create function paizhao.unsent(p_license uuid) returns text[]
    language sql stable set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(key order by seq, key), '{}')
        from paizhao.outbox where license_id = p_license and settled_at is null
    $$;
`;

const beginFunction = `
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
`;

const deriveFunction = `
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
`;

const recordFunction = `
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
`;
