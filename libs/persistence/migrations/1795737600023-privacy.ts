import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that single records have for themselves, and people who were erased. */
export class Privacy1795737600023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ownKeys);
    await runner.query(erasedPeople);
  }

  /** People and texts that were stored or erased since cannot be read afterwards. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table paizhao.people drop constraint people_erased_whole, drop constraint people_erased_left,
        drop column erased_at;
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

const erasedPeople = `
  alter table paizhao.people
    alter column name drop not null,
    alter column mail drop not null,
    add column erased_at timestamptz(3),
    add constraint people_erased_whole check ((erased_at is null) = (name is not null) and (name is null) = (mail is null)),
    add constraint people_erased_left check (erased_at is null or not active);
`;
