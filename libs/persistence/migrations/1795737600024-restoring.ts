import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a restored installation needs beside its backup: checkpoints that it gave up, and what was erased, to be repeated. */
export class Restoring1795737600024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paizhao.erasures, paizhao.given_up_records');
  }
}
