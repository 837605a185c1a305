import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the checkpoints that bring another key or begin another log, which every audit bundle needs, among millions. */
export class CheckpointKeys1795737600027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      String.raw`create index checkpoints_key on paizhao.checkpoints (number) where (note ~ '\n— .*\n— '::text)`,
    );
    await runner.query(
      `create index checkpoints_continuing on paizhao.checkpoints (number) where (seal ~~ '%"continues":%'::text)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index paizhao.checkpoints_continuing, paizhao.checkpoints_key');
  }
}
