import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The product's role may read which migrations have run: `paizhao doctor` tells an operator what is missing. */
export class MigrationsTold1795651200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select on paizhao.migrations to paizhao_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select on paizhao.migrations from paizhao_app');
  }
}
