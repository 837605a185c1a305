import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days on which an original was shown or came back are corrected as any other entry is, by an `entry-corrected`:
 * `original-corrected`, which one person alone brought about, is read where it stands and comes on record no more.
 */
export class OriginalsByTwo1795737600033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(refused('Today an entry-corrected says it.', ['operation-corrected', 'original-corrected']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(refused('Since 0.5.0 an entry-corrected says it.', ['operation-corrected']));
  }
}

const refused = (hint: string, types: readonly string[]): string => `
  grant create on schema paizhao to paizhao_ledger;
  create or replace function paizhao.ledger_no_lone_correction() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      raise exception '% of % needs a second person', new.type, new.stream
        using errcode = 'PZ005', hint = '${hint}';
    end $$;
  revoke create on schema paizhao from paizhao_ledger;

  drop trigger ledger_events_no_lone_correction on paizhao.ledger_events;
  create trigger ledger_events_no_lone_correction
    before insert on paizhao.ledger_events
    for each row when (new.type in (${types.map((type) => `'${type}'`).join(', ')}))
    execute function paizhao.ledger_no_lone_correction();
`;
