import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pieces of jobs are sealed anew when the data key is exchanged, as everything else is. */
export class PiecesResealed1795737600018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (bytes) on paizhao.job_pieces to paizhao_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (bytes) on paizhao.job_pieces from paizhao_app');
  }
}
