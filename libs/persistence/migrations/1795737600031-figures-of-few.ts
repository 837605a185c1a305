import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of a few licenses among many: what happened to each by its stream, and the simulated ones without the others. */
export class FiguresOfFew1795737600031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index ledger_events_milestones_of on paizhao.ledger_events (stream, valid_on, type)
        where type in ('filing-submitted', 'correction-requested', 'permit-issued', 'permit-renewed');
      create index license_view_simulated on paizhao.license_view (license_id) where simulated;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index paizhao.license_view_simulated, paizhao.ledger_events_milestones_of');
  }
}
