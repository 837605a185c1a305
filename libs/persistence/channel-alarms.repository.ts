import type { EntityManager } from 'typeorm';
import { ChannelAlarmEntity, type ChannelAlarmKind } from './entities/index.js';
import { rowsOf } from './rows.js';

export interface AlarmToRaise {
  kind: ChannelAlarmKind;
  channel: 'webhook' | 'robot';
  channelId: string;
  /** The channel's own name. */
  name: string;
  /** Status or error code, never words of the other side. */
  answer: string | null;
  /** Civil day: the same alarm is raised once a day at most. */
  day: string;
}

/** Everybody who administers: bears a living token with that role. */
const administrators = `
  select distinct t.person_id as id
    from paizhao.api_tokens t join paizhao.people p on p.id = t.person_id and p.active
   where 'admin' = any(t.roles) and t.revoked_at is null and (t.expires_at is null or t.expires_at > clock_timestamp())`;

/** What people must look at in a channel. It is told by mail, which is another channel than the one that failed. */
export class ChannelAlarmRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within the transaction that changes the channel. */
  async raise({ kind, channel, channelId, name, answer, day }: AlarmToRaise): Promise<void> {
    const key = `${kind}/${channelId}/${day}`;
    const raised = rowsOf(
      await this.manager.query(
        `insert into paizhao.channel_alarms (key, kind, channel, channel_id, name, answer, person_id)
         select $1 || '/' || id, $2, $3, $4, $5, $6, id from (${administrators}) people
         on conflict (key) do update set answer = excluded.answer returning key`,
        [key, kind, channel, channelId, name, answer],
      ),
    );
    if (raised.length > 0) return;
    await this.manager.query(
      `insert into paizhao.channel_alarms (key, kind, channel, channel_id, name, answer)
       values ($1, $2, $3, $4, $5, $6) on conflict (key) do nothing`,
      [`${key}/nobody`, kind, channel, channelId, name, answer],
    );
  }

  list(limit = 200): Promise<ChannelAlarmEntity[]> {
    return this.manager.find(ChannelAlarmEntity, { order: { storedAt: 'DESC', key: 'ASC' }, take: limit });
  }

  /** Takes alarms whose mail is due, each for one attempt; one that is not told by then is tried again. */
  async take(limit: number, leaseSeconds = 120): Promise<ChannelAlarmEntity[]> {
    const taken = rowsOf<{ key: string }>(
      await this.manager.query(
        `update paizhao.channel_alarms set attempts = attempts + 1,
                next_attempt_at = clock_timestamp() + make_interval(secs => greatest($2, least(attempts, 10) * 600))
          where key in (select key from paizhao.channel_alarms
                         where mailed_at is null and person_id is not null and next_attempt_at <= clock_timestamp()
                         order by next_attempt_at limit $1 for update skip locked)
          returning key`,
        [limit, leaseSeconds],
      ),
    );
    return Promise.all(taken.map(({ key }) => this.manager.findOneByOrFail(ChannelAlarmEntity, { key })));
  }

  async told(key: string): Promise<void> {
    await this.manager.query('update paizhao.channel_alarms set mailed_at = clock_timestamp() where key = $1', [key]);
  }
}
