import type { Sql } from '../ledger/append.js';

/*
 * The fingerprint of a request is a keyed hash of what the caller wrote, names and texts included: kept, it would tell
 * whoever sends the same key again whether a guess at what was erased is right. Blank, it is that of no request: the key
 * is taken, whatever is sent with it.
 */

/** Requests about these subjects are told from no other one any more. @param except the command that asks for it */
export async function forgetRequestsAbout(
  manager: Sql,
  subjects: readonly string[],
  except: string | null = null,
): Promise<void> {
  await manager.query(
    `update paizhao.commands set fingerprint = ''
      where subject_id = any($1::uuid[]) and fingerprint <> '' and id is distinct from $2`,
    [subjects, except],
  );
}

/**
 * As that, for the requests that brought these texts: commands of a license name them, those of companies and the house
 * are found by their entries, comments by their rows. Those that asked for an erasure name the texts that went (`refs`),
 * and brought another one. Call it while the texts are there.
 */
export async function forgetRequestsThatBrought(manager: Sql, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await manager.query(
    `with text as (select id, subject_id from paizhao.private_texts where id = any($1::uuid[])),
          chain (stream) as (
            select distinct 'company/' || subject_id from text
            union all
            select 'house' where exists (
              select from text
               where not exists (select from paizhao.license_view v where v.license_id = subject_id)
                 and not exists (select from paizhao.companies c where c.id = subject_id))),
          bringing (id) as (
            select c.id from paizhao.commands c
             where c.subject_id in (select subject_id from text) and (c.body #- '{data,refs}')::text like any ($2)
            union all
            select case when e.command_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.command_id::uuid end
              from paizhao.ledger_events e join chain using (stream)
             where (convert_from(e.body, 'UTF8')::jsonb #- '{data,refs}')::text like any ($2)
            union all
            select c.id from paizhao.comments m
              join text t on m.license_id = t.subject_id and m.text_ref = t.id
              join paizhao.commands c on c.subject_id = m.id and c.body ->> 'type' = 'write-comment')
     update paizhao.commands set fingerprint = '' where id in (select id from bringing)`,
    [texts, texts.map((id) => `%${id}%`)],
  );
}
