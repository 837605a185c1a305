import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a signed pack must not be written anew by a later version: kept once, and changed by nobody. */
export class Packs1795737600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table paizhao.packs (
        license_id uuid not null,
        seq integer not null,
        manifest text not null,
        cover bytea not null,
        sha256 text not null,
        bytes bigint not null,
        stored_at timestamptz(3) not null default clock_timestamp(),
        constraint packs_pk primary key (license_id, seq),
        constraint packs_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$')
      );
      grant select, insert on paizhao.packs to paizhao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paizhao.packs');
  }
}
