import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploads from before their first byte is kept on: what came of none of them is known, and swept. */
export class ArrivingFiles1795737600032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table paizhao.arriving_files (
        id uuid not null,
        stored_at timestamptz(3) not null default clock_timestamp(),
        constraint arriving_files_pk primary key (id)
      );
      grant select, insert, delete on paizhao.arriving_files to paizhao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paizhao.arriving_files');
  }
}
