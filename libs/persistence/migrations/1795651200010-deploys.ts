import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an operator needs around a deploy: the product's role may read which migrations have run, and an adoption keeps
 * the rate at which it is carried to the licenses, for whoever starts its fan-out anew.
 */
export class Deploys1795651200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant select on paizhao.migrations to paizhao_app;
      alter table paizhao.adoptions add column per_second integer;
      alter table paizhao.adoptions add constraint adoptions_per_second_positive check (per_second > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table paizhao.adoptions drop column per_second;
      revoke select on paizhao.migrations from paizhao_app;
    `);
  }
}
