import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days of an operation are corrected as any other entry is, by an `entry-corrected`: `operation-corrected`, which
 * one person alone brought about, is read where it stands and comes on record no more. A calendar ends with the token that
 * made it, and shows no more than the token could. And companies have an order, so that a list of them has pages.
 */
export class ByTwoAndInTime1795737600030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function paizhao.ledger_no_lone_correction() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
        begin
          raise exception '% of % needs a second person', new.type, new.stream
            using errcode = 'PZ005', hint = 'Since 0.5.0 an entry-corrected says it.';
        end $$;
      revoke all on function paizhao.ledger_no_lone_correction() from public;

      create trigger ledger_events_no_lone_correction
        before insert on paizhao.ledger_events
        for each row when (new.type = 'operation-corrected')
        execute function paizhao.ledger_no_lone_correction();

      grant create on schema paizhao to paizhao_ledger;
      alter function paizhao.ledger_no_lone_correction() owner to paizhao_ledger;
      revoke create on schema paizhao from paizhao_ledger;

      alter table paizhao.calendar_feeds
        add column token_id uuid,
        add column known_from date,
        add column known_until date;

      create index companies_by_name on paizhao.companies (left(name, 200) collate "C", id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index paizhao.companies_by_name;
      alter table paizhao.calendar_feeds drop column token_id, drop column known_from, drop column known_until;
      drop trigger ledger_events_no_lone_correction on paizhao.ledger_events;
      drop function paizhao.ledger_no_lone_correction();
    `);
  }
}
