import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were erased: their rows stay, their keys and bytes do not. And what of files and house texts goes by itself. */
export class ErasedFiles1795737600029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table paizhao.files
        add column scan boolean not null default false,
        add column replaced_on date,
        add column erased_at timestamptz(3),
        add column removed_at timestamptz(3),
        add constraint files_removed_erased check (removed_at is null or erased_at is not null);
      create index files_storage_key on paizhao.files (storage_key);
      create index files_license on paizhao.files (license_id);
      create index files_to_remove on paizhao.files (erased_at) where erased_at is not null and removed_at is null;
      alter table paizhao.erasures
        drop constraint erasures_kind_known,
        add constraint erasures_kind_known check (kind in ('person', 'text', 'file'));
    `);
    await runner.query(knownFiles);
    await runner.query(`
      create index files_replaced on paizhao.files (replaced_on) where replaced_on is not null and erased_at is null;
      create index private_texts_claimed on paizhao.private_texts (claimed_at) where claimed_at is not null;
      alter table paizhao.retention_items add column event_id uuid;
      update paizhao.retention_items set event_id = report_id
       where kind = 'texts-of-ended-licenses' and outcome = 'erased';
    `);
  }

  /** Files that were stored since cannot be read afterwards. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from paizhao.erasures where kind = 'file';
      alter table paizhao.erasures
        drop constraint erasures_kind_known,
        add constraint erasures_kind_known check (kind in ('person', 'text'));
      alter table paizhao.retention_items drop column event_id;
      drop index paizhao.files_storage_key, paizhao.files_license, paizhao.files_to_remove, paizhao.files_replaced,
        paizhao.private_texts_claimed;
      alter table paizhao.files drop constraint files_removed_erased, drop column removed_at, drop column erased_at,
        drop column replaced_on, drop column scan;
    `);
  }
}

/**
 * Of files that are there: ids of scans are made of the request (version 5), those of materials are random. Versions that
 * another one replaced before anybody signed for them, the record tells.
 */
const knownFiles = `
  update paizhao.files set scan = true where substring(id::text from 15 for 1) = '5';
  with supplied (id, replaced_on) as (
         select data ->> 'materialId', lead(valid_on) over (
                  partition by stream, data ->> 'filingId', data ->> 'requirementId' order by seq)
           from (select stream, seq, valid_on, convert_from(body, 'UTF8')::jsonb -> 'data' as data
                   from paizhao.ledger_events where type = 'material-supplied') e),
       signed (id) as (
         select material ->> 'materialId'
           from paizhao.ledger_events
           cross join lateral jsonb_array_elements(convert_from(body, 'UTF8')::jsonb #> '{data,materials}') material
          where type = 'pack-signed-off')
  update paizhao.files f set replaced_on = s.replaced_on
    from supplied s
   where f.id::text = s.id and s.replaced_on is not null and not exists (select from signed where signed.id = s.id);
`;
