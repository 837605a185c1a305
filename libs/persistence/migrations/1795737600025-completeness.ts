import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is on record and nobody noted for sealing can be found, and noted, by whoever seals; who holds a number of a
 * permit, or is about to, is found by it.
 */
export class Completeness1795737600025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(noteUnsealed);
    await runner.query(permitNumbers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index paizhao.commands_permit_number, paizhao.license_view_permit_number;
      drop function paizhao.permit_form(text);
      drop function paizhao.note_unsealed(text, integer);
      revoke select on paizhao.seal_notes, paizhao.sealed_heads from paizhao_ledger;
    `);
  }
}

/**
 * Looks at the next streams by name. One statement: whoever appends adds note and head together, whoever seals takes the
 * note and moves the sealed head together. Only the ledger's owner adds notes.
 */
const noteUnsealed = `
  create function paizhao.note_unsealed(p_after text, p_most integer)
    returns table (looked integer, last text, noted jsonb)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      with page as (
        select stream, seq from paizhao.ledger_heads where stream > p_after order by stream limit p_most),
      ahead as materialized (
        select h.stream, h.seq, coalesce(s.seq, 0) as sealed
          from page h left join paizhao.sealed_heads s on s.stream = h.stream
         where h.seq > coalesce(s.seq, 0)),
      added as (
        insert into paizhao.seal_notes (stream, upto_seq, entries)
        select stream, seq, seq - sealed from ahead a
         where not exists (select from paizhao.seal_notes n where n.stream = a.stream and n.upto_seq >= a.seq)
        returning stream, upto_seq, entries)
      select (select count(*)::integer from page), (select max(stream) from page),
             (select coalesce(jsonb_agg(jsonb_build_object('stream', stream, 'seq', upto_seq, 'entries', entries)
                              order by stream), '[]') from added)
    $$;

  grant select on paizhao.seal_notes, paizhao.sealed_heads to paizhao_ledger;
  grant usage, create on schema paizhao to paizhao_ledger;
  alter function paizhao.note_unsealed(text, integer) owner to paizhao_ledger;
  revoke create on schema paizhao from paizhao_ledger;
  revoke all on function paizhao.note_unsealed(text, integer) from public;
  grant execute on function paizhao.note_unsealed(text, integer) to paizhao_app;
`;

/**
 * Numbers are alike where `checkPermitNumber` says so: whatever the width, the case, the hyphen and the blanks.
 * Characters that have no counterpart are left out; PostgreSQL does not take those for blanks.
 */
const permitNumbers = `
  create function paizhao.permit_form(p_number text) returns text
    language sql immutable strict parallel safe as $$
      select lower(regexp_replace(translate(normalize(p_number, NFKC),
               E'\\u2010\\u2011\\u2013\\u2014\\u2212\\u1680\\u2028\\u2029\\ufeff', '-----'), '\\s+', '', 'g'))
    $$;
  revoke all on function paizhao.permit_form(text) from public;
  grant execute on function paizhao.permit_form(text) to paizhao_app;

  create index license_view_permit_number on paizhao.license_view (paizhao.permit_form(permit_number))
    where permit_number is not null and not ended;
  create index commands_permit_number on paizhao.commands (paizhao.permit_form(body #>> '{data,permit,number}'))
    where reply is null and body ->> 'type' = 'register-permit';
`;
