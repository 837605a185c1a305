import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists, search and figures of many licenses; saved views, comments. A list goes by the day that presses most, so every
 * condition that picks few of many licenses has an index that ends in that day.
 */
export class Portfolio1795737600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(searchFunctions);
    await runner.query(derivedColumns);
    await runner.query(listIndexes);
    await runner.query(figureIndexes);
    await runner.query(viewTable);
    await runner.query(commentTable);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table paizhao.comments, paizhao.saved_views;
      alter table paizhao.calendar_feeds drop column of_view;
      drop index paizhao.ledger_events_milestones, paizhao.obligation_view_authority, paizhao.obligation_view_tasks,
        paizhao.license_view_opened_on, paizhao.license_view_slack, paizhao.license_view_ended,
        paizhao.license_view_status, paizhao.license_view_authority, paizhao.license_view_company,
        paizhao.license_view_owner, paizhao.license_view_deputy, paizhao.license_view_manager,
        paizhao.license_view_service_types, paizhao.license_view_search;
      create index license_view_company on paizhao.license_view (company_id);
      drop trigger license_view_list_columns on paizhao.license_view;
      drop function paizhao.note_list_columns();
      alter table paizhao.license_view drop column slack_day, drop column search_text, drop column search_grams;
      drop function paizhao.grams(text, integer);
      drop function paizhao.search_form(text);
    `);
  }
}

/** What is stored and what is asked go through the same function, so that they agree under every locale. */
const searchFunctions = `
  create function paizhao.search_form(p text) returns text
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
      select btrim(regexp_replace(lower(normalize(p, NFKC)), '\\s+', ' ', 'g'))
    $$;

  create function paizhao.grams(p text, size integer) returns text[]
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(distinct substr(p, i, size)), '{}') from generate_series(1, char_length(p) - size + 1) i
    $$;
  revoke all on function paizhao.search_form(text), paizhao.grams(text, integer) from public;
  grant execute on function paizhao.search_form(text), paizhao.grams(text, integer) to paizhao_app;
`;

/**
 * The slack day is the last day on which nothing is lost; never, where nothing is due. The text is company name, permit
 * number and code, a line each: no fragment reaches from one into the next. Its pairs and threes of characters are made
 * anew only when it is another one. An upsert asks before it inserts, then before it updates.
 */
const derivedColumns = `
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
`;

/**
 * A line that moves in one index is entered anew in all of them, the many entries of its text too: those are gathered,
 * and merged in batches small enough for whoever searches, or happens to fill one.
 */
const listIndexes = `
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
`;

const figureIndexes = `
  create index license_view_opened_on on paizhao.license_view (opened_on);
  create index obligation_view_authority on paizhao.obligation_view (license_id, date) where duty = 'authority';
  create index ledger_events_milestones on paizhao.ledger_events (valid_on, type, stream)
    where type in ('filing-submitted', 'correction-requested', 'permit-issued', 'permit-renewed');
`;

const viewTable = `
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
`;

const commentTable = `
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
`;
