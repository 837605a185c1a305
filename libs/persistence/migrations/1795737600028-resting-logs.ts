import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A restored database does not know what was signed after its backup: its log rests until that is known. */
export class RestingLogs1795737600028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table paizhao.resting_logs (
        origin text not null,
        restored_at timestamptz(3) not null,
        outlived boolean not null,
        constraint resting_logs_pk primary key (origin)
      );
      grant select, delete, update (outlived) on paizhao.resting_logs to paizhao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paizhao.resting_logs');
  }
}
