import { houseTextsSql } from './house-erasure.repository.js';
import type { RetentionKind } from './inventory/kinds.js';

/**
 * Licenses that ended, companies whose last one did, and companies that never had one, with the day: of these the one of
 * their last change. What comes on record later moves it no more: an erasure, say, or what the house adopts. No license that
 * opened later than $2 less $1 days can have ended by then.
 */
const endedSql = `
  with license (id, company, ended_on) as (
    select v.license_id, v.company_id, (e.at at time zone 'Asia/Shanghai')::date
      from paizhao.license_view v
      cross join lateral (
        select coalesce(
                 min(recorded_at) filter (where type = 'license-closed'),
                 max(recorded_at) filter (where type not in (
                   'erased', 'calendar-adopted', 'rulebook-adopted', 'readings-adopted', 'people-assigned', 'absence-told',
                   'attention-raised', 'attention-cleared'))) as at
          from paizhao.ledger_events where stream = 'license/' || v.license_id) as e
     where v.ended and not v.simulated and v.opened_on + $1::integer <= $2::date)
  select id, ended_on from license
  union all
  select company, max(ended_on) from license
   where not exists (select from paizhao.license_view v
                      where v.company_id = company and (v.simulated or not v.ended or v.opened_on + $1::integer > $2::date))
   group by company
  union all
  select c.id, (max(e.recorded_at) at time zone 'Asia/Shanghai')::date
    from paizhao.companies c join paizhao.ledger_events e on e.stream = 'company/' || c.id and e.type <> 'erased'
   where not exists (select from paizhao.license_view v where v.company_id = c.id)
   group by c.id`;

/** Of `paizhao.files f`: what was handed in or might have been, and is there. Papers of the authority stay. */
export const materialThere = 'f.claimed_at is not null and f.erased_at is null and not f.scan';

/** The license of `paizhao.files f` was not told yet to erase what an earlier report named, or has done it. */
const notUnderWay = (kind: RetentionKind): string => `
  not exists (select from paizhao.retention_items i
                join paizhao.fan_out o on o.event_id = i.event_id and o.license_id = f.license_id
               where i.kind = '${kind}' and i.subject = f.license_id::text and o.state = 'pending')`;

/** The last day of each person's, license's, company's and message's period that has ended by $2, where it lasts $1 days. */
export const dueSql: Readonly<Record<RetentionKind, string>> = {
  'people-who-left': `
    select p.id::text as subject, 1 as count, (p.left_on + $1::integer)::text as "dueOn"
      from paizhao.people p
     where p.erased_at is null and not p.active and p.left_on + $1::integer <= $2::date
       and not exists (select from paizhao.license_view v
                        where p.id::text in (v.owner, v.deputy, v.manager) and not v.ended)
       and not exists (select from paizhao.original_view o where o.person_id = p.id::text)
`,
  messages: `
    select ($2::date - $1::integer)::text as subject, sum(count)::integer as count, $2::date::text as "dueOn" from (
      select count(*) from paizhao.outbox where rendered is not null and settled_at < ($2::date - $1::integer + 1)
      union all
      select count(*) from paizhao.digests where rendered is not null and settled_at < ($2::date - $1::integer + 1)
      union all
      select count(*) from paizhao.heartbeats
       where rendered is not null and state <> 'queued' and changed_at < ($2::date - $1::integer + 1)
      union all
      select count(*) from paizhao.checkpoint_mails
       where rendered is not null and state <> 'queued' and changed_at < ($2::date - $1::integer + 1)) as each (count)
    having sum(count) > 0`,
  'texts-of-ended-licenses': `
    select subject::text, count(*)::integer as count, (ended_on + $1::integer)::text as "dueOn"
      from (${endedSql}) as over (subject, ended_on)
      join paizhao.private_texts t on t.subject_id = subject and t.claimed_at is not null
     where ended_on + $1::integer <= $2::date
       and not exists (select from paizhao.fan_out f join paizhao.retention_reports r on r.id = f.event_id
                        where f.license_id = subject and f.state = 'pending')
     group by subject, ended_on`,
  'texts-of-the-house': `
    select ($2::date - $1::integer)::text as subject, count(*)::integer as count, $2::date::text as "dueOn"
      from (${houseTextsSql('$2::date - $1::integer')}) as text
    having count(*) > 0`,
  'files-of-ended-licenses': `
    select subject::text, count(*)::integer as count, (ended_on + $1::integer)::text as "dueOn"
      from (${endedSql}) as over (subject, ended_on)
      join paizhao.files f on f.license_id = subject and ${materialThere}
     where ended_on + $1::integer <= $2::date and ${notUnderWay('files-of-ended-licenses')}
     group by subject, ended_on`,
  'replaced-files': `
    select f.license_id::text as subject, count(*)::integer as count, (min(replaced_on) + $1::integer)::text as "dueOn"
      from paizhao.files f
      join paizhao.license_view v on v.license_id = f.license_id and not v.simulated
     where replaced_on <= $2::date - $1::integer and ${materialThere} and ${notUnderWay('replaced-files')}
     group by f.license_id`,
};
