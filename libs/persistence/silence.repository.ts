import type { EntityManager } from 'typeorm';
import { letInAs } from './access-grants.repository.js';
import type { Found, Sighting } from './alarms.repository.js';
import { administersHouse } from './recipients.repository.js';

/** More than this of one kind is one fault: the alarm names the first ones. */
const most = 200;

/** A skip of simulated time sets the clock before its wake-ups have run; until this is over, nothing is late. */
const sinceSkip = `(s.clock_set_at is null or s.clock_set_at < clock_timestamp() - interval '1 hour')`;

/** The license's own time: a simulated one is ahead of the clock on the wall. `$1` is the wall's. */
const ownTime = `($1::timestamptz + s.clock_offset_ms * interval '1 millisecond')`;

const left = `('sent', 'uncertain', 'suppressed')`;

/** Two halves, so that real licenses, the many, are found by the index on the instant. */
const real = 's.clock_offset_ms = 0';
const simulated = `s.clock_offset_ms > 0 and ${sinceSkip}`;

const overdueSql = `
  select license_id::text as subject, jsonb_build_object('wakeAt', paizhao.instant(wake_at), 'why', wake_why) as details
    from (
      select s.license_id, s.wake_at, s.wake_why from paizhao.snapshots s
       where s.wake_at < $1::timestamptz - interval '1 hour' and ${real}
      union all
      select s.license_id, s.wake_at, s.wake_why from paizhao.snapshots s
       where s.wake_at < ${ownTime} - interval '1 hour' and ${simulated}
    ) overdue
    join paizhao.license_view v using (license_id)
   where not v.ended
   order by wake_at, license_id limit $2`;

const rungOf = (condition: string) => `
  select r.license_id, r.obligation_id, r.rung, r.at from paizhao.planned_rungs r
    join paizhao.snapshots s using (license_id)
   where ${condition}
     and not exists (select from paizhao.outbox o where o.license_id = r.license_id
                      and o.obligation_id = r.obligation_id and o.rung = r.rung and o.state in ${left})`;

/**
 * What waits for a digest is silent only once a digest that should have carried it is a day past; so is what stands in
 * one that has not left yet, since it may have waited for it over a holiday.
 */
const isDue = `(o.leaves <> 'digest' or o.due_at < $3::timestamptz)`;

/** A message that has not left, of a duty that is still open and about which nothing later left either. */
const messageOf = (condition: string) => `
  select o.license_id, o.obligation_id, o.rung, o.due_at from paizhao.outbox o
    join paizhao.snapshots s using (license_id)
    join paizhao.obligation_view d using (license_id, obligation_id)
   where (o.settled_at is null or o.state = 'failed') and o.state not in ${left} and ${isDue} and ${condition}
     and not exists (select from paizhao.outbox p where p.license_id = o.license_id
                      and p.obligation_id = o.obligation_id and p.state in ${left}
                      and (p.rung in (o.rung, 'undelivered/' || (o.notice->>'rung')) or p.due_at > o.due_at))`;

const silentSql = `
  select license_id || '/' || obligation_id || '/' || rung as subject,
         jsonb_build_object('licenseId', license_id, 'obligationId', obligation_id, 'rung', rung,
                            'at', paizhao.instant(min(at))) as details
    from (
      ${rungOf(`r.at < $1::timestamptz - interval '24 hours' and ${real}`)}
      union all
      ${rungOf(`r.at < ${ownTime} - interval '24 hours' and ${simulated}`)}
      union all
      ${messageOf(`o.due_at < $1::timestamptz - interval '24 hours' and ${real}`)}
      union all
      ${messageOf(`o.due_at < ${ownTime} - interval '24 hours' and ${simulated}`)}
    ) silent (license_id, obligation_id, rung, at)
    join paizhao.license_view v using (license_id)
   where not v.ended
   group by license_id, obligation_id, rung
   order by min(at), license_id limit $2`;

/** They take some minutes: what waited for the end of quiet hours, or is put off once, is not stuck. */
const fewAttempts = 5;

const stuckSql = `
  select count(*)::integer as count, paizhao.instant(min(stored_at)) as oldest, max(attempts) as attempts
    from (
      select stored_at, attempts from paizhao.outbox where settled_at is null and digest_key is null
      union all
      select stored_at, attempts from paizhao.digests where settled_at is null
    ) waiting
   where attempts > ${fewAttempts} and stored_at < $1::timestamptz - interval '2 hours'`;

/**
 * Whoever is let in as an auditor, and was before the day's mails were due, for whom a newer checkpoint was there by then
 * and to whom none has left since: of the access itself, whatever the mailer thinks of it. `$1` is the instant at which
 * the mails were due, `$3` their day.
 */
const unsentCheckpointsSql = `
  select a.id::text as subject, jsonb_build_object('day', $3::text, 'attempts', coalesce(m.attempts, 0)) as details
    from (${letInAs('auditor', '$3')}) a
    left join paizhao.ledger_events e on e.stream = 'house' and e.seq = a.house_seq
    left join paizhao.checkpoint_mails m on m.person_id = a.id and m.day = $3::date
   where coalesce(e.recorded_at < $1::timestamptz, true)
     and exists (select from paizhao.checkpoints c
                  where c.sealed_at < $1::timestamptz
                    and c.number > coalesce((select max(s.number) from paizhao.checkpoint_mails s
                                              where s.person_id = a.id and s.state = 'sent'), 0))
   order by a.id limit $2`;

/**
 * What keeps retention from going on, or somebody from knowing of it: a report that not all administrators were mailed by
 * the day after it was made, one that was not carried out by the day after its own, and administrators whose mailbox
 * refused it for good.
 */
const stalledRetentionSql = `
  with today (day) as (select ($1::timestamptz at time zone 'Asia/Shanghai')::date),
       open as (select r.*, day from paizhao.retention_reports r, today where r.done_at is null),
       mailed as (
         select distinct on (data ->> 'personId') data ->> 'personId' as person, data ->> 'answer' as answer, open.id
           from open
           join paizhao.ledger_events e on e.stream = 'house' and e.type = 'retention-report-mailed'
          cross join lateral (select convert_from(e.body, 'UTF8')::jsonb -> 'data') body (data)
          where data ->> 'reportId' = open.id::text
          order by data ->> 'personId', e.seq desc)
  select * from (
    select id::text as subject, jsonb_build_object('madeOn', made_on) as details
      from open where mailed_at is null and made_on + 1 < day
    union all
    select id::text, jsonb_build_object('erasesOn', erases_on)
      from open where mailed_at is not null and erases_on + 1 < day
    union all
    select person, jsonb_build_object('reportId', m.id)
      from mailed m where answer = 'refused' and ${administersHouse('m.person::uuid', '$1')}
  ) stalled order by subject limit $2`;

/** Silence, as the database alone shows it. Every question is one cheap, indexed statement; `now` is a UTC instant. */
export class SilenceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Licenses whose wake-up passed more than an hour ago by their own time. */
  overdueWakeUps(now: string): Promise<Sighting> {
    return this.sight('wake-up-overdue', overdueSql, now);
  }

  /**
   * Reminders that should have left a day ago, by the license's own time, and did not. `digestAt`: when the newest
   * digest left that is a day past (UTC); what falls due after it may still wait for the next one.
   */
  silentRungs(now: string, digestAt: string): Promise<Sighting> {
    return this.sight('reminder-not-left', silentSql, now, digestAt);
  }

  /** Messages and digests that were tried again and again and have not left for two hours. */
  async stuckMessages(now: string): Promise<Sighting> {
    const rows = (await this.manager.query(stuckSql, [now])) as { count: number; oldest: string; attempts: number }[];
    const row = rows[0];
    const found = row && row.count > 0 ? [{ subject: 'outbox', details: { ...row } }] : [];
    return { kind: 'mail-not-taken', found, complete: true };
  }

  /** Auditors to whom the newest checkpoint did not leave on a civil day; `dueAt`: when it should have (UTC). */
  unsentCheckpoints(day: string, dueAt: string): Promise<Sighting> {
    return this.sight('checkpoint-mail-missing', unsentCheckpointsSql, dueAt, day);
  }

  /** Why what has outlived its period does not go, or whom nobody could tell of it. */
  stalledRetention(now: string): Promise<Sighting> {
    return this.sight('retention-stalled', stalledRetentionSql, now);
  }

  /** How far `now` and the database's clock are apart, in milliseconds. */
  async clockSkew(now: string): Promise<number> {
    const rows = (await this.manager.query(
      'select (extract(epoch from clock_timestamp() - $1::timestamptz) * 1000)::float8 as skew',
      [now],
    )) as { skew: number }[];
    return Math.round(Math.abs(rows[0]?.skew ?? 0));
  }

  private async sight(kind: string, sql: string, now: string, ...more: string[]): Promise<Sighting> {
    const found = (await this.manager.query(sql, [now, most, ...more])) as Found[];
    return { kind, found, complete: found.length < most };
  }
}
