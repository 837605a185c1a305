import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What must outlive every data key: the key of fingerprints, sealed under the current data key. It is put there by the
 * first process that starts, made from the data key under which the installation has worked so far.
 */
export class DataKeys1795737600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table paizhao.sealed_keys (
        name text not null,
        sealed bytea not null,
        stored_at timestamptz(3) not null default clock_timestamp(),
        constraint sealed_keys_pk primary key (name),
        constraint sealed_keys_name_known check (name in ('fingerprint'))
      );
      grant select, insert, update on paizhao.sealed_keys to paizhao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paizhao.sealed_keys');
  }
}
