import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people change from two sides at once counts its changes, so that nobody takes back what nobody saw. */
export class Versions1795737600017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(`alter table paizhao.${table} add column version integer not null default 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`alter table paizhao.${table} drop column version`);
  }
}

const tables = ['saved_views', 'webhook_endpoints', 'chat_robots'];
