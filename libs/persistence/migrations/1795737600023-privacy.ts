import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that single records have for themselves, people who were erased, and what goes by itself after a time. */
export class Privacy1795737600023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ownKeys);
    await runner.query(erasedPeople);
    await runner.query(retention);
  }

  /** People and texts that were stored or erased since cannot be read afterwards. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table paizhao.retention_items, paizhao.retention_reports, paizhao.retention_periods;
      drop index paizhao.ledger_events_person, paizhao.outbox_person, paizhao.outbox_rendered,
        paizhao.private_texts_subject;
      revoke delete on paizhao.absences, paizhao.person_preferences from paizhao_app;
      alter table paizhao.people drop constraint people_erased_whole, drop constraint people_erased_left,
        drop column erased_at, drop column left_on;
      update paizhao.people set name = '', mail = '' where name is null;
      alter table paizhao.people alter column name set not null, alter column mail set not null;
      drop table paizhao.own_keys;
    `);
  }
}

const ownKeys = `
  create table paizhao.own_keys (
    id uuid not null,
    sealed bytea not null,
    stored_at timestamptz(3) not null default clock_timestamp(),
    constraint own_keys_pk primary key (id)
  );
  grant select, insert, update, delete on paizhao.own_keys to paizhao_app;
`;

/** On which day somebody left, the house's stream tells for those who have left already. */
const erasedPeople = `
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
`;

/** Nothing goes that did not stand in a report which somebody was mailed. */
const retention = `
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
`;
