import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendar feeds, and what calendars were last told about each obligation. */
export class CalendarFeeds1795651200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(feedTable);
    await runner.query(entryTable);
    await runner.query(entryFunction);
    await runner.query(`
      grant select, insert, update on paizhao.calendar_feeds, paizhao.calendar_entries to paizhao_app;
      insert into paizhao.calendar_entries
        (license_id, obligation_id, kind, period, date, safe_day, cure_end, firmness, changed_at)
      select o.license_id, o.obligation_id, o.kind, o.period, o.date, o.safe_day, o.cure_end, o.firmness, v.recorded_at
        from paizhao.obligation_view o join paizhao.license_view v on v.license_id = o.license_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger obligation_view_calendar on paizhao.obligation_view');
    await runner.query('drop function paizhao.note_calendar_entry()');
    await runner.query('drop table paizhao.calendar_entries, paizhao.calendar_feeds');
  }
}

const feedTable = `
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
`;

const entryTable = `
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
`;

/** The license's line is written before its obligations, so its time is that of the change. */
const entryFunction = `
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
`;
